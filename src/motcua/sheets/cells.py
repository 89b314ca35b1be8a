"""What a cell says: text, digits that a spreadsheet took for a number, dates in every guise.

Plain Python. ValueError means that the cell cannot be what it should be.
"""

import re
from datetime import date

from motcua.foundation.names import tidy
from motcua.foundation.partial_date import PartialDate
from motcua.sheets.opening.bounds import Cell

_GUARD = re.compile(r"^'(?=[=+\-@\t\r'])")
_DAY_FIRST = re.compile(r"^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})(?:[ T]00:00(?::00)?)?$")
# 1900 is where spreadsheets begin to count days; below this number a cell holds a year.
_FIRST_YEAR, _LAST_YEAR = 1800, 2199
_EPOCH = date(1899, 12, 30).toordinal()


class CellError(ValueError):
    """The cell holds the error of a formula."""


def text_of(cell: Cell) -> str:
    """What a person reads in the cell, tidied; numbers without a decimal point that is none."""
    if cell is None:
        return ""
    if isinstance(cell, list):
        kind, said = cell
        if kind == "error":
            raise CellError(said)
        return PartialDate.stored(said).shown if kind == "date" else said
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, str):
        return tidy(raw_of(cell) if cell.startswith("'") else cell)
    return str(cell)


def raw_of(cell: Cell) -> str:
    """What stands in the cell, sign by sign, but for the mark of our own `.csv` files."""
    return _GUARD.sub("", cell) if isinstance(cell, str) else text_of(cell)


def digits_of(cell: Cell, length: int) -> tuple[str, bool]:
    """A number that is a name, such as an identity number; whether leading zeros were put back.

    Only a cell that is a number can have lost them: what was typed as text stays as it is.
    """
    text = text_of(cell)
    if isinstance(cell, int) and 0 < len(text) < length and length - len(text) <= 2:
        return text.zfill(length), True
    return re.sub(r"[\s.]", "", text), False


def number_of(cell: Cell) -> int:
    """A whole number from 1 up, as text or number; a slash and a year behind it are left away."""
    found = re.fullmatch(r"0*([1-9]\d{0,8})(?:/\d{4})?", text_of(cell))
    if not found:
        raise ValueError(cell)
    return int(found[1])


def date_of(cell: Cell) -> PartialDate:
    """A date of which the year, the month or the whole is known.

    Day before month, with / . - or a space; a true date of the spreadsheet; a year; a day's number
    of the spreadsheet (from 1/1/1900) where the cell is a number.
    """
    if isinstance(cell, int) and not isinstance(cell, bool):
        if _FIRST_YEAR <= cell <= _LAST_YEAR:
            return PartialDate(cell)
        if cell > _LAST_YEAR and cell < 80_000:
            return PartialDate.of(date.fromordinal(_EPOCH + cell))
        raise ValueError(cell)
    text = text_of(cell)
    found = _DAY_FIRST.match(text)
    if found:
        day, month, year = map(int, found.groups())
        return PartialDate(year, month, day)
    return PartialDate.typed(text)
