"""The law of 1 March 2027, in every procedure that it changes: what was handed in on the evening
before is decided under the law that ends, what comes the next morning under that which begins."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date, datetime
from typing import Any

import pytest
from django.db import transaction

from motcua.dossiers.models import Dossier
from motcua.foundation.actor import SYSTEM
from motcua.foundation.clock import HANOI
from motcua.procedures.actions import keep
from motcua.procedures.calendar_actions import seed_calendar
from motcua.procedures.pack import Procedure
from motcua.procedures.queries import by_version, in_force
from motcua.results.models import Result
from tests import cast
from tests.dossiers import story, walks
from tests.procedures.packs import codes, contents_of, editions, procedure

pytestmark = pytest.mark.django_db
# A Sunday: handed in online. And the Monday on which the office opens under the new law.
EVE = datetime(2027, 2, 28, 23, 54, tzinfo=HANOI)
MORNING = datetime(2027, 3, 1, 9, 0, tzinfo=HANOI)
NEW_LAW = "Luật Hộ tịch (Quốc hội khóa XVI, hiệu lực từ 01/03/2027)"
CHANGED = [code for code in codes() if len([one for one in editions() if one.code == code]) == 2]


def told_apart() -> Iterator[Mapping[str, Any]]:
    """Both editions of each; the new one gives nine originals of every paper, so that what was
    made under it shows."""
    for one in contents_of(*CHANGED):
        if one["valid_from"] < "2027-03-01":
            yield one
            continue
        changed = deepcopy(dict(one))
        for paper in changed["result"]["papers"]:
            paper.pop("copies", None)
            paper["originals"] = 9
        yield changed


@pytest.fixture
def both_laws() -> None:
    cast.coc_san()
    keep(list(told_apart()), by=SYSTEM, at=EVE)
    seed_calendar(commune=cast.COC_SAN, by=SYSTEM, at=EVE)


def worked(code: str) -> Mapping[str, str]:
    """The answers of the case that runs through under the new law."""
    later = procedure(code, date(2027, 3, 1))
    return next(case for case in later.examples if not case.blocking).answers


def made(dossier: Dossier) -> tuple[Procedure, set[int]]:
    """Under which law it was decided, and how many originals of its papers there are."""
    done = walks.decided(dossier)
    assert done.procedure_id == dossier.procedure_id
    papers = Result.objects.filter(decision__startswith=f"dossier:{done.pk}")
    assert papers
    return by_version(done.procedure_id), {paper.originals for paper in papers}


def test_the_law_of_civil_status_changes_and_no_other() -> None:
    assert {procedure(code).field for code in CHANGED} == {"civil_status"}
    assert len(CHANGED) == 27


@pytest.mark.usefixtures("both_laws")
def test_each_procedure_takes_the_law_of_the_day_on_which_it_is_handed_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for code in CHANGED:
        place = transaction.savepoint()
        monkeypatch.setattr(cast, "AT", EVE)
        old, new = in_force(code, EVE.date()), in_force(code, MORNING.date())
        before = walks.handed_in(old, worked(code), story.submitted)
        monkeypatch.setattr(cast, "AT", MORNING)
        law, originals = made(before)
        assert (law.version_id, law.valid_to) == (old.version_id, date(2027, 2, 28)), code
        assert NEW_LAW not in {basis.document for basis in law.legal_basis}, code
        assert 9 not in originals, code
        transaction.savepoint_rollback(place)
        place = transaction.savepoint()
        law, originals = made(walks.handed_in(new, worked(code)))
        assert (law.version_id, law.valid_from) == (new.version_id, date(2027, 3, 1)), code
        assert NEW_LAW in {basis.document for basis in law.legal_basis}, code
        assert originals == {9}, code
        transaction.savepoint_rollback(place)
