"""A commune's calendar, from its own tables."""

from collections import defaultdict
from datetime import date, time
from functools import lru_cache

from motcua.audit.queries import last_digest
from motcua.procedures.calendar import Calendar, Season, Span, minute_of
from motcua.procedures.calendar_models import OfficeHours, SpecialDay
from motcua.procedures.errors import CalendarMissing

_Weeks = dict[date, list[list[Span]]]


def calendar_of(commune: str) -> Calendar:
    """The calendar by which a commune counts; CalendarMissing when it has no hours yet.

    Read anew only when the journal tells that somebody changed it.
    """
    return _read(commune, last_digest(f"calendar:{commune}"))


@lru_cache(maxsize=512)
def _read(commune: str, _state: str) -> Calendar:
    weeks: _Weeks = defaultdict(lambda: [[] for _ in range(7)])
    for since, weekday, opens, closes in _hours(commune):
        weeks[since][weekday].append(Span(minute_of(opens), minute_of(closes)))
    if not weeks:
        raise CalendarMissing
    days = SpecialDay.objects.filter(commune=commune).values_list("day", "hours_of")
    special = dict(days)
    return Calendar(
        seasons=tuple(Season(since, tuple(map(tuple, week))) for since, week in weeks.items()),
        closed=frozenset(day for day, hours_of in special.items() if hours_of is None),
        swaps={day: hours_of for day, hours_of in special.items() if hours_of is not None},
    )


def _hours(commune: str) -> list[tuple[date, int, time, time]]:
    rows = OfficeHours.objects.filter(commune=commune).order_by("since", "weekday", "opens")
    return list(rows.values_list("since", "weekday", "opens", "closes"))


def seasons_of(commune: str) -> tuple[Season, ...]:
    """The hours of a commune by season, the earliest first."""
    return calendar_of(commune).seasons


def special_days(commune: str, year: int) -> list[SpecialDay]:
    """The holidays and swap days of a year, in order."""
    return list(SpecialDay.objects.filter(commune=commune, day__year=year).order_by("day"))


def known_years(commune: str) -> list[int]:
    """The years for which any day was entered: a deadline beyond them counts weekends only."""
    days = SpecialDay.objects.filter(commune=commune)
    return [first.year for first in days.dates("day", "year")]
