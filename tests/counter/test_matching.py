"""The register beside a request: of every book, from either side, with what differs marked."""

from typing import Any

import pytest

from motcua.counter.matching import Beside, Match, beside
from motcua.dossiers.models import Dossier
from motcua.registers.models import Entry
from tests import cast
from tests.dossiers import story, walks
from tests.dossiers.test_every_book import NUMBERS, case_of, written
from tests.procedures.packs import EXTRACT

pytestmark = pytest.mark.django_db


def asked(kind: str, **answers: Any) -> Dossier:
    """The request of the worked case, with other answers laid over it."""
    told = {**case_of(EXTRACT, "event", kind)["answers"], **answers}
    return walks.handed_in(story.law(EXTRACT), told)


def found(dossier: Dossier, name: str | None = None) -> Beside:
    law = story.law(EXTRACT)
    panel = beside(dossier, law, name=name, by=walks.officer(), at=cast.AT)
    assert panel is not None
    return panel


def lines(match: Match) -> dict[str, tuple[str, str, bool | None]]:
    return {str(one.label): (one.asked_shown, one.found_shown, one.same) for one in match.lines}


@pytest.mark.parametrize("kind", NUMBERS)
def test_one_key_chooses_the_entry_of_each_worked_case(kind: str) -> None:
    dossier, entry = asked(kind), written(kind)
    panel = found(dossier)
    assert (panel.book, [match.entry for match in panel.matches]) == (kind, [entry])
    assert panel.best is not None
    assert panel.best.differences == 0


FATHER, DAUGHTER = "Họ, chữ đệm, tên của người cha hoặc mẹ", "Họ, chữ đệm, tên của người con"


def test_of_a_parentage_the_parent_and_the_child_find_each_other() -> None:
    entry = written("parentage")
    panel = found(asked("parentage"))
    assert [(match.entry, match.who) for match in panel.matches] == [(entry, "parent")]
    told = lines(panel.matches[0])
    assert told[FATHER] == ("Lù Văn Cha", "Lù Văn Cha", True)
    assert told[DAUGHTER] == ("Vàng Thị Mai", "Vàng Thị Mai", True)
    # The mother asks, who is a parent too and not the one whom the entry names.
    mother = {
        "filer_name": "Sần Thị Mẹ",
        "relation": "parent",
        "subject_name": "Vàng Thị Mai",
        "subject_birth": "05/11/2020",
        "subject_sex": "female",
        "other_name": "Lù Văn Cha",
    }
    panel = found(asked("parentage", **mother))
    assert [(match.entry, match.who) for match in panel.matches] == [(entry, "child")]
    told = lines(panel.matches[0])
    assert (told[DAUGHTER][2], told[FATHER]) == (True, ("Lù Văn Cha", "Lù Văn Cha", True))
    assert panel.best is not None


def test_another_child_than_the_one_who_is_asked_for_is_marked_and_not_chosen() -> None:
    written("parentage")
    panel = found(asked("parentage", other_name="Vàng Thị Khác"))
    (match,) = panel.matches
    assert lines(match)[DAUGHTER] == ("Vàng Thị Khác", "Vàng Thị Mai", False)
    assert (match.differences, panel.best) == (1, None)


def test_a_name_that_is_spoken_otherwise_is_marked_and_one_without_marks_is_not() -> None:
    written("parentage")
    (match,) = found(asked("parentage", other_name="Vàng Thị Mại")).matches
    assert (lines(match)[DAUGHTER][2], match.differences) == (False, 1)
    (match,) = found(asked("parentage", other_name="vang thi mai")).matches
    assert (lines(match)[DAUGHTER][2], match.differences) == (True, 0)


def test_a_ward_is_found_by_the_name_that_the_officer_types() -> None:
    entry: Entry = written("guardian")
    dossier = asked("guardian", filer_name="Ai Đó")
    assert found(dossier).matches == []
    panel = found(dossier, "lu van chau")
    assert [(match.entry, match.who) for match in panel.matches] == [(entry, "ward")]


def test_of_a_couple_the_other_one_is_compared_as_well() -> None:
    written("wed_abroad")
    (match,) = found(asked("wed_abroad", spouse_name="Wang Fang")).matches
    assert [one.same for one in match.lines if one.asked == "Wang Fang"] == [False]
