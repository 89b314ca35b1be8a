"""Taking over a list of residents: new ones are entered, known ones brought up to it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from motcua.audit.actions import record
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.foundation.numbers import let_pass
from motcua.foundation.rows import insert
from motcua.people.actions.moves import must_keep, record_moves
from motcua.people.actions.residents import Facts, resident_row
from motcua.people.history import Value
from motcua.people.importing import Listed, Meant, meant
from motcua.people.models import Household, Kind, Resident
from motcua.people.said import Said, first_said, settling, written


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
    found = meant(commune, lines)
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
        made = Household.objects.bulk_create(
            Household(commune_id=commune, village_id=wanted[number], number=number)
            for number in fresh
        )
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
    made = Resident.objects.bulk_create(rows, batch_size=500)
    since = day_of(at).isoformat()
    insert(
        [
            written(said, source=source, by=by, at=at)
            for row in made
            for said in first_said(row, since=since)
        ]
    )


def _row(commune: str, line: Listed, home: Household | None) -> Resident:
    told = line.facts
    facts = Facts(
        full_name=told["full_name"],
        sex=told["sex"],
        birth=told["birth"],
        ethnic=told["ethnic"],
        nationality=told.get("nationality", "VN"),
        identity_number=told.get("identity_number", ""),
        birth_place=told.get("birth_place", ""),
        home_place=told.get("home_place", ""),
        head=bool(line.head),
    )
    row = resident_row(home or Household(commune_id=commune), facts)
    row.commune_id, row.village_id, row.household = commune, line.village, home
    row.phone, row.relation = told.get("phone", ""), told.get("relation", "")
    return row


def _bring_up(
    changed: Sequence[Meant],
    homes: Mapping[int, Household],
    source: str,
    reason: str,
    by: Actor,
    at: datetime,
) -> None:
    said = [one for meant_one in changed for one in _said(meant_one, homes, at)]
    if said:
        record_moves(said=said, source=source, reason=reason, by=by, at=at)
    for one in changed:
        if one.contact and one.resident is not None:
            Resident.objects.filter(pk=one.resident.pk).update(**one.contact)


def _said(one: Meant, homes: Mapping[int, Household], at: datetime) -> Iterator[Said]:
    """From today on: a list says how things are, not since when."""
    if one.resident is None:
        return
    today = day_of(at).isoformat()
    changes: dict[str, Value] = dict(one.changes)
    number = changes.pop("household", None)
    if isinstance(number, int) and number in homes:
        head = bool(changes.pop("head", False))
        yield Said(one.resident, Kind.SETTLED, today, settling(homes[number], head=head))
    if changes:
        yield Said(one.resident, Kind.CHANGED, today, changes)
