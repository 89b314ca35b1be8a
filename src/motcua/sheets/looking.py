"""The first rows of a list: where its headings are, what they mean, how it begins."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from motcua.foundation.files import path_of
from motcua.sheets.cells import CellError, text_of
from motcua.sheets.errors import HeadingsMissing
from motcua.sheets.fields import guessed
from motcua.sheets.models import BroughtList, ChosenColumns
from motcua.sheets.opening.bounds import Cell
from motcua.sheets.reading import Opened, Row, opened

FIRST = 20
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Look:
    """What the file is, the row of its headings, the headings, and the first rows beneath."""

    told: Mapping[str, str]
    heading_row: int
    headings: Sequence[str]
    sample: Sequence[Sequence[str]]
    columns: Sequence[str]


def look(digest: str, *, commune: str, kind: str, heading_row: int = 0) -> Look:
    """Open a kept file; the headings stand in the row of which most are known, or as given.

    Refuses HeadingsMissing and what `reading.opened` does.
    """
    with opened(path_of(digest)) as sheet:
        told = told_of(sheet)
        rows = list(islice(sheet.rows, FIRST + _SHOWN))
    known = chosen(commune, kind)
    texts = [(number, [shown(cell) for cell in row]) for number, row in rows]
    at = heading_row or _heading_row(kind, texts[:FIRST], known)
    headings = next((cells for number, cells in texts if number == at), [])
    if sum(bool(one) for one in headings) < 2:
        raise HeadingsMissing(field="heading_row")
    sample = [cells for number, cells in texts if number > at][:_SHOWN]
    return Look(told, at, headings, sample, guessed(kind, headings, known))


def told_of(sheet: Opened) -> dict[str, str]:
    """What the reader says of a file, to be kept beside it."""
    return {
        "kind": sheet.kind,
        "sheet": sheet.sheet,
        "encoding": sheet.encoding,
        "separator": sheet.separator,
    }


def chosen(commune: str, kind: str) -> Mapping[str, str]:
    """What the commune chose for headings before, by the bare heading."""
    row = ChosenColumns.objects.filter(commune_id=commune, kind=kind).first()
    found: Mapping[str, str] = row.columns if row else {}
    return found


def rows_of(brought: BroughtList) -> Iterator[tuple[int, dict[str, Cell], Row]]:
    """The rows beneath the headings that hold anything: number, cells by field, the whole row."""
    places = [(name, place) for place, name in enumerate(brought.columns) if name]
    with opened(path_of(brought.file)) as sheet:
        for number, row in sheet.rows:
            if number <= brought.heading_row or all(cell is None for cell in row):
                continue
            width = len(row)
            cells = {name: row[place] for name, place in places if place < width}
            if any(cell is not None for cell in cells.values()):
                yield number, cells, row


def shown(cell: Cell) -> str:
    """A cell for the screen, also one that holds an error."""
    try:
        return text_of(cell)
    except CellError as fault:
        return str(fault)


def _heading_row(
    kind: str, rows: Sequence[tuple[int, Sequence[str]]], known: Mapping[str, str]
) -> int:
    scored = [(sum(map(bool, guessed(kind, cells, known))), number) for number, cells in rows]
    best = max((score for score, _number in scored), default=0)
    if best:
        return next(number for score, number in scored if score == best)
    return next((number for number, cells in rows if sum(map(bool, cells)) > 1), 1)
