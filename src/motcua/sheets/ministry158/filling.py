"""The file itself: sheet, headings and cells as in the template."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from motcua.foundation.loading import Later
from motcua.sheets.ministry158.layouts import Layout, Legend

if TYPE_CHECKING:
    import xlsxwriter
else:
    xlsxwriter = Later("xlsxwriter")

_FONT = {"font_name": "Times New Roman", "font_size": 13}


def fill(path: Path, layout: Layout, lines: Iterable[Sequence[str]]) -> None:
    """Write the template with its lines. All is text, but the running number in front."""
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        sheet = book.add_worksheet(layout.sheet)
        text = book.add_format({**_FONT, "num_format": "@"})
        head = book.add_format({**_FONT, "num_format": "@", "bold": True, "text_wrap": True})
        sheet.set_column(0, len(layout.columns) - 1, 18, text)
        for place, heading in enumerate(layout.headings):
            sheet.write_string(0, place, heading, head)
        for row, line in enumerate(lines, start=1):
            _line(sheet, row, line, layout, text)
        if layout.legends:
            _legends(book, layout)


def _line(sheet: Any, row: int, line: Sequence[str], layout: Layout, text: Any) -> None:
    for place, (column, cell) in enumerate(zip(layout.columns, line, strict=True)):
        if column.way == "count":
            sheet.write_number(row, place, row)
        elif cell:
            sheet.write_string(row, place, cell, text)


def _legends(book: "xlsxwriter.Workbook", layout: Layout) -> None:
    sheet = book.add_worksheet(layout.legend_sheet)
    title = book.add_format({**_FONT, "bold": True})
    for legend in layout.legends:
        _legend(sheet, legend, title)


def _legend(sheet: Any, legend: Legend, title: Any) -> None:
    row, column = xlsxwriter.utility.xl_cell_to_rowcol(legend.cell)
    sheet.merge_range(row, column, row, column + 1, legend.title, title)
    for step, (code, words) in enumerate(legend.codes.items(), start=1):
        sheet.write_number(row + step, column, int(code))
        sheet.write_string(row + step, column + 1, words)
