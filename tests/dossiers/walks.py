"""Any procedure walked with the answers of a worked case, up to the chair's signature."""

from collections.abc import Callable, Mapping
from typing import Any

from motcua.dossiers import actions
from motcua.dossiers.actions import mark_paper
from motcua.dossiers.completeness import wanted
from motcua.dossiers.models import Dossier
from motcua.foundation.actor import Actor
from motcua.procedures.answers import clean
from motcua.procedures.pack import Procedure
from motcua.procedures.queries import by_version
from motcua.procedures.result import book_to_pick, must_pick
from tests import cast
from tests.dossiers import story


def handed_in(
    law: Procedure,
    typed: Mapping[str, Any],
    hand_in: Callable[..., Dossier] = story.walked_in,
) -> Dossier:
    """With these answers; every paper that they call for is shown at the desk."""
    answers = clean(law.form, {name: str(value) for name, value in typed.items()})
    papers = wanted(law, answers)
    demanded = frozenset(f"paper:{paper.name}" for paper in papers)
    dossier = hand_in(law, answers=answers, plain=True, unknown=demanded)
    desk = cast.acting(cast.receptionist())
    for paper in papers:
        facts = {"name": paper.name, "source": "shown", "note": "", "by": desk, "at": cast.AT}
        mark_paper(dossier_id=dossier.pk, **facts)
    return dossier


def begun(dossier: Dossier) -> Dossier:
    """Accepted at the desk and taken up by the officer."""
    dossier = actions.accept(story.press(dossier, cast.acting(cast.receptionist())))
    return actions.begin(story.press(dossier, officer()))


def decided(dossier: Dossier) -> Dossier:
    """The same, then checked, against Thử's entry where one is picked, and signed."""
    dossier = begun(dossier)
    law = by_version(dossier.procedure_id)
    picks = must_pick(law) and book_to_pick(law, dossier.answers)
    entry = story.birth_entry().pk if picks else None
    dossier = actions.check(story.press(dossier, officer()), entry=entry)
    return actions.sign(story.press(dossier, cast.acting(cast.chair())))


def officer() -> Actor:
    """Xét, at his desk."""
    return cast.acting(cast.officer())
