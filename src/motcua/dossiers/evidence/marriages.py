"""From the marriages that the books hold to what somebody is now. Plain Python.

A marriage is over by divorce or by death; one that was annulled never was. What is not sure to be
of this person counts for nothing here: it is shown, and somebody has to look.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from motcua.foundation.names import folded
from motcua.people.recognising import Named

Word = Literal["never", "married", "divorced", "widowed"]


@dataclass(frozen=True, slots=True)
class End:
    """How a marriage ended, on which day in the stored form, by which paper, from which record."""

    how: Literal["divorced", "annulled", "widowed"]
    on: str
    paper: str
    source: str


@dataclass(frozen=True, slots=True)
class Marriage:
    """A marriage of somebody: to whom, since when, which entry, and its end, if any."""

    spouse: Named
    on: str
    reference: str
    source: str
    sure: bool = True
    again: bool = False
    end: End | None = None

    @property
    def counts(self) -> bool:
        """Whether it says something of what this person is."""
        return self.sure and (self.end is None or self.end.how != "annulled")


@dataclass(frozen=True, slots=True)
class Status:
    """What follows from the books, and from which marriage; several that stand contradict."""

    word: Word
    marriage: Marriage | None = None
    standing: Sequence[Marriage] = ()


def status_of(marriages: Sequence[Marriage]) -> Status:
    """The one that stands, else the one that ended last."""
    counted = sorted((one for one in marriages if one.counts), key=lambda one: one.on)
    standing = [one for one in counted if one.end is None]
    if standing:
        return Status("married", standing[-1], standing)
    if not counted:
        return Status("never")
    last = max(counted, key=lambda one: one.end.on if one.end else "")
    return Status("divorced" if last.end and last.end.how == "divorced" else "widowed", last)


def once_each(marriages: Sequence[Marriage]) -> list[Marriage]:
    """A marriage that was registered again is the one that it was: its end is the end of both."""
    found: list[Marriage] = []
    for one in sorted(marriages, key=lambda one: (one.on, one.source)):
        first = next((at for at, two in enumerate(found) if one.again and same(one, two)), None)
        if first is None:
            found.append(one)
        elif found[first].end is None and one.end is not None:
            found[first] = replace(found[first], end=one.end)
    return found


def same(one: Marriage, other: Marriage) -> bool:
    """Whether two entries are of the same couple."""
    return folded(one.spouse.name) == folded(other.spouse.name)
