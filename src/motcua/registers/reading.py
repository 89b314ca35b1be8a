"""What two people typed from a page, and what it means. Plain Python, no database.

A field is `number`, `page` or `registered_on`, a term of the book by its key, or a part of a note
in the margin (`margin_reading`). Typed instead of a value, ``?`` says that the page cannot be read
there, ``-`` that it says nothing, ``"`` the same as in the entry before.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from motcua.foundation.names import tidy
from motcua.foundation.refusal import Refusal
from motcua.foundation.typed_number import typed_number
from motcua.registers.errors import DayNotTyped, NumberNotTyped, TermOutOfShape
from motcua.registers.kinds import Term, book
from motcua.registers.margin_reading import (
    compared_notes,
    note_fields,
    note_shown,
    notes_meant,
    split,
)
from motcua.registers.margins import PaperNote
from motcua.registers.old_dates import day_in, old_date
from motcua.registers.paper import PaperEntry
from motcua.registers.shapes import BLANK, UNREADABLE

PLACE = ("number", "page", "registered_on")
MARKS: Mapping[str, str] = {"?": UNREADABLE, "-": BLANK}
DITTO = '"'
# Who signs a page and where says little about the people in it, and is the same on page after page.
_NOT_ITS_PEOPLE = ("signer.", "original.", "document.", "paper.")


@dataclass(frozen=True, slots=True)
class Volume:
    """The paper volume as far as an entry of it needs to know."""

    kind: str
    year: int
    volume: int
    kept_by: str = ""


@dataclass(slots=True)
class Meant:
    """What was typed, in the form of the books, and what could not be understood."""

    number: int = 0
    page: int = 0
    registered_on: date | None = None
    content: dict[str, str] = field(default_factory=dict)
    lacking: dict[str, str] = field(default_factory=dict)
    notes: list[PaperNote] = field(default_factory=list)
    problems: list[Refusal] = field(default_factory=list)

    def entry(self, volume: Volume, source: str) -> PaperEntry:
        """For the book; a day that was not understood is the last of the year until it is."""
        return PaperEntry(
            kind=volume.kind,
            year=volume.year,
            volume=volume.volume,
            kept_by=volume.kept_by,
            number=self.number,
            page=self.page,
            registered_on=self.registered_on or date(volume.year, 12, 31),
            content=self.content,
            lacking=self.lacking,
            notes=self.notes,
            source=source,
        )


def fields(kind: str) -> tuple[str, ...]:
    """Every field of an entry of that kind, in the order of the page, without its margin."""
    return (*PLACE, *book(kind).terms)


def read_twice(kind: str) -> tuple[str, ...]:
    """The fields that a second person types without seeing the first: number, names, dates; of the
    margin all."""
    terms = (
        term.key
        for term in book(kind).terms.values()
        if term.kind == "date"
        or (term.key.endswith(".name") and not term.key.startswith(_NOT_ITS_PEOPLE))
    )
    return ("number", "registered_on", *terms)


def said(typed: Mapping[str, str], kind: str, before: Mapping[str, str]) -> dict[str, str]:
    """What was typed, tidy, without blanks; a ditto is what the entry before says there."""
    given = {key: tidy(typed.get(key, "")) for key in fields(kind)}
    told = {key: before.get(key, "") if one == DITTO else one for key, one in given.items()}
    margin = {key: tidy(typed[key]) for key in note_fields(typed)}
    return {key: one for key, one in (told | margin).items() if one}


def meant(volume: Volume, typed: Mapping[str, str]) -> Meant:
    """The typed words as the books write them; what is none stands in `problems`."""
    out = Meant()
    _place(out, volume, typed)
    for term in book(volume.kind).terms.values():
        value = typed.get(term.key, "")
        if value in MARKS:
            out.lacking[term.key] = MARKS[value]
        elif value:
            _term(out, term, value, volume.year)
    out.notes, problems = notes_meant(volume.kind, volume.year, typed)
    out.problems += problems
    return out


def _place(out: Meant, volume: Volume, typed: Mapping[str, str]) -> None:
    for name in ("number", "page"):
        value = typed_number(typed.get(name, ""))
        if value is None:
            out.problems.append(NumberNotTyped(field=name))
        setattr(out, name, value or 0)
    try:
        out.registered_on = day_in(typed.get("registered_on", ""), year=volume.year)
    except ValueError:
        out.problems.append(DayNotTyped(field="registered_on"))


def _term(out: Meant, term: Term, value: str, year: int) -> None:
    if term.kind != "date":
        out.content[term.key] = value
        return
    try:
        out.content[term.key] = str(old_date(value, year=year))
    except ValueError:
        out.problems.append(TermOutOfShape(field=term.key, term=term.words, value=value))


def shown(volume: Volume, key: str, value: str) -> str:
    """What was typed as it will be written: a date in full, a mark as it is."""
    if value in ("", *MARKS):
        return value
    try:
        if split(key):
            return note_shown(volume.year, key, value)
        if key == "registered_on":
            return f"{day_in(value, year=volume.year):%d/%m/%Y}"
        term = book(volume.kind).terms.get(key)
        if term and term.kind == "date":
            return old_date(value, year=volume.year).shown
    except ValueError:
        return value
    return value


def differing(volume: Volume, first: Mapping[str, str], second: Mapping[str, str]) -> Sequence[str]:
    """The fields read twice in which the two do not agree; small and capital letters are one."""
    margin = compared_notes(first, second)
    return [
        key
        for key in (*read_twice(volume.kind), *margin)
        if _same(volume, key, first) != _same(volume, key, second)
    ]


def _same(volume: Volume, key: str, typed: Mapping[str, str]) -> str:
    return shown(volume, key, tidy(typed.get(key, ""))).casefold()
