"""Spreadsheets as people bring them."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook


def workbook(path: Path, rows: Iterable[Sequence[Any]], *, merged: Sequence[str] = ()) -> Path:
    """An .xlsx made by a library that the product does not use."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    book.save(path)
    return path
