"""Lines of a list of entries as the books know them; what cannot be read is said, all of it."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import NamedTuple

from motcua.foundation.names import folded, tidy
from motcua.foundation.refusal import Refusal
from motcua.foundation.statements import Paired, Place, Statement
from motcua.people.ethnic import code_of
from motcua.procedures.lists import nationality_names
from motcua.registers.kinds import BookKind, book
from motcua.registers.models import Entry
from motcua.registers.paper import PaperEntry
from motcua.sheets.cells import CellError, date_of, number_of, text_of
from motcua.sheets.opening.bounds import Cell
from motcua.sheets.problems import Problem

_SEXES = {
    "nam": "male",
    "nu": "female",
    "1": "male",
    "2": "female",
    "3": "undetermined",
    "khong xac dinh": "undetermined",
}


@dataclass(slots=True)
class BookReader:
    """Reads the lines of one file; remembers their numbers, since each stands in it once."""

    commune: str
    kind: BookKind
    _numbers: dict[tuple[int, int], int] = field(default_factory=dict)

    def read(self, row: int, cells: Mapping[str, Cell]) -> tuple[PaperEntry | None, list[Problem]]:
        """The entry, None where it cannot be taken, and what there is to say of the line."""
        said: list[Problem] = []
        place = {name: self._number(row, name, cells.get(name), said) for name in _NUMBERS}
        day = self._day(row, cells.get("registered_on"), said)
        content = self._content(row, cells, said)
        if said or day is None:
            return None, said
        key = (day.year, place["number"])
        before = self._numbers.setdefault(key, row)
        if before != row:
            return None, [Problem(row, "number", "twice", {"other": before})]
        source = f"import:{self.commune}:{self.kind.code}:{day.year}:{place['number']}"
        entry = PaperEntry(
            kind=self.kind.code,
            year=day.year,
            registered_on=day,
            content=content,
            source=source,
            number=place["number"],
            volume=place["volume"],
            page=place["page"],
        )
        return entry, said

    def _number(self, row: int, name: str, cell: Cell, said: list[Problem]) -> int:
        try:
            return number_of(cell)
        except ValueError:
            text = "" if cell is None else str(cell)
            code = "no_number" if text else "empty"
            said.append(Problem(row, name, code, {"is": text[:80]}))
            return 0

    def _day(self, row: int, cell: Cell, said: list[Problem]) -> date | None:
        try:
            day = date_of(cell).whole
        except ValueError:
            day = None
        if day is None:
            text = "" if cell is None else str(cell)
            said.append(
                Problem(row, "registered_on", "no_day" if text else "empty", {"is": text[:80]})
            )
        return day

    def _content(self, row: int, cells: Mapping[str, Cell], said: list[Problem]) -> dict[str, str]:
        content = {}
        for key, term in self.kind.terms.items():
            cell = cells.get(key)
            if cell is None:
                continue
            try:
                value = _stored(term.kind, cell)
            except CellError as fault:
                said.append(Problem(row, key, "formula", {"is": str(fault)}))
                continue
            if value:
                content[key] = value
        return content


_NUMBERS = ("number", "volume", "page")


def _stored(kind: str, cell: Cell) -> str:
    """A term in the stored form; what is in no shape stays as it is, and the book says no to it."""
    text = text_of(cell)
    return _SHAPES[kind](cell, text) if text and kind in _SHAPES else text


def _date(cell: Cell, text: str) -> str:
    try:
        return str(date_of(cell))
    except ValueError:
        return text


def _sex(_cell: Cell, text: str) -> str:
    return _SEXES.get(folded(text), text)


def _ethnic(_cell: Cell, text: str) -> str:
    return text.zfill(2) if text.isdecimal() else code_of(text) or text


def _nation(_cell: Cell, text: str) -> str:
    return _nations().get(folded(text), text)


def _clock(_cell: Cell, text: str) -> str:
    found = re.match(r"(\d{1,2})\s*(?:[:hg]|giờ)\s*(\d{0,2})", text)
    return f"{int(found[1]):02}:{int(found[2] or 0):02}" if found else text


@cache
def _nations() -> Mapping[str, str]:
    return {folded(name): code for code, name in nationality_names("vi").items()}


_SHAPES: Mapping[str, Callable[[Cell, str], str]] = {
    "date": _date,
    "sex": _sex,
    "ethnic": _ethnic,
    "nation": _nation,
    "clock": _clock,
}


@dataclass(frozen=True, slots=True)
class Beside:
    """Some entries of a file beside the books: with their rows those that the books do not have,
    how many stand there just so, and those that stand there otherwise."""

    fresh: Sequence[tuple[int, PaperEntry]]
    same: int
    problems: Sequence[Problem]

    @property
    def entries(self) -> list[PaperEntry]:
        """Those that the books do not have."""
        return [entry for _row, entry in self.fresh]

    def said(self, faults: Mapping[int, Sequence[Refusal]]) -> list[Problem]:
        """What the books say of those, by the rows of the file."""
        return [
            Problem(
                self.fresh[place][0],
                one.field or "number",
                one.code,
                {name: str(fact) for name, fact in one.facts.items()},
            )
            for place, refusals in faults.items()
            for one in refusals
        ]


class _There(NamedTuple):
    """An entry of the book, as it is laid beside a line."""

    number: int
    volume: int
    page: int
    registered_on: date
    content: Mapping[str, str]


_THERE = Statement(
    lambda: Entry.objects.filter(
        Paired("numbers", "year", "number"),
        commune_id=Place("commune"),
        kind=Place("kind"),
        kept_by="",
    ).values_list("year", *_There._fields)
)


def beside(commune: str, entries: Sequence[tuple[int, PaperEntry]]) -> Beside:
    """Each entry with its row: not in the book yet, there just so, or there otherwise."""
    known = _known(commune, [entry for _row, entry in entries])
    fresh: list[tuple[int, PaperEntry]] = []
    problems: list[Problem] = []
    same = 0
    for row, entry in entries:
        there = known.get((entry.year, entry.number))
        if there is None:
            fresh.append((row, entry))
        elif _alike(there, entry):
            same += 1
        else:
            problems.append(Problem(row, "number", "differs"))
    return Beside(fresh, same, problems)


def _known(commune: str, entries: Sequence[PaperEntry]) -> dict[tuple[int, int], _There]:
    if not entries:
        return {}
    numbers = json.dumps([(one.year, one.number) for one in entries])
    found = _THERE.all(commune=commune, kind=entries[0].kind, numbers=numbers)
    return {(year, there[0]): _There._make(there) for year, *there in found}


def _alike(there: _There, entry: PaperEntry) -> bool:
    place = (there.volume, there.page, there.registered_on)
    if place != (entry.volume, entry.page, entry.registered_on):
        return False
    said = {key: tidy(value) for key, value in there.content.items() if value}
    return said == dict(entry.content)


def reader_of(commune: str, code: str) -> BookReader:
    """A reader for the lists of a book."""
    return BookReader(commune, book(code))
