"""Taking over a list of residents: new ones are entered, known ones brought up to it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from motcua.audit.actions import record
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.foundation.many import change, write, write_models
from motcua.foundation.numbers import let_pass
from motcua.people.actions.moves import must_keep, record_moves
from motcua.people.history import Value
from motcua.people.importing import Listed, Meant, meant
from motcua.people.models import Household, Kind, Move, Resident
from motcua.people.said import Said, columns, first_said, settling


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of some lines."""

    new: int
    changed: int
    same: int
    faults: Mapping[int, str]


@transaction.atomic
def import_residents(
    *, commune: str, lines: Sequence[Listed], source: str, reason: str, by: Actor, at: datetime
) -> Taken:
    """Take over some lines of a list, all together; what a line leaves empty stays as it is.

    A line that means nobody for sure is left out, with its fault by its number. One line in the
    journal. Refuses NotYourPeople.
    """
    must_keep(by, commune)
    found = meant(commune, lines, source=source)
    homes = _households(commune, found)
    _enter(commune, [one.line for one in found if one.outcome == "new"], homes, source, by, at)
    changed = [one for one in found if one.outcome == "changed"]
    _bring_up(changed, homes, source, reason, by, at)
    told = [one.outcome for one in found]
    taken = Taken(
        new=told.count("new"),
        changed=len(changed),
        same=told.count("same"),
        faults={one.line.number: one.fault for one in found if one.fault},
    )
    facts = {"new": taken.new, "changed": taken.changed, "source": source}
    record(chain=commune, by=by, at=at, verb="import_residents", about=source, facts=facts)
    return taken


def _households(commune: str, found: Sequence[Meant]) -> dict[int, Household]:
    """The households of the lines by number; those that are new are made."""
    wanted = {
        one.line.household: one.line.village
        for one in reversed(found)
        if one.line.household and not one.fault
    }
    rows = Household.objects.filter(commune_id=commune, number__in=wanted)
    homes = {row.number: row for row in rows}
    fresh = sorted(wanted.keys() - homes.keys())
    if fresh:
        made = [
            Household(commune_id=commune, village_id=wanted[number], number=number)
            for number in fresh
        ]
        write_models(made)
        homes |= {row.number: row for row in made}
        # The commune's own numbers go on after the greatest of the list.
        let_pass(f"household:{commune}", fresh[-1])
    return homes


def _enter(
    commune: str,
    lines: Sequence[Listed],
    homes: Mapping[int, Household],
    source: str,
    by: Actor,
    at: datetime,
) -> None:
    rows = [_row(commune, line, homes.get(line.household)) for line in lines]
    write_models(rows)
    since = day_of(at).isoformat()
    said = [
        one
        for row, line in zip(rows, lines, strict=True)
        for one in first_said(row, since=since, home=homes.get(line.household))
    ]
    write(Move, [columns(one, source=source, by=by, at=at) for one in said])


def _row(commune: str, line: Listed, home: Household | None) -> Resident:
    told = line.facts
    return Resident(
        commune_id=commune,
        village_id=line.village,
        household_id=home.pk if home else None,
        head=bool(line.head),
        full_name=told["full_name"],
        name_folded=line.key[0],
        sex=told["sex"],
        birth=told["birth"],
        ethnic=told["ethnic"],
        nationality=told.get("nationality", "VN"),
        identity_number=told.get("identity_number", ""),
        birth_place=told.get("birth_place", ""),
        home_place=told.get("home_place", ""),
        phone=told.get("phone", ""),
        relation=told.get("relation", ""),
    )


def _bring_up(
    changed: Sequence[Meant],
    homes: Mapping[int, Household],
    source: str,
    reason: str,
    by: Actor,
    at: datetime,
) -> None:
    rows = Resident.objects.in_bulk([one.resident.id for one in changed if one.resident])
    said = [
        said
        for one in changed
        if one.resident
        for said in _said(rows[one.resident.id], one.changes, homes, at)
    ]
    if said:
        record_moves(said=said, source=source, reason=reason, by=by, at=at)
    change(Resident, {one.resident.id: one.contact for one in changed if one.resident})


def _said(
    row: Resident, changes: Mapping[str, Value], homes: Mapping[int, Household], at: datetime
) -> Iterator[Said]:
    """From today on: a list says how things are, not since when."""
    today = day_of(at).isoformat()
    left = dict(changes)
    number = left.pop("household", None)
    if isinstance(number, int) and number in homes:
        head = bool(left.pop("head", False))
        yield Said(row, Kind.SETTLED, today, settling(homes[number], head=head))
    if left:
        yield Said(row, Kind.CHANGED, today, left)
