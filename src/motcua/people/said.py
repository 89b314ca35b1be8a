"""What is to be written about a resident, and the rows that it makes. Plain Python but for them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from motcua.foundation.actor import Actor
from motcua.foundation.partial_date import PartialDate
from motcua.people.history import Value
from motcua.people.models import Household, Kind, Move, Resident


@dataclass(frozen=True, slots=True)
class Said:
    """One thing about one resident; `on` in the stored form, `changes` of `history.FIELDS`."""

    resident: Resident
    kind: Kind
    on: str
    changes: Mapping[str, Value] = field(default_factory=dict)
    replaces: Move | None = None


def written(said: Said, *, source: str, by: Actor, at: datetime, reason: str = "") -> Move:
    """The row, not saved yet; ValueError when its day is none."""
    return Move(**columns(said, source=source, by=by, at=at, reason=reason))


def columns(
    said: Said, *, source: str, by: Actor, at: datetime, reason: str = ""
) -> dict[str, Any]:
    """The same by its columns, for rows by the thousand; ValueError when its day is none."""
    household = said.changes.get("household")
    return {
        "commune_id": said.resident.commune_id,
        "resident_id": said.resident.pk,
        "kind": said.kind.value,
        "on": said.on,
        "begins": first_day(said.on),
        "changes": dict(said.changes),
        "household_id": household if isinstance(household, int) else None,
        "replaces_id": said.replaces.pk if said.replaces else None,
        "source": source,
        "reason": reason,
        "known_by": by.id,
        "known_by_name": by.name,
        "known_at": at,
    }


def first_day(text: str) -> date:
    """The first day that a partial date in the stored form can mean."""
    return PartialDate.stored(text).first


def first_said(
    resident: Resident, *, since: str, home: Household | None = None, wed: str = ""
) -> Iterator[Said]:
    """What there is to say of a row of residents that is new: who they are, and what followed.

    `home` is the household of somebody who died (theirs, else), `since` the day from which they
    live there and `wed` that of the wedding, `since` where nobody knows it.
    """
    home = home or resident.household
    yield Said(resident, Kind.ENTERED, resident.birth, _personal(resident))
    if home is not None:
        yield Said(resident, Kind.SETTLED, since, settling(home, head=resident.head))
    if resident.spouse_id:
        yield Said(resident, Kind.MARRIED, wed or since, {"spouse": resident.spouse_id})
    if resident.left_on:
        yield Said(resident, Kind.LEFT, resident.left_on.isoformat(), leaving(resident.left_on))
    if resident.died:
        yield Said(resident, Kind.DIED, resident.died, dying(resident.died))


def born(resident: Resident) -> Said:
    """The first row of a child that is born into its household."""
    changes = _personal(resident)
    if resident.household is not None:
        changes |= settling(resident.household, head=False)
    return Said(resident, Kind.BORN, resident.birth, changes)


def settling(home: Household, *, head: bool = False) -> dict[str, Value]:
    """Who comes to live in a household, also after having left the commune."""
    return {"household": home.pk, "village": home.village_id, "head": head, "left_on": ""}


def leaving(day: date) -> dict[str, Value]:
    """Who leaves the commune belongs to no household of it."""
    return {"left_on": day.isoformat(), "household": None, "head": False}


def dying(died: str) -> dict[str, Value]:
    """Who dies leaves the household; whoever was their spouse is a widow or widower by that."""
    return {"died": died, "household": None, "head": False}


def _personal(resident: Resident) -> dict[str, Value]:
    return {
        "full_name": resident.full_name,
        "sex": resident.sex,
        "birth": resident.birth,
        "birth_place": resident.birth_place,
        "home_place": resident.home_place,
        "ethnic": resident.ethnic,
        "nationality": resident.nationality,
        "identity_number": resident.identity_number,
        "mother": resident.mother_id,
        "father": resident.father_id,
        "village": resident.village_id,
    }
