"""Before a death is entered: the resident, whether it is known, the spouse and the household."""

import pytest

from motcua.dossiers.evidence import Evidence
from motcua.dossiers.evidence.deaths import death
from motcua.foundation.actor import SYSTEM
from motcua.people.actions import record_death, record_moves
from motcua.people.models import Kind, Resident
from motcua.people.said import Said
from tests import cast
from tests.dossiers.evidence.records import MAU, asked, codes, died, part

pytestmark = pytest.mark.django_db


def of_mau(**changes: str) -> Evidence:
    cast.mau()
    said = {name.replace("__", "."): value for name, value in changes.items()}
    return death(asked("death", part("deceased", MAU) | said))


def test_the_dead_are_found_among_the_living() -> None:
    found = of_mau()
    assert codes(found) == ["lives"]
    assert found.people[0].resident == cast.mau()


def test_a_death_that_is_entered_already_contradicts() -> None:
    entry = died(MAU)
    found = of_mau()
    assert codes(found) == ["lives", "dead!"]
    assert found.people[0].said[1].source == f"entry:{entry.pk}"
    assert codes(of_mau(again="1")) == ["lives", "dead"]


def test_a_death_that_the_register_of_residents_knows_contradicts() -> None:
    record_death(resident=cast.mau(), died="2026-01-02", by=SYSTEM, at=cast.AT)
    assert codes(of_mau()) == ["dead_resident!"]


def test_somebody_of_the_same_name_and_year_in_the_book_has_to_be_looked_at() -> None:
    died({"name": "Lù A Mẫu", "birth": "1968"})
    assert codes(of_mau()) == ["lives", "dead_perhaps!"]


def test_the_spouse_and_the_household_that_loses_its_head_are_named() -> None:
    mau, thu = cast.mau(), cast.thu()
    said = Said(mau, Kind.MARRIED, "2020", {"spouse": thu.pk})
    record_moves(said=[said], source="test", by=SYSTEM, at=cast.AT)
    Resident.objects.filter(pk=mau.pk).update(head=True)
    Resident.objects.filter(pk=thu.pk).update(household=mau.household)
    found = of_mau()
    assert codes(found) == ["heads", "leaves_spouse", "leaves_headless"]
    assert found.people[0].said[2].facts == {"number": "2", "members": "1"}
    Resident.objects.filter(pk=mau.pk).update(head=False)
    Resident.objects.filter(pk=thu.pk).update(head=True)
    assert codes(of_mau()) == ["lives", "leaves_spouse", "head_is"]
