"""A resident and a household as they stood on a day, as it was known when another ended.

Scoped by the actor's commune, and traced. Both days are today where none is given.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from motcua.audit.actions import record_reading
from motcua.foundation.actor import Actor
from motcua.people.errors import NotYourPeople, UnknownHousehold, UnknownResident
from motcua.people.history import Standing, in_force, standing
from motcua.people.models import Household, Kind, Move, Resident
from motcua.people.queries import READERS

_KIN = ("mother", "father", "spouse")


@dataclass(frozen=True, slots=True)
class Days:
    """As of which day, and as known when which day ended; None for today."""

    on: date | None = None
    known_on: date | None = None


@dataclass(frozen=True, slots=True)
class Life:
    """One resident: what held, and all that was known by then, the earliest first.

    `kin` are mother, father and spouse by their keys, as they stood on the same days; `household`
    is where the person lived. `replaced` are the keys of rows in whose place others stand.
    """

    resident: Resident
    holds: Standing
    moves: Sequence[Move]
    kin: Mapping[int, Standing]
    household: Household | None
    replaced: frozenset[int]

    @property
    def marital(self) -> str:
        """``widowed``, ``married``, ``divorced``, or "" while no marriage is known of."""
        spouse = self.holds.key("spouse")
        if spouse is not None and self.kin[spouse].text("died"):
            return "widowed"
        if spouse is not None or self.holds.text("partner"):
            return "married"
        # Whoever set it last to nobody was a divorce; an annulled marriage never was.
        last = self.holds.said_by.get("spouse")
        parted = any(move.pk == last and move.kind == Kind.PARTED for move in self.moves)
        return "divorced" if parted else ""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who lived in a household, as they stood."""

    resident: Resident
    holds: Standing


@dataclass(frozen=True, slots=True)
class Home:
    """A household: who lived in it, the head first and then the eldest, and who had before."""

    household: Household
    members: Sequence[Member]
    former: Sequence[Member]


def life(*, by: Actor, resident_id: int, at: datetime, why: str, days: Days = Days()) -> Life:
    """One resident of the actor's commune; refuses NotYourPeople and UnknownResident. Traced."""
    commune = _serving(by)
    row = Resident.objects.select_related("commune").filter(pk=resident_id, commune=commune).first()
    if row is None:
        raise UnknownResident
    _traced("resident", [row.pk], commune, by, at, why)
    moves = _moves([row.pk])[row.pk]
    holds = standing(moves, on=days.on, known_on=days.known_on)
    home = holds.key("household")
    kept = {move.pk for move in in_force(moves, days.known_on)}
    known = [one for one in moves if days.known_on is None or one.known_on <= days.known_on]
    return Life(
        resident=row,
        holds=holds,
        moves=sorted(known, key=lambda move: (move.begins, move.pk)),
        kin=_kin(holds, days),
        household=Household.objects.select_related("village").get(pk=home) if home else None,
        replaced=frozenset(move.pk for move in known if move.pk not in kept),
    )


def home(*, by: Actor, household_id: int, at: datetime, why: str, days: Days = Days()) -> Home:
    """One household of the actor's commune; refuses NotYourPeople and UnknownHousehold. Traced."""
    commune = _serving(by)
    rows = Household.objects.select_related("village").filter(pk=household_id, commune=commune)
    row = rows.first()
    if row is None:
        raise UnknownHousehold
    ever = Resident.objects.filter(moves__household=row).distinct()
    people = {one.pk: one for one in ever.order_by("pk")}
    _traced("household", people, commune, by, at, why)
    stood = {
        key: standing(moves, on=days.on, known_on=days.known_on)
        for key, moves in _moves(people).items()
    }
    members = [Member(people[key], holds) for key, holds in stood.items() if holds]
    return Home(
        household=row,
        members=sorted((one for one in members if _lives(one, row)), key=_eldest),
        former=sorted((one for one in members if not _lives(one, row)), key=_eldest),
    )


def _kin(holds: Standing, days: Days) -> dict[int, Standing]:
    keys = [key for name in _KIN if (key := holds.key(name)) is not None]
    return {
        key: standing(moves, on=days.on, known_on=days.known_on)
        for key, moves in _moves(keys).items()
    }


def _moves(keys: Iterable[int]) -> dict[int, list[Move]]:
    found: dict[int, list[Move]] = {key: [] for key in keys}
    if found:
        for move in Move.objects.filter(resident__in=list(found)).order_by("pk"):
            found[move.resident_id].append(move)
    return found


def _lives(member: Member, home: Household) -> bool:
    return member.holds["household"] == home.pk


def _eldest(member: Member) -> tuple[bool, str, int]:
    return not member.holds["head"], member.holds.text("birth"), member.resident.pk


def _serving(by: Actor) -> str:
    if by.commune is None or not by.has(*READERS):
        raise NotYourPeople
    return by.commune


def _traced(
    what: str, people: Iterable[int], commune: str, by: Actor, at: datetime, why: str
) -> None:
    about = [f"resident:{key}" for key in people]
    record_reading(chain=commune, by=by, at=at, what=what, about=about, why=why)
