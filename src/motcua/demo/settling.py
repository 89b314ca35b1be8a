"""The demo population as rows: households, residents, and what happened to them."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db import connection

from motcua.demo.families import Person
from motcua.foundation.actor import SYSTEM
from motcua.foundation.names import folded
from motcua.foundation.numbers import take_number
from motcua.people.models import Household, Move, Resident
from motcua.people.said import first_said, written


def settle(people: Sequence[Person], commune: str, at: datetime) -> dict[int, Resident]:
    """Households and residents, a generation at a time, so that each row can name its parents;
    and what the commune knows of each from `at` on. The residents by their serials."""
    villages = {one.home: one.village for one in people}
    made = Household.objects.bulk_create(
        Household(
            commune_id=commune,
            village_id=f"{commune}-{village:02}",
            number=take_number(f"household:{commune}"),
        )
        for _, village in sorted(villages.items())
    )
    homes = dict(zip(sorted(villages), made, strict=True))
    rows: dict[int, Resident] = {}
    waiting = list(people)
    while waiting:
        ready = [one for one in waiting if all(p.serial in rows for p in _parents(one))]
        created = Resident.objects.bulk_create(
            (_row(one, commune, homes, rows) for one in ready), batch_size=1000
        )
        rows |= {one.serial: row for one, row in zip(ready, created, strict=True)}
        waiting = [one for one in waiting if one.serial not in rows]
    _join(people, rows)
    moves = (move for one in people for move in _moves(one, rows, homes, at))
    Move.objects.bulk_create(moves, batch_size=1000)
    return rows


def _parents(person: Person) -> list[Person]:
    return [parent for parent in (person.mother, person.father) if parent]


def _row(
    person: Person, commune: str, homes: dict[int, Household], rows: dict[int, Resident]
) -> Resident:
    return Resident(
        commune_id=commune,
        village_id=f"{commune}-{person.village:02}",
        household=homes.get(person.household),
        head=person.head,
        full_name=person.name,
        name_folded=folded(person.name),
        sex=person.sex,
        birth=person.birth,
        birth_place=person.birth_place,
        home_place=person.home_place,
        ethnic=person.ethnic,
        identity_number=person.identity,
        mother=rows[person.mother.serial] if person.mother else None,
        father=rows[person.father.serial] if person.father else None,
        died=person.died.isoformat() if person.died else "",
    )


def _join(people: Sequence[Person], rows: dict[int, Resident]) -> None:
    """Spouses name each other, so they can only be joined when both are there."""
    couples = [(rows[one.spouse.serial].pk, rows[one.serial].pk) for one in people if one.spouse]
    with connection.cursor() as cursor:
        cursor.executemany("UPDATE people_resident SET spouse_id = %s WHERE id = %s", couples)


def _moves(
    person: Person, rows: dict[int, Resident], homes: dict[int, Household], at: datetime
) -> Iterator[Move]:
    wed = person.married.isoformat() if person.married else ""
    row, home = rows[person.serial], homes[person.home]
    row.spouse = rows[person.spouse.serial] if person.spouse else None
    for said in first_said(row, since=person.since, home=home, wed=wed):
        yield written(said, source="demo", by=SYSTEM, at=at)
