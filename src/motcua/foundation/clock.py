"""The one place that reads the machine's clock; verbs are given the time."""

from calendar import monthrange
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

# The whole country keeps one time, UTC+7, and no summer time.
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.now(UTC)


def local(moment: datetime) -> datetime:
    """The same moment as a clock on the wall of the office shows it."""
    return moment.astimezone(HANOI)


def day_of(moment: datetime) -> date:
    """The calendar day of a moment, as the office counts it."""
    return local(moment).date()


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month (Civil Code, art. 148)."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
