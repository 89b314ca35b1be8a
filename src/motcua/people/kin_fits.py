"""Whether somebody can be the mother, father or spouse of somebody. Plain Python.

What no age and no sex allows is never taken from a list or a book: somebody has to look.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final, Protocol

from motcua.foundation.names import folded
from motcua.foundation.partial_date import PartialDate

# Nature's bounds and no law: who is younger or older is a mistake in writing.
_PARENT_FROM: Final = 12
_PARENT_TO: Final = {"mother": 60, "father": 90}
_NOT = {"mother": "male", "father": "female"}

# From what age each sex may marry, in whole years.
Ages = Mapping[str, int]


class One(Protocol):
    """What is asked of each; as `importing.Known` and as a resident."""

    @property
    def id(self) -> int:
        """The key."""

    @property
    def name_folded(self) -> str:
        """The name without marks."""

    @property
    def sex(self) -> str:
        """Of `people.models.Sex`."""

    @property
    def birth(self) -> str:
        """A partial date in the stored form."""

    @property
    def died(self) -> str:
        """As `birth`, "" while they live."""

    @property
    def mother_id(self) -> int | None:
        """The key of the mother."""

    @property
    def father_id(self) -> int | None:
        """The key of the father."""

    @property
    def spouse_id(self) -> int | None:
        """The key of the spouse."""


class Said(Protocol):
    """Somebody as a line names them."""

    @property
    def name(self) -> str:
        """The name, "" where only the number stands there."""

    @property
    def birth(self) -> str:
        """A partial date in the stored form, or ""."""


def agrees(said: Said, one: One) -> bool:
    """Whether somebody who was found by the number has the name or the birth that stands there."""
    if not said.name or folded(said.name) == one.name_folded:
        return True
    return bool(said.birth) and within(said.birth, one.birth)


def within(one: str, other: str) -> bool:
    """Whether two partial dates may be the same day: ``1991`` and ``1991-05-12``."""
    return one.startswith(other) or other.startswith(one)


def unfit(how: str, own: One, other: One, *, ages: Ages, on: date) -> str:
    """Why `other` cannot be what the line says to `own`: a code, "" where nothing speaks against
    it. That somebody else is known to be it is a reason too."""
    if own.id == other.id:
        return "tie_self"
    return _unwed(own, other, ages, on) if how == "spouse" else _no_parent(how, own, other)


def _no_parent(how: str, child: One, parent: One) -> str:
    if parent.sex == _NOT[how]:
        return "tie_sex"
    if not _of_age(how, child, parent):
        return "tie_age"
    return "tie_other" if getattr(child, f"{how}_id") else ""


def _of_age(how: str, child: One, parent: One) -> bool:
    """Whether the years between the two can be, as far as they are known."""
    birth = PartialDate.stored(child.birth)
    least, most = PartialDate.stored(parent.birth).ages(birth.last)
    # A father may have died before the birth; two years are more than enough.
    dead = parent.died and int(parent.died[:4]) + 2 * (how == "father") < birth.year
    return most >= _PARENT_FROM and least <= _PARENT_TO[how] and not dead


def _unwed(own: One, other: One, ages: Ages, on: date) -> str:
    if own.sex == other.sex and own.sex in ages:
        return "tie_sex"
    if any(_too_young(one, ages, on) for one in (own, other)):
        return "tie_age"
    if other.id in (own.mother_id, own.father_id) or own.id in (other.mother_id, other.father_id):
        return "tie_parent"
    if own.died or other.died:
        return "tie_dead"
    return "tie_bound" if bound(own, other) or bound(other, own) else ""


def _too_young(one: One, ages: Ages, on: date) -> bool:
    return PartialDate.stored(one.birth).ages(on)[1] < ages.get(one.sex, 0)


def bound(one: One, other: One) -> bool:
    """Whether somebody is known to be married to somebody else who lives."""
    if one.spouse_id in (None, other.id):
        return False
    return not _spouse_died(one)


def _spouse_died(one: One) -> str:
    """Of a row of a list, and of a resident."""
    spouse = getattr(one, "spouse", None)
    died: str = spouse.died if spouse else getattr(one, "spouse__died", "") or ""
    return died
