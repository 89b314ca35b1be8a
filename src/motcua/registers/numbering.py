"""The numbers of entries that come from paper: which of them a book has room for."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet

from motcua.foundation.numbers import last_number
from motcua.foundation.refusal import Refusal
from motcua.foundation.statements import Paired, Place, Places, Statement
from motcua.registers.errors import NumberIsRunning, NumberTaken
from motcua.registers.kinds import book
from motcua.registers.models import Book, Entry
from motcua.registers.paper import PaperEntry
from motcua.registers.placing import series


@dataclass(frozen=True, slots=True, order=True)
class BookOfYear:
    """The entries of a kind and a year, kept by this commune ("") or by another."""

    commune: str
    kind: str
    kept_by: str
    year: int

    @property
    def series(self) -> str:
        """What the machine's own numbers of that book are counted by; "" where it writes none."""
        return "" if self.kept_by else series(self.kind, commune=self.commune, year=self.year)


@dataclass(slots=True)
class Numbers:
    """The numbers of a book: those that are taken, and the first that was given out here."""

    taken: set[int]
    running: int | None

    def claimed(self, entry: PaperEntry) -> Refusal | None:
        """What speaks against the number of an entry; with nothing against it, it is taken."""
        told = {"book": book(entry.kind).title, "number": entry.number, "year": entry.year}
        if entry.number in self.taken:
            return NumberTaken(field="number", **told)
        if self.running is not None and entry.number >= self.running:
            return NumberIsRunning(field="number", first=self.running, **told)
        self.taken.add(entry.number)
        return None


_KEPT: dict[str, Any] = {
    "commune_id": Place("commune"),
    "kind": Place("kind"),
    "kept_by": Place("kept_by"),
}
_TAKEN = Statement(
    lambda: _entries().filter(Paired("numbers", "year", "number")).values_list("year", "number")
)
# The volumes in which something was written here.
_HERE = Statement(
    lambda: (
        Book.objects.filter(year__in=Places("years"), entries__gt=F("copied"), **_KEPT)
        .order_by()
        .values_list("year")
    )
)
_FIRST_HERE = Statement(lambda: _year("number").filter(copied=False).values_list("number")[:1])
_LAST = Statement(lambda: _year("-number").values_list("number")[:1])


def _entries() -> "QuerySet[Entry]":
    return Entry.objects.filter(**_KEPT)


def _year(order: str) -> "QuerySet[Entry]":
    return _entries().filter(year=Place("year")).order_by(order)


def numbers_of(asked: Mapping[BookOfYear, Sequence[int]]) -> dict[BookOfYear, Numbers]:
    """What of each book speaks against some numbers: no more of it is read than that.

    Whoever writes an entry just now has the series: it is there, or waits for us. They are locked
    in one order, so that two who copy at once wait for one another and not in a ring.
    """
    given = {one: last_number(one.series) if one.series else 0 for one in sorted(asked)}
    found: dict[BookOfYear, Numbers] = {}
    kept: dict[tuple[str, str, str], list[BookOfYear]] = {}
    for one in given:
        kept.setdefault((one.commune, one.kind, one.kept_by), []).append(one)
    for (commune, kind, kept_by), books in kept.items():
        named = {"commune": commune, "kind": kind, "kept_by": kept_by}
        pairs = [(one.year, number) for one in books for number in {*asked[one], given[one]}]
        there = set(_TAKEN.all(numbers=json.dumps(pairs), **named))
        here = {year for (year,) in _HERE.all(years=[one.year for one in books], **named)}
        for one in books:
            taken = {number for number in asked[one] if (one.year, number) in there}
            own = {**named, "year": one.year}
            if one.year in here:
                (running,) = _FIRST_HERE.first(**own) or (None,)
            elif not given[one] or (one.year, given[one]) in there:
                running = None
            else:
                # No entry was written here yet, but papers may bear numbers of the same series.
                (last,) = _LAST.first(**own) or (0,)
                running = last + 1 if given[one] > last else None
            found[one] = Numbers(taken, running)
    return found
