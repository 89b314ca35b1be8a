"""When an office is open, and working time counted in whole minutes. Plain Python.

A working day may have several spans (the lunch break lies between them). A day named in `closed`
is a holiday; a day named in `swaps` is worked instead of another one, with the hours of the
weekday that it stands for. Minutes are whole numbers; nothing here is a float.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from motcua.foundation.clock import HANOI, local

Minutes = int

MIDNIGHT: Minutes = 24 * 60
_DAY = timedelta(days=1)


class CalendarError(ValueError):
    """Hours that no office could keep: spans out of order, or never open."""


@dataclass(frozen=True, slots=True)
class Span:
    """Open from `opens` until `closes`, both in minutes after midnight."""

    opens: Minutes
    closes: Minutes

    def __post_init__(self) -> None:
        if not 0 <= self.opens < self.closes < MIDNIGHT:
            raise CalendarError(f"a span from minute {self.opens} until {self.closes}")


Week = tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Season:
    """The hours of a week, Monday first, in force from a day on until the next season."""

    since: date
    week: Week

    def __post_init__(self) -> None:
        if len(self.week) != 7:
            raise CalendarError("a week has seven days")
        for spans in self.week:
            if any(a.closes >= b.opens for a, b in pairwise(spans)):
                raise CalendarError("spans of one day overlap or touch")


@dataclass(frozen=True)
class Calendar:
    """The opening hours of one commune, its holidays and its swap days.

    `swaps` maps a day that is worked to the weekday (0 is Monday) whose hours it takes. Days
    before the first season take the first season's hours.
    """

    seasons: tuple[Season, ...]
    closed: frozenset[date] = frozenset()
    swaps: Mapping[date, int] = field(default_factory=dict)
    _spans: dict[date, tuple[Span, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        starts = [season.since for season in self.seasons]
        if not starts or starts != sorted(set(starts)):
            raise CalendarError("seasons are given once each, the earliest first")
        if not all(any(season.week) for season in self.seasons):
            raise CalendarError("a season that is never open")

    def spans(self, day: date) -> tuple[Span, ...]:
        """The open spans of a day, in order; empty when nobody works."""
        known = self._spans.get(day)
        if known is None:
            known = self._spans[day] = self._look_up(day)
        return known

    def _look_up(self, day: date) -> tuple[Span, ...]:
        weekday = self.swaps.get(day)
        if weekday is None and day in self.closed:
            return ()
        found = bisect_right(self.seasons, day, key=lambda season: season.since)
        week = self.seasons[max(found - 1, 0)].week
        return week[day.weekday() if weekday is None else weekday]

    def works(self, day: date) -> bool:
        """Whether the office opens at all on this day."""
        return bool(self.spans(day))

    def working_day_from(self, day: date) -> date:
        """The day itself when it is worked, else the next one that is."""
        while not self.spans(day):
            day += _DAY
        return day

    def working_day_after(self, day: date, count: int = 1) -> date:
        """The `count`-th working day after a day, which is not counted itself."""
        for _ in range(count):
            day = self.working_day_from(day + _DAY)
        return day

    def working_day_before(self, day: date) -> date:
        """The last working day before a day."""
        day -= _DAY
        while not self.spans(day):
            day -= _DAY
        return day

    def opening(self, day: date) -> datetime:
        """When the office opens on a working day."""
        return at_minute(day, self.spans(day)[0].opens)

    def closing(self, day: date) -> datetime:
        """When the office closes for the day, on a working day."""
        return at_minute(day, self.spans(day)[-1].closes)

    def is_open(self, moment: datetime) -> bool:
        """Whether the doors are open; the closing minute itself is shut."""
        day, minute = split(moment)
        return any(span.opens <= minute < span.closes for span in self.spans(day))

    def open_from(self, moment: datetime) -> datetime:
        """The moment (its minute) when the office is open then, else when it next opens."""
        day, minute = split(moment)
        for span in self.spans(day):
            if minute < span.closes:
                return at_minute(day, max(minute, span.opens))
        return self.opening(self.working_day_after(day))

    def advance(self, moment: datetime, minutes: Minutes) -> datetime:
        """The earliest moment by which so many working minutes have passed since `moment`.

        No minutes at all leave the moment as it is, open or not.
        """
        if minutes < 0:
            raise ValueError("working time runs forward")
        if minutes == 0:
            return moment
        ahead = self._open_after(moment)
        day, opens, closes = next(ahead)
        while minutes > closes - opens:
            minutes -= closes - opens
            day, opens, closes = next(ahead)
        return at_minute(day, opens + minutes)

    def between(self, start: datetime, end: datetime) -> Minutes:
        """Working minutes from `start` until `end`; 0 when `end` is not later."""
        last, minute = split(end)
        total = 0
        for day, opens, closes in self._open_after(start):
            if day > last:
                break
            if day < last or closes <= minute:
                total += closes - opens
            else:
                return total + max(minute - opens, 0)
        return total

    def _open_after(self, moment: datetime) -> Iterator[tuple[date, Minutes, Minutes]]:
        """What is left of the open spans from a moment on, without end."""
        day, minute = split(moment)
        while True:
            for span in self.spans(day):
                if span.closes > minute:
                    yield day, max(span.opens, minute), span.closes
            day, minute = day + _DAY, 0


def at_minute(day: date, minute: Minutes) -> datetime:
    """That minute of a day by the office's wall clock."""
    return datetime(day.year, day.month, day.day, *divmod(minute, 60), tzinfo=HANOI)


def minute_of(hour: time) -> Minutes:
    """Minutes after midnight; seconds are dropped."""
    return hour.hour * 60 + hour.minute


def split(moment: datetime) -> tuple[date, Minutes]:
    """The day and the minute that the office's wall clock shows; seconds are dropped."""
    there = local(moment)
    return there.date(), there.hour * 60 + there.minute
