"""The days on which the demo's office is open. Plain Python."""

from datetime import date, timedelta


def office_day(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return day + timedelta(days=(7 - day.weekday()) % 7 if day.weekday() > 4 else 0)
