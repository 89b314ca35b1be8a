"""Spreadsheets that people take along: .xlsx as text cells, .csv that no spreadsheet computes."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

from motcua.foundation.loading import Later

if TYPE_CHECKING:
    import xlsxwriter
else:
    xlsxwriter = Later("xlsxwriter")

# A spreadsheet computes a cell of a .csv that begins so; the mark before it is taken off again by
# `cells.text_of`.
_COMPUTED = ("=", "+", "-", "@", "\t", "\r", "'")
_WIDEST = 48
# Text is written as text alone: nothing in a cell is a formula, a link or a number.
_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write_workbook(path: Path, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """One sheet, a heading row that stays in view; how many rows were written."""
    with xlsxwriter.Workbook(str(path), {"constant_memory": True, **_PLAIN}) as book:
        sheet, text = book.add_worksheet(), book.add_format({"num_format": "@"})
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(headings) - 1, 18, text)
        head = book.add_format({"bold": True, "num_format": "@", "text_wrap": True})
        for column, heading in enumerate(headings):
            sheet.write_string(0, column, heading, head)
        count = 0
        for count, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                if value:
                    # A mark that stands in the text itself would be taken off when it comes back.
                    shown = guarded(value) if value.startswith("'") else value
                    sheet.write_string(count, column, shown, text)
    return count


def write_text(file: IO[str], headings: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """The same as .csv; `file` is open for text without translated lines. How many rows."""
    writer = csv.writer(file)
    writer.writerow(guarded(one) for one in headings)
    count = 0
    for row in rows:
        writer.writerow(guarded(one) for one in row)
        count += 1
    return count


def guarded(value: str) -> str:
    """The value with a mark before it where a spreadsheet would compute it."""
    return f"'{value}" if value.startswith(_COMPUTED) else value
