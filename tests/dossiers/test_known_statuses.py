"""Whether somebody is married stands in the form, from the records, as far as they may know it."""

from datetime import date

import pytest

from motcua.audit.models import JournalLine
from motcua.people.actions import record_moves
from motcua.people.models import Kind, Resident
from motcua.people.said import Said
from motcua.registers.models import Entry
from tests import cast, kin
from tests.dossiers import story
from tests.dossiers.evidence.records import died, married, noted
from tests.dossiers.filled_in import filled, meant

pytestmark = pytest.mark.django_db
STATUS, WEDDING = "1.004873", "1.000894"
BAN = {"name": "Lù Văn Bạn", "birth": "1988-02-03", "identity": "000088000005"}
THU = {"name": "Vàng Thị Thử", "birth": "1991-05-12", "identity": "000191000001"}
ASKED = ("marital.status", "spouse.name", "marital.ruling", "marital.death")


@pytest.fixture
def family() -> dict[str, Resident]:
    story.whole_law()
    return kin.family()


@pytest.fixture
def wed(family: dict[str, Resident]) -> Entry:
    return kin.books()["marriage"]


def said(who: str, **more: object) -> list[str]:
    found = meant(STATUS, who, **more)
    return [found[one].value if one in found else "" for one in ASKED]


def looked_for() -> list[object]:
    """What each search in the books for whatever names somebody has shown, as journalled."""
    lines = JournalLine.objects.filter(verb="read.register.about").order_by("number")
    return [line.facts["about"] for line in lines]


def test_a_marriage_of_the_book_stands_in_the_form_with_its_number(wed: Entry) -> None:
    assert said("self") == ["married", "Lù Văn Bạn", "", ""]
    source = filled(STATUS, "self")["status"].source
    assert (source.about, source.number) == (f"entry:{wed.pk}", "1/2015")


def test_a_widow_is_not_asked_for_the_entry_of_the_death(wed: Entry) -> None:
    entry = died(BAN)
    word, name, ruling, paper = said("self")
    assert (word, name, ruling) == ("widowed", "Lù Văn Bạn", "")
    assert entry.reference in paper
    assert filled(STATUS, "self")["death_extract"].source.about == f"entry:{entry.pk}"
    assert filled(WEDDING, "self")["wife_status"].value == "widowed"


def test_a_divorce_noted_in_the_margin_names_the_ruling(wed: Entry) -> None:
    noted(wed, "divorce", "Quyết định số 12/2026/QĐST-HNGĐ")
    ruling = "Quyết định số 12/2026/QĐST-HNGĐ"
    assert said("self") == ["divorced", "Lù Văn Bạn", ruling, ""]
    assert filled(STATUS, "self")["ruling"].source.about == f"entry:{wed.pk}"


def test_of_a_spouse_stands_no_more_than_that_the_two_are_married(wed: Entry) -> None:
    first = married(husband=BAN, wife={"name": "Lò Thị Trước", "birth": "1989-01-01"},
                    on=date(2010, 1, 5))  # fmt: skip
    noted(first, "divorce")
    assert said("spouse") == ["married", "Vàng Thị Thử", "", ""]
    # His divorce is his own to tell.
    assert "Lò Thị Trước" not in {fact.value for fact in filled(WEDDING, "self").values()}
    assert "husband_status" not in filled(WEDDING, "self")


def test_the_counter_reads_what_the_spouse_is_too(family: dict[str, Resident]) -> None:
    first = married(husband=BAN, wife={"name": "Lò Thị Trước", "birth": "1989-01-01"})
    noted(first, "divorce")
    assert "husband_status" not in filled(WEDDING, "self")
    assert filled(WEDDING, "self", whole=True)["husband_status"].value == "divorced"


@pytest.mark.parametrize("who", ["mother", "father"])
def test_of_another_adult_nothing_is_looked_up(wed: Entry, who: str) -> None:
    assert "marital.status" not in meant(STATUS, who)
    assert looked_for() == []


def test_that_no_marriage_is_in_the_books_is_no_fact(family: dict[str, Resident]) -> None:
    assert said("self")[0] == ""


def test_two_marriages_that_stand_are_a_doubt_and_fill_in_nothing(wed: Entry) -> None:
    married(husband={"name": "Lù Văn Hai", "birth": "1985-01-01"}, wife=THU)
    assert said("self")[0] == ""


def test_a_namesake_of_the_same_year_is_a_doubt(wed: Entry) -> None:
    married(wife={"name": "Vàng Thị Thử", "birth": "1991"}, on=date(2012, 1, 1))
    assert said("self")[0] == ""


def test_where_the_books_know_of_none_the_register_of_residents_tells(
    family: dict[str, Resident],
) -> None:
    by = cast.acting(cast.officer())
    moved = Said(family["self"], Kind.MARRIED, "2020", {"spouse": family["spouse"].pk})
    record_moves(said=[moved], source="test", by=by, at=cast.AT)
    assert said("self") == ["married", "Lù Văn Bạn", "", ""]
    source = filled(STATUS, "self")["status"].source
    assert (source.kind, source.about) == ("resident", f"resident:{family['self'].pk}")


def test_where_the_register_names_another_spouse_nothing_is_filled_in(
    family: dict[str, Resident], wed: Entry
) -> None:
    by = cast.acting(cast.officer())
    moved = Said(family["self"], Kind.MARRIED, "2020", {"spouse": cast.mau().pk})
    record_moves(said=[moved], source="test", by=by, at=cast.AT)
    assert said("self")[0] == ""


def test_what_was_read_for_it_is_in_the_journal(wed: Entry) -> None:
    filled(STATUS, "self")
    assert looked_for() == [[f"entry:{wed.pk}"], []]
    lines = JournalLine.objects.filter(verb="read.register.about")
    assert {line.why for line in lines} == {"fill in"}
