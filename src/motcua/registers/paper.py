"""An entry as a paper book has it, and what can be wrong with it. Plain Python, no database."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from motcua.foundation.actor import Actor
from motcua.foundation.refusal import Refusal
from motcua.registers.errors import (
    DateOutsideYear,
    DateToCome,
    EventAfterRegistration,
    PlaceOnPaper,
    TermMissing,
    TermOutOfShape,
    TermUnknown,
    UnknownBook,
    YearOfBook,
)
from motcua.registers.kinds import BookKind, books
from motcua.registers.margins import PaperNote, margin_faults
from motcua.registers.shapes import fits, late

# Civil status has been kept in Vietnamese books since the civil code of Tonkin; older is a slip.
FIRST_YEAR = 1900
# As many as the columns hold.
_MOST_SMALL, _MOST_NUMBER = 32_767, 2_147_483_647


@dataclass(frozen=True, slots=True)
class PaperEntry:
    """What stands on the page: where, since when, and the terms in the form of `kinds`.

    `content` is what was first written, `notes` stand in its margin, in their order. `kept_by` is
    who kept the book, "" for this commune itself. `lacking` says of terms that are not in `content`
    why: `shapes.UNREADABLE` or `BLANK`. The same `source` again is the same entry.
    """

    kind: str
    year: int
    volume: int
    number: int
    page: int
    registered_on: date
    content: Mapping[str, str]
    source: str
    kept_by: str = ""
    lacking: Mapping[str, str] = field(default_factory=dict)
    notes: Sequence[PaperNote] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """Who vouches for what was read, and when."""

    by: Actor
    at: datetime


@dataclass(frozen=True, slots=True)
class Origin:
    """Where it was read: `way` is reading or import, `book` names the book in words, or the file.

    With "" for `book` each entry names its own volume. `scan` is the kept picture of the page, ""
    for none.
    """

    way: str
    book: str
    first: Reader
    second: Reader | None = None
    scan: str = ""


def faults(entry: PaperEntry, *, today: date) -> list[Refusal]:
    """All that is wrong with it by itself, each with the field that it is about."""
    kind = books().get(entry.kind)
    if kind is None:
        return [UnknownBook(field="kind")]
    own = [*_of_place(entry, today), *_of_terms(entry, kind), *_of_events(entry, kind)]
    margin = margin_faults(
        kind, entry.content, entry.notes, written=entry.registered_on, today=today
    )
    return [*own, *margin]


def _of_place(entry: PaperEntry, today: date) -> Iterator[Refusal]:
    most = {"number": _MOST_NUMBER, "volume": _MOST_SMALL, "page": _MOST_SMALL}
    for name, last in most.items():
        if not 1 <= getattr(entry, name) <= last:
            yield PlaceOnPaper(field=name)
    if not FIRST_YEAR <= entry.year <= today.year:
        yield YearOfBook(field="year", first=FIRST_YEAR, last=today.year)
    if entry.registered_on.year != entry.year:
        yield DateOutsideYear(field="registered_on", year=entry.year, day=_day(entry))
    elif entry.registered_on > today:
        yield DateToCome(field="registered_on", day=_day(entry))


def _day(entry: PaperEntry) -> str:
    return f"{entry.registered_on:%d/%m/%Y}"


def _of_terms(entry: PaperEntry, kind: BookKind) -> Iterator[Refusal]:
    for key in (*entry.content, *entry.lacking):
        if key not in kind.terms:
            yield TermUnknown(field=key, term=key)
    for term in kind.terms.values():
        value = entry.content.get(term.key, "")
        if not value and term.must and term.key not in entry.lacking:
            yield TermMissing(field=term.key, term=term.words)
        elif value and not fits(term, value):
            yield TermOutOfShape(field=term.key, term=term.words, value=value)


def _of_events(entry: PaperEntry, kind: BookKind) -> Iterator[Refusal]:
    """Births and deaths come before their registration, by as much as is known of the date."""
    for term in kind.terms.values():
        value = entry.content.get(term.key, "")
        if late(term, value, entry.registered_on):
            yield EventAfterRegistration(field=term.key, term=term.words, day=_day(entry))
