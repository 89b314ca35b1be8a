"""From what happened to what holds: on a day, as it was known on a day. Pure.

The order in which things became known does not matter, but for two of one kind from one day: then
the later word holds.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Protocol

Value = str | int | bool | None

# What is said of a resident, and what holds while nothing is said. Dates are stored text; mother,
# father, spouse and household are keys. `partner` names a spouse who is no resident.
FIELDS: Final[Mapping[str, Value]] = {
    "full_name": "",
    "sex": "",
    "birth": "",
    "birth_place": "",
    "home_place": "",
    "ethnic": "",
    "nationality": "",
    "identity_number": "",
    "mother": None,
    "father": None,
    "spouse": None,
    "partner": "",
    "village": "",
    "household": None,
    "head": False,
    "died": "",
    "left_on": "",
}
# Of two that hold from one day, which comes after the other: a child that died on the day of its
# birth was born first.
_RANK: Final[Mapping[str, int]] = {
    name: rank
    for rank, names in enumerate(
        (
            ("entered", "born", "annulled", "withdrawn"),
            ("parentage",),
            ("settled",),
            ("headed",),
            ("married",),
            ("parted",),
            ("changed",),
            ("left",),
            ("died",),
        )
    )
    for name in names
}


class Happened(Protocol):
    """What the replay asks of a row; `pk` grows with the order of writing."""

    @property
    def pk(self) -> int:
        """Its key."""

    @property
    def kind(self) -> str:
        """What happened."""

    @property
    def begins(self) -> date:
        """From which day it holds."""

    @property
    def known_on(self) -> date:
        """The day on which it became known."""

    @property
    def replaces_id(self) -> int | None:
        """The row in whose place it stands."""

    @property
    def changes(self) -> Mapping[str, Value]:
        """The facts that it sets."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What holds, and for each fact the key of the row that says so. Empty for the unborn."""

    facts: Mapping[str, Value] = field(default_factory=dict)
    said_by: Mapping[str, int] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Value:
        return self.facts.get(name, FIELDS[name])

    def text(self, name: str) -> str:
        """A fact that is text."""
        return str(self[name] or "")

    def key(self, name: str) -> int | None:
        """A fact that is a key: of a person, of a household."""
        value = self[name]
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def __bool__(self) -> bool:
        return bool(self.facts)


def in_force(moves: Iterable[Happened], known_on: date | None = None) -> list[Happened]:
    """The rows known by the end of a day (now, without one) in whose place no other stands."""
    heard = [one for one in moves if known_on is None or one.known_on <= known_on]
    gone = {one.replaces_id for one in heard}
    return sorted((one for one in heard if one.pk not in gone), key=_order)


def standing(
    moves: Iterable[Happened], *, on: date | None = None, known_on: date | None = None
) -> Standing:
    """What held of one resident on a day, as it was known when another ended; both now if None."""
    facts: dict[str, Value] = {}
    said_by: dict[str, int] = {}
    for move in in_force(moves, known_on):
        if on is None or move.begins <= on:
            facts |= move.changes
            said_by |= dict.fromkeys(move.changes, move.pk)
    return Standing(facts, said_by)


def _order(move: Happened) -> tuple[date, int, int]:
    return move.begins, _RANK[move.kind], move.pk
