"""What the newer books say is filled in as well, and told to nobody whom it does not concern."""

import pytest

from motcua.audit.models import JournalLine
from motcua.people.models import Resident
from tests import kin
from tests.dossiers import story
from tests.dossiers.filled_in import filled

pytestmark = pytest.mark.django_db
PARENTAGE = {"event": "parentage"}
ASKED = ("register_number", "register_office", "other_name")


@pytest.fixture
def family() -> dict[str, Resident]:
    story.whole_law()
    kin.books()
    return kin.family()


def told(who: str, **more: object) -> list[str]:
    found = filled("2.000635", who, answers=PARENTAGE, **more)
    return [found[name].value for name in ASKED if name in found]


def test_a_parentage_is_found_for_the_parent_and_for_the_child(family: dict[str, Resident]) -> None:
    entry = kin.recognised(family["self"])
    assert told("self") == ["1/2021", kin.PLACE, "Lù Thị Con"]
    assert told("child") == ["1/2021", kin.PLACE, "Vàng Thị Thử"]
    source = filled("2.000635", "self", answers=PARENTAGE)["other_name"].source
    assert (source.kind, source.about, source.book) == ("entry", f"entry:{entry.pk}", "parentage")
    assert JournalLine.objects.filter(about=f"entry:{entry.pk}", why="fill in").exists()


def test_nobody_learns_from_a_form_whom_another_adult_recognised(
    family: dict[str, Resident],
) -> None:
    entry = kin.recognised(family["spouse"], "Lù Văn Riêng", "2012-01-02")
    assert told("spouse") == []
    read = JournalLine.objects.filter(about=f"entry:{entry.pk}", verb="read.entry")
    assert not read.exists()
    # The counter reads the books anyway.
    assert told("spouse", whole=True) == ["1/2014", kin.PLACE, "Lù Văn Riêng"]
    assert read.count() == 1


def test_two_that_fit_are_a_doubt_and_fill_in_nothing(family: dict[str, Resident]) -> None:
    kin.recognised(family["self"])
    again = {**kin.recognised(family["self"]).content, "child.name": "Lù Thị Út"}
    kin.written("parentage", again, story.cast.AT.date())
    assert told("self") == []


def test_of_a_copy_of_a_birth_nobody_else_is_asked(family: dict[str, Resident]) -> None:
    kin.recognised(family["self"])
    found = filled("2.000635", "self", answers={"event": "birth"})
    assert found["register_number"].value == "1/1991"
    assert "other_name" not in found
