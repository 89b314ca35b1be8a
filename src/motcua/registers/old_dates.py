"""Dates as they are typed from an old book: few keys, and a century that the book's year tells."""

import re
from datetime import date

from motcua.foundation.partial_date import PartialDate

_SHORT = re.compile(r"^(?:(?:(\d{1,2})[/.\- ])?(\d{1,2})[/.\- ])?(\d{2})$")
_DAY = re.compile(r"^(\d{1,2})[/.\- ](\d{1,2})$")
_BARE_DAY = re.compile(r"^(\d{2})(\d{2})$")
# People named in the books were not born earlier; no book is so new.
_OLDEST, _NEWEST = 1800, 2199


def old_date(text: str, *, year: int) -> PartialDate:
    """``030261``, ``3/2/61``, ``3/2/1961``, ``0261``, ``2/1961``, ``1961`` or ``61``.

    Two digits of a year mean the last such year that is not after `year`, that of the book.
    ValueError for what is no date.
    """
    return _date(text, newest=year, first=year - 99)


def later_date(text: str, *, year: int) -> PartialDate:
    """As `old_date`, for what was written beside an entry afterwards: two digits of a year mean the
    first such year that is not before `year`, that of the book."""
    return _date(text, newest=_NEWEST, first=year)


def day_in(text: str, *, year: int) -> date:
    """A day of registration: as `old_date`, and ``14/2`` or ``1402`` in the book's own year."""
    text = text.strip()
    found = _DAY.match(text) or _BARE_DAY.match(text)
    if found:
        return date(year, int(found.group(2)), int(found.group(1)))
    day = old_date(text, year=year).whole
    if day is None:
        raise ValueError(text)
    return day


def _date(text: str, *, newest: int, first: int) -> PartialDate:
    """Two digits mean one of the hundred years from `first` on."""
    text = text.strip()
    if text.isdecimal() and len(text) in (4, 6) and not _ends_in_a_year(text, newest):
        text = "/".join(re.findall("..", text))
    found = _SHORT.match(text)
    if not found:
        return PartialDate.typed(text)
    day, month, short = (int(part or 0) for part in found.groups())
    return PartialDate(first + (short - first) % 100, month, day)


def _ends_in_a_year(digits: str, newest: int) -> bool:
    """``1961`` and ``021961``; no day and month look like the beginning of a year."""
    return _OLDEST <= int(digits[-4:]) <= newest
