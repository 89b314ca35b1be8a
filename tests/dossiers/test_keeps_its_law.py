"""A dossier lives and dies under the version it was handed in under, whatever is loaded later."""

from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from motcua.dossiers import actions
from motcua.foundation.actor import SYSTEM
from motcua.procedures.actions import keep
from motcua.procedures.queries import by_version, in_force
from tests import cast
from tests.dossiers import story
from tests.procedures.packs import EXTRACT, contents_of

pytestmark = pytest.mark.django_db
TODAY, MARCH = cast.AT.date(), date(2027, 3, 1)


def dearer() -> Mapping[str, Any]:
    """Today's edition of the extract copy at 9,000 đ, with a question more to be answered."""
    today = next(one for one in contents_of(EXTRACT) if "2027" not in one["valid_from"])
    changed = deepcopy(dict(today))
    changed["fees"]["rules"][0]["amount"] = 9000
    words = {one: {"label": "?", "term": "?"} for one in ("vi", "en", "hi")}
    field = {"name": "reason", "kind": "text", "need": "must", "words": words}
    changed["form"]["sections"][0]["fields"].append(field)
    return changed


def test_what_was_handed_in_keeps_its_fee_and_its_questions() -> None:
    old = story.law()
    dossier = story.submitted(old)
    keep([dearer()], by=SYSTEM, at=cast.AT)
    new = in_force(EXTRACT, TODAY)
    assert new.version_id != old.version_id
    dossier = actions.accept(story.press(dossier, cast.acting(cast.receptionist())))
    dossier = actions.begin(story.press(dossier, cast.acting(cast.officer())))
    dossier = actions.check(
        story.press(dossier, cast.acting(cast.officer())), entry=story.birth_entry().pk
    )
    assert dossier.procedure_id == old.version_id
    assert dossier.fee_due == 8000
    assert "reason" not in by_version(dossier.procedure_id).form.by_name
    later = story.submitted(new, answers={"reason": "Làm hộ chiếu"})
    assert (later.procedure_id, later.fee_due) == (new.version_id, 9000)


def test_handed_in_under_the_law_of_today_it_is_not_of_the_law_of_march() -> None:
    old = story.law()
    dossier = story.submitted(old)
    march = in_force(EXTRACT, MARCH)
    assert march.version_id != old.version_id
    assert by_version(dossier.procedure_id).legal_basis == old.legal_basis != march.legal_basis
