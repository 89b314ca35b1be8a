"""Whether two entries of one kind may be one event written twice, and what speaks for it.

Plain Python. Twins have parents and a day in common and are two; a birth that was registered again
because its book was lost stands beside the old entry by right.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from motcua.registers.agreeing import (
    NEAR,
    OTHER,
    SAME,
    UNKNOWN,
    Agreement,
    Person,
    days_agree,
    days_between,
    person,
)
from motcua.registers.kinds import CANCELLATION, Twice

# In this order a list shows them.
LIKELY, WEAK = 1, 2
AGAIN = "again"
# Nobody gives birth twice within so many days; twins may come on two.
_BETWEEN_BIRTHS = range(2, 200)
# A death is told within days; a month is a slip or another person.
_SAME_TIME = 31


@dataclass(frozen=True, slots=True)
class Event:
    """One entry as far as it is compared: its terms, when it was written, which notes it has."""

    content: Mapping[str, str]
    registered_on: date
    notes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Alike:
    """How much speaks for one event (LIKELY or WEAK), and what: words of `doubles.GROUNDS`."""

    weight: int
    grounds: tuple[str, ...]


def alike(one: Event, other: Event, twice: Twice) -> Alike | None:
    """None where the two are not suspected to be one event."""
    first, second = sorted((one, other), key=lambda event: event.registered_on)
    if second.content.get(AGAIN) and not first.content.get(AGAIN):
        return None
    if CANCELLATION in first.notes | second.notes or first.notes & set(twice.ended):
        return None
    return _Pair(first, second, twice).judged()


class _Pair:
    """Two entries side by side: the people, their family, the day."""

    def __init__(self, first: Event, second: Event, twice: Twice) -> None:
        self.first, self.second, self.twice = first, second, twice
        one, other = first.content, second.content
        self.people = [person(who, one, other) for who in twice.people]
        self.kin = [person(who, one, other) for who in twice.kin]
        self.day = days_agree(*self._told(twice.day))
        self.same_writing = first.registered_on == second.registered_on

    def judged(self) -> Alike | None:
        """By the numbers, then by the names and days, then by the family alone."""
        if all(one.number is SAME for one in self.people):
            return self._alike(LIKELY, "number")
        weight = self._weight()
        if weight is None:
            return self._of_family()
        if any(one.number is OTHER for one in self.people):
            # Two numbers speak for two people; but who is registered twice is often given two.
            weight = WEAK if weight == LIKELY else None
        return self._alike(weight) if weight else None

    def _weight(self) -> int | None:
        if any(one.contrary for one in self.people):
            return None
        kin = self._kin()
        if kin is OTHER:
            return None
        if all(one.certain for one in self.people):
            return self._of_certain(kin)
        if kin is SAME:
            return self._of_one_family()
        return self._of_possible()

    def _of_certain(self, kin: Agreement) -> int | None:
        """The same names and births: one event, or twins whose names are a letter apart."""
        near = any(one.name is NEAR for one in self.people)
        if near and kin is SAME:
            return self._of_near_twins()
        doubtful = near and bool(self.twice.kin) and kin is UNKNOWN
        return WEAK if doubtful else LIKELY

    def _of_near_twins(self) -> int | None:
        if self._other_sex():
            return None
        return WEAK if self.same_writing else LIKELY

    def _of_one_family(self) -> int | None:
        """The name and the parents agree, the birth does not quite."""
        one = self.people[0]
        if one.born is OTHER:
            sure = one.name is SAME and all(each.alike for each in self.kin)
            return LIKELY if sure and self._same_year() else None
        doubtful = UNKNOWN in (one.name, one.born) or (one.name is NEAR and not self._same_year())
        return WEAK if doubtful else LIKELY

    def _of_possible(self) -> int | None:
        """No family to go by: the day of the event, or the other of two, has to agree."""
        possible = all(one.possible for one in self.people)
        if len(self.people) > 1:
            certain = any(one.certain for one in self.people)
            return LIKELY if possible and certain else WEAK if possible or certain else None
        if not possible:
            return self._of_time() if self.people[0].name is SAME else None
        if self.twice.day:
            return LIKELY if self.day is SAME else self._of_time()
        slip = self.people[0].name is SAME and self.people[0].born is NEAR
        return WEAK if slip else None

    def _of_time(self) -> int | None:
        """Of one name, and what happened to them happened at about one time."""
        if not self.twice.day:
            return None
        days = self._days_between(self.twice.day)
        return WEAK if self.day is NEAR or (days is not None and days <= _SAME_TIME) else None

    def _of_family(self) -> Alike | None:
        """Another name: the same parents on one day, or too soon for two births; one of a couple,
        and the other born on one day or registered on one."""
        if len(self.people) > 1:
            others = [one for one in self.people if not one.certain]
            near = self.same_writing or all(one.born is SAME for one in others)
            certain = len(others) < len(self.people)
            return self._alike(WEAK, "one_of_two") if certain and near else None
        if not self._whole_family() or self._other_sex() or self.people[0].number is OTHER:
            return None
        if self.people[0].born is SAME and not self.same_writing:
            return self._alike(WEAK, "twins")
        days = self._days_between(f"{self.twice.people[0]}.birth")
        return self._alike(WEAK, "too_soon") if days in _BETWEEN_BIRTHS else None

    def _whole_family(self) -> bool:
        """Whether all of the parents of whom both entries tell are the same."""
        told = [one for one in self.kin if one.name is not UNKNOWN]
        return bool(told) and all(one.possible for one in told)

    def _kin(self) -> Agreement:
        """SAME where somebody agrees, OTHER where only others are named.

        A year of birth of the parents is often a guess: it alone makes them nobody else.
        """
        if any(one.possible for one in self.kin):
            return SAME
        return OTHER if any(one.contrary for one in self.kin) else UNKNOWN

    def _same_year(self) -> bool:
        one, other = self._told(f"{self.twice.people[0]}.birth")
        return bool(one) and one[:4] == other[:4]

    def _other_sex(self) -> bool:
        one, other = self._told(f"{self.twice.people[0]}.sex")
        return bool(one and other) and one != other

    def _days_between(self, key: str) -> int | None:
        return days_between(*self._told(key))

    def _told(self, key: str) -> tuple[str, str]:
        """What each of the two says of a term."""
        return self.first.content.get(key, ""), self.second.content.get(key, "")

    def _alike(self, weight: int, *also: str) -> Alike:
        grounds = [*also, *_names(self.people), *_births(self.people)]
        if self.kin and self._kin() is SAME:
            grounds.append("kin")
        if self.twice.day and self.day in (SAME, NEAR):
            grounds.append("day")
        if self.same_writing:
            grounds.append("written_together")
        return Alike(weight, tuple(grounds))


def _names(people: Sequence[Person]) -> list[str]:
    if any(one.name is OTHER for one in people):
        return ["other_name"]
    return ["name" if all(one.name is SAME for one in people) else "near_name"]


def _births(people: Sequence[Person]) -> list[str]:
    worst = max(one.born for one in people)
    return [_BIRTHS[worst]] if worst in _BIRTHS else []


_BIRTHS = {SAME: "birth", Agreement.WITHIN: "vague_birth", NEAR: "near_birth", OTHER: "other_birth"}
