"""The statement of marital status follows from the records, and says from which."""

from datetime import date

import pytest

from motcua.audit.models import JournalLine
from motcua.dossiers.evidence import Evidence
from motcua.dossiers.evidence.marital import marital
from motcua.people.actions import record_moves
from motcua.people.models import Kind, Resident
from motcua.people.said import Said
from tests import cast
from tests.dossiers.evidence.records import (
    MAU,
    WIFE,
    asked,
    codes,
    died,
    married,
    noted,
    part,
    written,
)

pytestmark = pytest.mark.django_db
RULING = "Quyết định số 12/2026/QĐST-HNGĐ"
LIVES = "lives"


def of_mau(status: str, **means: str) -> Evidence:
    """What is found for a request of his that says this."""
    cast.mau()
    return marital(asked("marital", part("person", MAU), marital__status=status, **means))


def proposal(found: Evidence) -> tuple[str, dict[str, str], list[str]]:
    assert found.proposal is not None
    return found.proposal.word, dict(found.proposal.answers), list(found.proposal.sources)


def test_whoever_is_in_no_book_was_never_married() -> None:
    found = of_mau("never")
    assert codes(found) == [LIVES]
    assert proposal(found) == ("never", {}, [])


def test_a_marriage_that_stands_is_named_with_its_entry() -> None:
    entry = married()
    found = of_mau("married", spouse__name="Sần Thị Dín")
    assert codes(found) == [LIVES, "wed"]
    assert proposal(found) == ("married", {}, [f"entry:{entry.pk}"])


def test_a_divorce_in_the_margin_gives_the_ruling() -> None:
    noted(married(), "divorce")
    found = of_mau("divorced", spouse__name="Sần Thị Dín")
    assert codes(found) == [LIVES, "wed_divorced"]
    word, answers, sources = proposal(found)
    assert (word, answers) == ("divorced", {"marital.ruling": RULING})
    assert [one.partition(":")[0] for one in sources] == ["entry", "note"]


def test_a_ruling_that_the_person_quoted_in_other_words_stays_theirs() -> None:
    noted(married(), "divorce")
    said = "QĐ 12/2026/QĐST-HNGĐ của Tòa án"
    found = of_mau("divorced", spouse__name="Sần Thị Dín", marital__ruling=said)
    assert proposal(found)[1] == {}


def test_the_death_of_the_wife_is_found_in_its_book() -> None:
    wedding, death = married(), died()
    found = of_mau("widowed", spouse__name="Sần Thị Dín")
    assert codes(found) == [LIVES, "wed_widowed"]
    paper = f"Trích lục khai tử số {death.reference}, đăng ký ngày 03/03/2026"
    assert proposal(found) == (
        "widowed",
        {"marital.death": paper},
        [f"entry:{wedding.pk}", f"entry:{death.pk}"],
    )


def test_a_marriage_that_was_annulled_never_was() -> None:
    noted(married(), "annulment")
    found = of_mau("never")
    assert codes(found) == [LIVES, "wed_annulled"]
    assert proposal(found) == ("never", {}, [])


def test_who_says_never_and_is_married_is_contradicted() -> None:
    married()
    found = of_mau("never")
    assert codes(found) == ["request_otherwise!", LIVES, "wed"]
    word, answers, _sources = proposal(found)
    assert (word, answers["spouse.name"]) == ("married", "Sần Thị Dín")


def test_another_spouse_than_the_one_in_the_book_is_contradicted() -> None:
    married()
    found = of_mau("married", spouse__name="Vàng Thị Cũ")
    assert codes(found) == ["request_other_spouse!", LIVES, "wed"]


def test_somebody_of_the_same_name_and_year_has_to_be_looked_at() -> None:
    married(husband={"name": "Lù A Mẫu", "birth": "1968"})
    found = of_mau("never")
    assert codes(found) == [LIVES, "wed_perhaps!"]
    assert proposal(found)[0] == "never"


def test_a_spouse_in_the_register_of_residents_contradicts_books_that_know_none() -> None:
    mau = cast.mau()
    said = Said(mau, Kind.MARRIED, "2020", {"spouse": cast.thu().pk})
    officer = cast.acting(cast.officer())
    record_moves(said=[said], source="test", by=officer, at=cast.AT)
    assert codes(of_mau("never")) == [LIVES, "residents_married!"]
    # Where the request says the same as it, the register is what it rests on.
    found = of_mau("married", spouse__name="Vàng Thị Thử")
    assert codes(found) == [LIVES, "residents_married"]
    assert proposal(found)[0] == "married"


def test_a_wife_in_the_list_of_the_household_contradicts() -> None:
    mau = cast.mau()
    Resident.objects.filter(pk=mau.pk).update(head=True)
    Resident.objects.filter(pk=cast.thu().pk).update(household=mau.household, relation="Vợ")
    found = of_mau("never")
    assert codes(found) == ["heads", "listed_spouse!"]


def test_two_marriages_that_stand_contradict_each_other() -> None:
    married()
    married(wife={"name": "Vàng Thị Hai", "birth": "1975-01-01"}, on=date(2026, 2, 2))
    assert "several_marriages!" in codes(of_mau("married", spouse__name="Vàng Thị Hai"))


def test_a_marriage_that_was_registered_again_is_one() -> None:
    first = married()
    again = {"again": "1"}
    content = part("husband", {**MAU, "ethnic": "25", "nationality": "VN", "residence": "Xã"})
    content |= part("wife", {**WIFE, "ethnic": "25", "nationality": "VN", "residence": "Xã"})
    written("marriage", {**content, **again})
    found = of_mau("married", spouse__name="Sần Thị Dín")
    assert codes(found) == [LIVES, "wed"]
    assert proposal(found)[2] == [f"entry:{first.pk}"]


def test_certificates_that_were_given_are_shown_and_an_unused_one_is_asked_back() -> None:
    person = {**MAU, "sex": "male", "ethnic": "25", "nationality": "VN", "residence": "Xã"}
    content = part("person", person) | {"filer.name": "Lù A Mẫu", "status": "Chưa"}
    content["purpose"] = "Vay vốn"
    written("marital", content, date(2026, 1, 20))
    written("marital", {**content, "marriage.place": "Xã Bát Xát"}, date(2026, 2, 1))
    found = of_mau("never")
    assert codes(found) == ["certificate", "certificate_unused", LIVES]
    facts = found.said[0].facts
    assert (facts["purpose"], facts["to"], facts["day"]) == ("Vay vốn", "Lù A Mẫu", "2026-01-20")


def test_whoever_is_in_the_book_of_deaths_is_contradicted() -> None:
    died(MAU)
    assert codes(of_mau("never")) == [LIVES, "dead!"]


def test_somebody_from_elsewhere_is_looked_for_in_the_books_alone() -> None:
    cast.coc_san()
    stranger = part("person", {"name": "Phàn Văn Xa", "birth": "1990-01-01"})
    found = marital(asked("marital", stranger, marital__status="never"))
    assert codes(found) == ["no_resident"]


def test_each_reading_is_a_line_in_the_journal() -> None:
    married()
    cast.mau()
    before = JournalLine.objects.count()
    of_mau("married")
    lines = JournalLine.objects.order_by("pk")[before:]
    assert {line.why for line in lines} == {"dossier:7"}
    assert [line.verb for line in lines] == [
        "read.resident",
        "read.register.about",
        "read.register.about",
    ]
