"""A line of a list of residents, and whom of the commune it means. Reads, writes nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import QuerySet

from motcua.foundation.names import folded
from motcua.people.history import Value
from motcua.people.models import Household, Resident

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


@dataclass(frozen=True, slots=True)
class Listed:
    """What one line says: `facts` of `FACTS` and `CONTACT`, all in the stored form, none empty.

    `household` is the number of the household, 0 where the list has none; `head` None where it
    does not say who heads it.
    """

    number: int
    facts: Mapping[str, str]
    village: str
    household: int = 0
    head: bool | None = None

    @property
    def key(self) -> tuple[str, str]:
        """Name and birth, by which somebody is known who has no number."""
        return folded(self.facts["full_name"]), self.facts["birth"]


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a line means: a resident and what would change, or nobody yet, or a doubt (`fault`)."""

    line: Listed
    resident: Resident | None = None
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


def meant(commune: str, lines: Sequence[Listed]) -> list[Meant]:
    """Each line beside the people of the commune, in four questions for all of them."""
    homes = _homes(commune, lines)
    near = _Near(commune, lines)
    return [_meant(line, homes, near) for line in lines]


class _Near:
    """The residents who bear the numbers, or the names, of some lines."""

    def __init__(self, commune: str, lines: Sequence[Listed]) -> None:
        rows = Resident.objects.filter(commune_id=commune).select_related("household")
        numbers = {line.facts.get("identity_number", "") for line in lines} - {""}
        self.by_number: dict[str, list[Resident]] = {}
        self.by_name: dict[tuple[str, str], list[Resident]] = {}
        for row in rows.filter(identity_number__in=numbers).order_by("pk"):
            self.by_number.setdefault(row.identity_number, []).append(row)
        # Whoever has a number is known by it: of the same name only those without one are meant.
        unknown = [line for line in lines if _number(line) not in self.by_number]
        self._named(rows.filter(identity_number=""), [one for one in unknown if _number(one)])
        self._named(rows, [one for one in unknown if not _number(one)])

    def _named(self, rows: QuerySet[Resident], lines: Sequence[Listed]) -> None:
        keys = {line.key for line in lines}
        names, births = {name for name, _birth in keys}, {birth for _name, birth in keys}
        found = rows.filter(name_folded__in=names, birth__in=births).order_by("pk") if keys else ()
        for row in found:
            known = self.by_name.setdefault((row.name_folded, row.birth), [])
            known += [] if row in known else [row]


def _number(line: Listed) -> str:
    return line.facts.get("identity_number", "")


def _homes(commune: str, lines: Iterable[Listed]) -> dict[int, Household]:
    numbers = {line.household for line in lines} - {0}
    rows = Household.objects.filter(commune_id=commune, number__in=numbers)
    return {row.number: row for row in rows}


def _meant(line: Listed, homes: Mapping[int, Household], near: _Near) -> Meant:
    home = homes.get(line.household)
    if home is not None and home.village_id != line.village:
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


def _candidates(line: Listed, near: _Near) -> list[Resident]:
    """By the number; else those of the name and birth who have none, or whose line has none."""
    number = _number(line)
    known = near.by_number.get(number, []) if number else []
    if known:
        return known
    named = near.by_name.get(line.key, [])
    some = [row for row in named if not number or not row.identity_number]
    here = [row for row in some if _lives_in(row, line.household)]
    return here if len(some) > 1 and here else some


def _lives_in(row: Resident, number: int) -> bool:
    return row.household is not None and row.household.number == number


def _changes(line: Listed, row: Resident) -> dict[str, Value]:
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
