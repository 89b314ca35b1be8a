"""Days as the office types them: ``24/11/2026``."""

from datetime import date, datetime, time, timedelta

from motcua.foundation.clock import HANOI
from motcua.office.errors import DayUnreadable


def day_typed(text: str) -> date | None:
    """The day; None when it is none."""
    try:
        day, month, year = (int(part) for part in text.strip().split("/"))
        return date(year, month, day)
    except ValueError:
        return None


def day_given(text: str, *, field: str) -> date:
    """The day; DayUnreadable when it is none."""
    day = day_typed(text)
    if day is None:
        raise DayUnreadable(field=field)
    return day


def morning(day: date) -> datetime:
    """The moment at which a day begins."""
    return datetime.combine(day, time(), HANOI)


def evening(day: date) -> datetime:
    """The moment at which a day has ended."""
    return morning(day + timedelta(days=1))
