"""What the ministry's software would not take: every row and column of any file, ours or not.

What it demands is known from its template: headings, codes, the guise of a date. That a cell must
be filled is our own reading of it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.foundation.partial_date import PartialDate
from motcua.sheets.cells import CellError, text_of
from motcua.sheets.ministry158.layouts import Column, Layout, layouts
from motcua.sheets.reading import Row, opened

_DATE = re.compile(r"^(?:(?:(\d{2})[./])?(\d{2})[./])?(\d{4})$")
# More than these nobody puts right before looking again.
_MOST = 500

# What is wrong, and what to do about it.
FAULTS: Mapping[str, tuple[str | Promise, str | Promise]] = {
    "unknown_template": (
        _("The headings are those of no template."),
        _("Copy the first row from a template of the software, with all its columns."),
    ),
    "heading": (
        _("The heading is not that of the template: “%(is)s” instead of “%(want)s”."),
        _("Write the heading exactly so, and keep the order of the columns."),
    ),
    "heading_missing": (
        _("The column “%(want)s” is missing."),
        _("Put the column in at this place; its cells may stay empty."),
    ),
    "heading_spare": (
        _("The column “%(is)s” stands behind the last one of the template."),
        _("Take the column off."),
    ),
    "empty": (_("The cell is empty."), _("Fill it in; the entry in the book says what.")),
    "code": (
        _("“%(is)s” is no code of this column."),
        _("Write one of the numbers %(codes)s."),
    ),
    "date": (
        _("“%(is)s” is no date as the software writes it."),
        _("Write it as text: dd.mm.yyyy, mm.yyyy or yyyy, such as 05.06.1999."),
    ),
    "not_text": (
        _("The cell is a date or a number of the spreadsheet, not text."),
        _("Format the column as Text, then type the value again."),
    ),
    "formula": (
        _("The cell shows the error %(is)s of a formula."),
        _("Type the value itself."),
    ),
    "identity": (
        _("A personal identity number has 12 digits; this one has %(length)s."),
        _("Look at the card again; a zero in front is easily lost."),
    ),
    "twice": (
        _("Number and volume stand in row %(other)s already."),
        _("Take off one of the two rows, or correct the number."),
    ),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that would not be taken; `row` and `place` count from 1, `column` is its name."""

    row: int
    place: int
    column: str
    code: str
    facts: Mapping[str, object]

    @property
    def reason(self) -> str:
        return str(FAULTS[self.code][0]) % self.facts

    @property
    def cure(self) -> str:
        return str(FAULTS[self.code][1]) % self.facts


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found. `more`: there are more faults than are listed; `kind` "" is no template."""

    kind: str
    rows: int
    faults: Sequence[Fault]
    more: bool


def check(path: Path) -> Checked:
    """Look at every cell of a file; refuses what `reading.opened` does."""
    with opened(path) as sheet:
        _number, head = next(sheet.rows, (1, []))
        headings = [_shown(cell) for cell in head]
        layout = _meant(headings)
        if layout is None:
            return Checked("", 0, [Fault(1, 1, "", "unknown_template", {})], more=False)
        faults = list(_headings(headings, layout))
        seen: dict[tuple[str, str], int] = {}
        rows = 0
        for number, row in sheet.rows:
            if any(cell is not None for cell in row):
                rows += 1
                faults += _row(number, row, layout, seen)
        return Checked(layout.kind, rows, faults[:_MOST], more=len(faults) > _MOST)


def _meant(headings: Sequence[str]) -> Layout | None:
    """The template with which the file shares most of its headings, at least half of them."""
    names = {_name(one) for one in headings}
    shared = [(len(names & {_name(h) for h in one.headings}), one) for one in layouts().values()]
    most, best = max(shared, key=lambda pair: pair[0])
    return best if most * 2 >= len(best.columns) else None


def _name(heading: str) -> str:
    return heading.split("\n")[0].strip().casefold()


def _headings(headings: Sequence[str], layout: Layout) -> Iterator[Fault]:
    wanted = layout.headings
    for place in range(max(len(headings), len(wanted))):
        found = headings[place] if place < len(headings) else ""
        facts = {"is": found.strip()}
        if place >= len(wanted):
            yield Fault(1, place + 1, found, "heading_spare", facts)
        elif not found:
            name = layout.columns[place].name
            yield Fault(1, place + 1, name, "heading_missing", {"want": name})
        elif found.strip() != wanted[place].strip():
            told = {**facts, "want": wanted[place].strip()}
            yield Fault(1, place + 1, layout.columns[place].name, "heading", told)


def _row(
    number: int, row: Row, layout: Layout, seen: dict[tuple[str, str], int]
) -> Iterator[Fault]:
    said: dict[str, str] = {}
    for place, column in enumerate(layout.columns):
        cell = row[place] if place < len(row) else None
        try:
            text = said[column.source] = text_of(cell)
        except CellError as fault:
            yield Fault(number, place + 1, column.name, "formula", {"is": str(fault)})
            continue
        for code, facts in _cell(column, text, isinstance(cell, list)):
            yield Fault(number, place + 1, column.name, code, facts)
    key = (said.get("number", ""), said.get("volume", ""))
    if all(key) and seen.setdefault(key, number) != number:
        place = next(at for at, one in enumerate(layout.columns) if one.source == "number")
        told = {"other": seen[key]}
        yield Fault(number, place + 1, layout.columns[place].name, "twice", told)


def _cell(column: Column, text: str, native: bool) -> Iterator[tuple[str, dict[str, object]]]:
    if not text:
        if column.must:
            yield "empty", {}
    elif native:
        yield "not_text", {}
    elif column.codes and text not in column.codes:
        yield "code", {"is": text, "codes": ", ".join(column.codes)}
    elif column.way == "date" and not _is_date(text):
        yield "date", {"is": text}
    elif column.way == "identity" and not (text.isdecimal() and len(text) == 12):
        yield "identity", {"length": len(text)}


def _is_date(text: str) -> bool:
    found = _DATE.match(text)
    if not found:
        return False
    day, month, year = (int(part or 0) for part in found.groups())
    try:
        PartialDate(year, month, day)
    except ValueError:
        return False
    return True


def _shown(cell: object) -> str:
    """A heading letter for letter: blanks and lines count."""
    return cell if isinstance(cell, str) else "" if cell is None else str(cell)
