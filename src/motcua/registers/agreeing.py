"""How far two entries agree about a person, a name or a day. Plain Python."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from motcua.foundation.name_index import words_of
from motcua.foundation.partial_date import PartialDate
from motcua.registers.likeness import Nearness, likeness, resembles

# What all wrong letters of a name may cost, and still it is the same name written badly.
MOST_WRONG = 2.0
_OTHER_NAMES = (Nearness.RESEMBLING, Nearness.NEAR_LONGER)
# A slip of a key or of the line above: not more days than this apart.
_FEW_DAYS = 3
_NUMBER, _WHOLE_DAY = 12, len("1954-03-21")


class Agreement(IntEnum):
    """`WITHIN`: one of two days is vaguer and holds the other. `NEAR`: a slip apart."""

    SAME = 0
    WITHIN = 1
    NEAR = 2
    UNKNOWN = 3
    OTHER = 4


SAME, WITHIN, NEAR, UNKNOWN, OTHER = Agreement


@dataclass(frozen=True, slots=True)
class Person:
    """How far two entries agree about one person."""

    name: Agreement
    born: Agreement
    number: Agreement

    @property
    def alike(self) -> bool:
        """Whether the names may be one name."""
        return self.name in (SAME, NEAR)

    @property
    def certain(self) -> bool:
        """Nobody else is of that name and day, as far as these two say."""
        return self.number is SAME or (self.alike and self.born is SAME)

    @property
    def possible(self) -> bool:
        """The name is, and nothing speaks against the birth."""
        return self.number is SAME or (self.alike and self.born is not OTHER)

    @property
    def contrary(self) -> bool:
        """Both entries say who it is, and it is somebody else."""
        return self.name is OTHER and self.number is not SAME


def person(who: str, one: Mapping[str, str], other: Mapping[str, str]) -> Person:
    """Two entries about a person of theirs."""
    said = [[content.get(f"{who}.{what}", "") for content in (one, other)] for what in _ASKED]
    (name, names), (born, borns), (number, numbers) = said
    return Person(names_agree(name, names), days_agree(born, borns), _numbers(number, numbers))


_ASKED = ("name", "birth", "identity")


def names_agree(one: str, other: str) -> Agreement:
    """Marks, capitals and the order of words apart; a word left out or a wrong letter is near."""
    short, long = sorted((tuple(words_of(one)), tuple(words_of(other))), key=len)
    if not short:
        return UNKNOWN
    if short == long:
        return SAME
    if len(long) > len(short) + 1:
        return OTHER
    # Of two names of one length either may be the one that was mistyped.
    pairs = [(short, long), *([(long, short)] if len(short) == len(long) else [])]
    return NEAR if any(_near(*pair) for pair in pairs) else OTHER


def _near(typed: tuple[str, ...], name: tuple[str, ...]) -> bool:
    if not all(any(resembles(word, written) for written in name) for word in typed):
        return False
    found = likeness(typed, name)
    if found.nearness in _OTHER_NAMES or found.cost > MOST_WRONG or len(found.more) > 1:
        return False
    # Of a name of one word nothing may be left out: every name has a Thị.
    return not found.more or len(typed) > 1


def days_agree(one: str, other: str) -> Agreement:
    """Two days in the stored form, whole or partial."""
    if not one or not other:
        return UNKNOWN
    if one == other:
        return SAME
    if one.startswith(other) or other.startswith(one):
        return WITHIN
    return NEAR if _slip(one, other) else OTHER


def days_between(one: str, other: str) -> int | None:
    """How many days are between two; None where either is not wholly known."""
    first, second = _whole(one), _whole(other)
    return abs((first - second).days) if first and second else None


def _slip(one: str, other: str) -> bool:
    """One digit wrong, two digits swapped, day and month exchanged, or a few days apart."""
    if not len(one) == len(other) == _WHOLE_DAY:
        return False
    wrong = [at for at in range(len(one)) if one[at] != other[at]]
    if len(wrong) == 1:
        return True
    if len(wrong) == 2 and [one[at] for at in wrong] == [other[at] for at in reversed(wrong)]:
        return True
    if one[:4] + one[7:] + one[4:7] == other:
        return True
    days = days_between(one, other)
    return days is not None and days <= _FEW_DAYS


def _whole(day: str) -> date | None:
    try:
        return PartialDate.stored(day).whole
    except ValueError:
        return None


def _numbers(one: str, other: str) -> Agreement:
    """Numbers of identity count when both are whole."""
    if len(one) != _NUMBER or len(other) != _NUMBER:
        return UNKNOWN
    return SAME if one == other else OTHER
