"""Lines of a list of entries as the books know them; what cannot be read is said, all of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from motcua.registers.kinds import BookKind, book
from motcua.registers.margins import PaperNote
from motcua.registers.paper import PaperEntry
from motcua.registers.shapes import typed
from motcua.sheets.cells import CellError, date_of, number_of, text_of
from motcua.sheets.note_cells import has_note, note_of
from motcua.sheets.opening.bounds import Cell
from motcua.sheets.problems import Problem


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a book: an entry with its first note, or (`entry` None) a further note of one.

    `key` are its year and number, `place` volume, page and day.
    """

    row: int
    key: tuple[int, int]
    place: tuple[int, int, date]
    entry: PaperEntry | None
    note: PaperNote | None


@dataclass(slots=True)
class BookReader:
    """Reads the lines of one file; remembers their numbers, since each stands in it once.

    `spoilt` are the entries of which a note cannot be read, with its row: they are not taken.
    """

    commune: str
    kind: BookKind
    spoilt: dict[tuple[int, int], int] = field(default_factory=dict)
    _numbers: dict[tuple[int, int], int] = field(default_factory=dict)

    def read(self, row: int, cells: Mapping[str, Cell]) -> tuple[Line | None, list[Problem]]:
        """The row, None where it cannot be taken, and what there is to say of it."""
        said: list[Problem] = []
        place = {name: self._number(row, name, cells.get(name), said) for name in _NUMBERS}
        day = self._day(row, cells.get("registered_on"), said)
        note = note_of(row, cells, self.kind, said)
        content = {} if self.goes_on(cells) else self._content(row, cells, said)
        if said or day is None:
            if day is not None and note is not None:
                self.spoilt.setdefault((day.year, place["number"]), row)
            return None, said
        key = (day.year, place["number"])
        where = (place["volume"], place["page"], day)
        if self.goes_on(cells):
            return Line(row, key, where, None, note), said
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
        return Line(row, key, where, entry, note), said

    def goes_on(self, cells: Mapping[str, Cell]) -> bool:
        """Whether it is a further note of the entry above: a note, and no term of an entry."""
        return has_note(cells) and not any(
            cells.get(key) not in (None, "") for key in self.kind.terms
        )

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
    if kind != "date" or not text:
        return typed(kind, text)
    try:
        return str(date_of(cell))
    except ValueError:
        return text


def reader_of(commune: str, code: str) -> BookReader:
    """A reader for the lists of a book."""
    return BookReader(commune, book(code))
