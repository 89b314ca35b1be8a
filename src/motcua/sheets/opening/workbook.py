"""Rows from a workbook: .xlsx, .xls or .ods."""

from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from motcua.sheets.opening.bounds import Cell, Refused, Said

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_ERRORS = ("#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!")

Merged = Sequence[tuple[tuple[int, int], tuple[int, int]]]


def sheet_of(content: bytes) -> tuple[str, Iterator[list[Cell]]]:
    """The name of the first sheet that holds anything, and its rows.

    A formula is its last result. What was merged downwards holds for each of its rows.
    """
    try:
        # Of bytes, not of a path: of a path that cannot be opened the reader says that it knows no
        # such format, as if it were the fault of the file.
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            if sheet.start is not None:
                return name, _filled(_placed(sheet), sheet.merged_cell_ranges or ())
    except PasswordError as fault:
        raise Refused(Said.LOCKED) from fault
    except (CalamineError, ValueError) as fault:
        raise Refused(Said.UNREADABLE) from fault
    raise Refused(Said.EMPTY)


def _placed(sheet: CalamineSheet) -> Iterator[list[Any]]:
    """The rows from the first of the sheet on; the reader leaves off empty columns in front."""
    before: list[Any] = [None] * (sheet.start or (0, 0))[1]
    for row in sheet.iter_rows():
        yield before + row


def _filled(rows: Iterator[list[Any]], merged: Merged) -> Iterator[list[Cell]]:
    down = [
        (top, bottom, column)
        for (top, column), (bottom, last) in merged
        if bottom > top and column == last
    ]
    held: dict[int, tuple[int, Cell]] = {}
    starts = {(top, column): bottom for top, bottom, column in down}
    columns = {column for _top, _bottom, column in down}
    for number, row in enumerate(rows):
        cells = [cell_of(value) for value in row]
        for column in columns:
            if column >= len(cells):
                continue
            if (number, column) in starts:
                held[column] = (starts[number, column], cells[column])
            elif column in held and number <= held[column][0]:
                cells[column] = held[column][1]
        yield cells


def cell_of(value: object) -> Cell:
    """A value of the reader as it goes out: text, number, truth, date, error, or nothing."""
    if isinstance(value, str):
        return ["error", value] if value in _ERRORS else (value or None)
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 10**15 else value
    if isinstance(value, date):
        return ["date", value.isoformat()[:10]]
    return value if isinstance(value, int) else ["time", str(value)]
