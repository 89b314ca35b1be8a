"""A line of a list of residents, and whom of the commune it means. Reads, writes nothing."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from motcua.foundation.names import folded
from motcua.foundation.statements import Paired, Place, Places, Statement, Texts
from motcua.people.history import Value
from motcua.people.models import Household, Kind, Move, Resident

# Of these facts a list may say something; what it leaves empty stays as it is.
FACTS = (
    "full_name",
    "sex",
    "birth",
    "ethnic",
    "nationality",
    "identity_number",
    "birth_place",
    "home_place",
)
CONTACT = ("phone", "relation")

# By what somebody is known: the number, else the name and a birth.
Key = str | tuple[str, str]


@dataclass(frozen=True, slots=True)
class Ref:
    """Somebody whom a line names: by the number, else by `name` and `birth` in the stored form."""

    number: str = ""
    name: str = ""
    birth: str = ""

    @property
    def key(self) -> Key:
        """The number, else the name and the year."""
        return self.number or (folded(self.name), self.birth[:4])


@dataclass(frozen=True, slots=True)
class Ground:
    """Why somebody pays no fee, as a line says it: from a day to the day before `until`."""

    ground: str
    since: date
    until: date | None
    basis: str


@dataclass(frozen=True, slots=True)
class Listed:
    """What one line says: `facts` of `FACTS` and `CONTACT`, all in the stored form, none empty.

    `household` is the number of the household, 0 where the list has none; `head` None where it
    does not say who heads it; `kin` whom it names as mother, father and spouse.
    """

    number: int
    facts: Mapping[str, str]
    village: str
    household: int = 0
    head: bool | None = None
    kin: Mapping[str, Ref] = field(default_factory=dict)
    grounds: Sequence[Ground] = ()

    @property
    def key(self) -> tuple[str, str]:
        """Name and birth, by which somebody is known who has no number."""
        return folded(self.facts["full_name"]), self.facts["birth"]


class Known(NamedTuple):
    """What of a resident is laid beside a line. Models would cost ten times as much to make."""

    id: int
    name_folded: str
    full_name: str
    sex: str
    birth: str
    ethnic: str
    nationality: str
    identity_number: str
    birth_place: str
    home_place: str
    phone: str
    relation: str
    head: bool
    village_id: str
    died: str
    left_on: date | None
    household__number: int | None
    mother_id: int | None
    father_id: int | None
    spouse_id: int | None
    spouse__died: str | None


RESIDENTS = Resident.objects.order_by("pk").filter(commune_id=Place("commune"))
BY_NUMBER = Statement(
    lambda: RESIDENTS.filter(identity_number__in=Texts("numbers")).values_list(*Known._fields)
)
_BY_NAME = Statement(
    lambda: RESIDENTS.filter(Paired("pairs", "name_folded", "birth")).values_list(*Known._fields)
)
_ENTERED = Statement(
    lambda: Move.objects.filter(
        resident_id__in=Places("residents"), kind=Place("kind")
    ).values_list("resident_id", "source")
)
_HOMES = Statement(
    lambda: Household.objects.filter(
        commune_id=Place("commune"), number__in=Places("numbers")
    ).values_list("number", "village_id")
)


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a line means: a resident and what would change, or nobody yet, or a doubt (`fault`)."""

    line: Listed
    resident: Known | None = None
    changes: Mapping[str, Value] = field(default_factory=dict)
    contact: Mapping[str, str] = field(default_factory=dict)
    fault: str = ""

    @property
    def outcome(self) -> str:
        """``bad``, ``new``, ``changed`` or ``same``."""
        if self.fault:
            return "bad"
        if self.resident is None:
            return "new"
        return "changed" if self.changes or self.contact else "same"


def meant(commune: str, lines: Sequence[Listed], *, source: str) -> list[Meant]:
    """Each line beside the people of the commune, in a few questions for all of them.

    `source` is the list: whom another line of it entered is nobody of the same name.
    """
    homes = _homes(commune, lines)
    near = _Near(commune, lines, source)
    return [_meant(line, homes, near) for line in lines]


class _Near:
    """The residents who bear the numbers, or the names, of some lines."""

    def __init__(self, commune: str, lines: Sequence[Listed], source: str) -> None:
        self.by_number: dict[str, list[Known]] = {}
        self.by_name: dict[tuple[str, str], list[Known]] = {}
        numbers = {_number(line) for line in lines} - {""}
        rows = BY_NUMBER.all(commune=commune, numbers=sorted(numbers)) if numbers else ()
        for known in map(Known._make, rows):
            self.by_number.setdefault(known.identity_number, []).append(known)
        # Whoever has a number is known by it: of the same name only those without one are meant.
        keys = {line.key for line in lines if _number(line) not in self.by_number}
        for known in _named(commune, keys, source) if keys else ():
            self.by_name.setdefault((known.name_folded, known.birth), []).append(known)


def _named(commune: str, keys: Iterable[tuple[str, str]], source: str) -> list[Known]:
    pairs = json.dumps(sorted(keys), ensure_ascii=False)
    found = [Known._make(row) for row in _BY_NAME.all(commune=commune, pairs=pairs)]
    asked = {"residents": [one.id for one in found], "kind": Kind.ENTERED}
    entered = {key for key, told in _ENTERED.all(**asked) if told == source} if found else set()
    return [one for one in found if one.id not in entered]


def _number(line: Listed) -> str:
    return line.facts.get("identity_number", "")


def _homes(commune: str, lines: Iterable[Listed]) -> dict[int, str]:
    """The village of each household that is there already."""
    numbers = sorted({line.household for line in lines} - {0})
    return dict(_HOMES.all(commune=commune, numbers=numbers)) if numbers else {}


def _meant(line: Listed, homes: Mapping[int, str], near: _Near) -> Meant:
    if homes.get(line.household, line.village) != line.village:
        return Meant(line, fault="household_elsewhere")
    found = _candidates(line, near)
    if len(found) > 1:
        return Meant(line, fault="several_meant")
    if not found:
        return Meant(line)
    (row,) = found
    if row.name_folded != line.key[0] and row.birth != line.facts["birth"]:
        return Meant(line, fault="number_of_another")
    if row.died or row.left_on:
        return Meant(line, fault="no_longer_here")
    contact = {
        name: line.facts[name]
        for name in CONTACT
        if name in line.facts and getattr(row, name) != line.facts[name]
    }
    return Meant(line, row, _changes(line, row), contact)


def _candidates(line: Listed, near: _Near) -> list[Known]:
    """By the number; else those of the name and birth who have none, or whose line has none."""
    number = _number(line)
    known = near.by_number.get(number, []) if number else []
    if known:
        return known
    named = near.by_name.get(line.key, [])
    some = [row for row in named if not number or not row.identity_number]
    here = [row for row in some if _lives_in(row, line.household)]
    return here if len(some) > 1 and here else some


def _lives_in(row: Known, number: int) -> bool:
    return row.household__number is not None and row.household__number == number


def _changes(line: Listed, row: Known) -> dict[str, Value]:
    """What the line says otherwise than the row; `household` is its number still."""
    found: dict[str, Value] = {
        name: line.facts[name]
        for name in FACTS
        if name in line.facts and getattr(row, name) != line.facts[name]
    }
    if line.household and not _lives_in(row, line.household):
        found["household"] = line.household
    elif row.village_id != line.village:
        found["village"] = line.village
    if line.head is not None and row.head != line.head:
        found["head"] = line.head
    return found
