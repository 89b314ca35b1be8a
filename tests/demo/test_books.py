"""The books of the demo agree with its people, letter for letter."""

from collections import Counter
from datetime import date

import pytest

from motcua.foundation.actor import SYSTEM
from motcua.people.models import Resident
from motcua.registers import queries
from motcua.registers.actions import write_entry
from motcua.registers.kinds import books as kinds
from motcua.registers.models import Double, Entry
from motcua.registers.sameness import LIKELY, WEAK
from tests.demo.conftest import AT, Loaded

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demo")]


def by_number() -> dict[str, Resident]:
    rows = Resident.objects.select_related("mother", "father", "spouse")
    return {one.identity_number: one for one in rows}


def books(kind: str) -> list[Entry]:
    """What was written once and lawfully; the others have tests of their own."""
    rows = Entry.objects.filter(commune="02746", kind=kind)
    return list(rows.exclude(source__regex="^demo:(twice|cancelled):"))


def child_of(entry: Entry, people: dict[str, Resident]) -> Resident:
    """Whom a birth names; a child gets its number from the state, after it is registered."""
    number = entry.content.get("child.identity")
    if number:
        return people[number]
    mother = people[entry.content["mother.identity"]]
    return Resident.objects.get(mother=mother, full_name=entry.content["child.name"])


def agrees(entry: Entry, who: str, person: Resident | None) -> None:
    assert person is not None
    terms = {
        "name": person.full_name,
        "birth": person.birth[:4] if who in ("mother", "father") else person.birth,
        "ethnic": person.ethnic,
        "nationality": person.nationality,
        "identity": person.identity_number,
    }
    if f"{who}.identity" not in entry.content:
        del terms["identity"]
    assert {key: entry.content[f"{who}.{key}"] for key in terms} == terms


def test_every_birth_is_that_of_a_resident_and_names_the_parents(demo: Loaded) -> None:
    people = by_number()
    births = books("birth")
    assert len(births) > 2000
    for entry in births:
        child = child_of(entry, people)
        agrees(entry, "child", child)
        assert entry.content["child.sex"] == child.sex
        assert entry.content["child.birth_place"] == child.birth_place
        assert entry.content["child.home_place"] == child.home_place
        if child.mother_id:
            agrees(entry, "mother", child.mother)
            agrees(entry, "father", child.father)
        days = (entry.registered_on - date.fromisoformat(child.birth)).days
        assert 3 <= days <= 60


def test_every_child_of_the_commune_born_since_1980_is_in_the_book(demo: Loaded) -> None:
    people = by_number()
    written = {child_of(entry, people).identity_number for entry in books("birth")}
    children = Resident.objects.exclude(mother=None).filter(birth__gte="1980", birth__lt="2026-09")
    assert {one.identity_number for one in children} <= written


def test_every_marriage_is_that_of_two_spouses_of_legal_age(demo: Loaded) -> None:
    people = by_number()
    marriages = books("marriage")
    assert len(marriages) > 800
    for entry in marriages:
        husband = people[entry.content["husband.identity"]]
        agrees(entry, "husband", husband)
        agrees(entry, "wife", husband.spouse)
        assert husband.sex == "male"
        for who, age in (("husband", 20), ("wife", 18)):
            birth = entry.content[f"{who}.birth"]
            if len(birth) == 10:
                assert age_on(date.fromisoformat(birth), entry.registered_on) >= age


def age_on(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def test_every_death_is_that_of_someone_who_died_and_all_of_them_are_there(demo: Loaded) -> None:
    people = by_number()
    deaths = books("death")
    for entry in deaths:
        dead = people[entry.content["deceased.identity"]]
        agrees(entry, "deceased", dead)
        assert entry.content["death.date"] == dead.died
        assert 1 <= (entry.registered_on - date.fromisoformat(dead.died)).days <= 14
    registered = {entry.content["deceased.identity"] for entry in deaths}
    earlier = Resident.objects.exclude(died="").filter(died__lt="2026-11")
    assert {one.identity_number for one in earlier} <= registered
    assert len(deaths) > 200


def test_six_events_stand_in_the_books_twice_and_wait_to_be_compared(demo: Loaded) -> None:
    rows = Double.objects.select_related("first", "second").order_by("weight", "kind")
    twice = [(row.kind, row.weight, {row.first.source, row.second.source}) for row in rows]
    assert [(kind, weight) for kind, weight, _ in twice] == [
        ("birth", LIKELY),
        ("birth", LIKELY),
        ("death", LIKELY),
        ("death", LIKELY),
        ("marriage", LIKELY),
        ("birth", WEAK),
    ]
    for _kind, _weight, sources in twice:
        second, once = sorted(sources, key=lambda one: not one.startswith("demo:twice:"))
        assert once == second.replace("demo:twice:", "demo:")
    assert {row.outcome for row in rows} == {"open"}


def test_each_year_is_numbered_from_one_without_a_gap_in_the_order_of_days(demo: Loaded) -> None:
    rows = Entry.objects.order_by("kind", "year", "number")
    last: dict[tuple[str, int], tuple[int, date]] = {}
    for row in rows:
        number, day = last.get((row.kind, row.year), (0, date(row.year, 1, 1)))
        assert (row.number, row.registered_on.year) == (number + 1, row.year)
        assert day <= row.registered_on <= date(2026, 11, 24)
        assert row.registered_on.weekday() < 5
        last[row.kind, row.year] = (row.number, row.registered_on)
    years = Counter(year for _, year in last)
    assert set(years) >= set(range(1985, 2027))


def test_the_next_entry_goes_on_after_the_last_of_the_year(demo: Loaded) -> None:
    newest = Entry.objects.filter(kind="birth", year=2026).order_by("-number")[0]
    entry = write_entry(
        commune="02746",
        kind="birth",
        content={**newest.content, "child.name": "Vàng Thị Mới"},
        source="dossier:new",
        by=SYSTEM,
        at=AT,
    )
    assert entry.number == newest.number + 1


def test_every_content_has_only_terms_of_its_book_and_all_that_must_be(demo: Loaded) -> None:
    for kind, book in kinds().items():
        known = book.terms.keys()
        must = {key for key, term in book.terms.items() if term.must}
        for entry in books(kind):
            assert must <= entry.content.keys() <= known


def test_a_person_is_found_in_the_books_without_diacritics(demo: Loaded) -> None:
    person = Resident.objects.exclude(mother=None).filter(birth__startswith="1999")[0]
    found = queries.find(
        by=SYSTEM,
        commune="02746",
        kind="birth",
        name=person.name_folded.upper(),
        birth=person.birth,
        at=AT,
        why="test",
    )
    assert person.identity_number in {row.entry.content["child.identity"] for row in found}
