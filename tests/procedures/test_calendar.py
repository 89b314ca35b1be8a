"""Opening hours, holidays and swap days."""

from datetime import UTC, date, datetime, time

import pytest

from motcua.foundation.clock import HANOI
from motcua.procedures.calendar import Calendar, CalendarError, Season, Span

MORNING, AFTERNOON = Span(450, 690), Span(810, 1020)
WEEK = ((MORNING, AFTERNOON),) * 5 + ((), ())
CALENDAR = Calendar(
    (Season(date(2026, 1, 1), WEEK),),
    frozenset({date(2026, 8, 31), date(2026, 9, 1), date(2026, 9, 2)}),
    {date(2026, 8, 22): 0},
)


def _at(day: int, hour: int, minute: int = 0, month: int = 8) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=HANOI)


def test_a_holiday_and_a_weekend_are_not_worked() -> None:
    assert [CALENDAR.works(date(2026, 8, day)) for day in (21, 23, 31)] == [True, False, False]


def test_a_swap_saturday_has_the_hours_of_the_day_it_stands_for() -> None:
    assert CALENDAR.spans(date(2026, 8, 22)) == (MORNING, AFTERNOON)


def test_a_swap_day_is_worked_even_when_it_is_also_a_holiday() -> None:
    day = date(2026, 8, 22)
    assert Calendar(CALENDAR.seasons, frozenset({day}), {day: 0}).works(day)


def test_the_doors_are_shut_at_lunch_and_at_the_closing_minute() -> None:
    open_at = [CALENDAR.is_open(_at(21, *hour)) for hour in ((7, 29), (7, 30), (11, 29), (11, 30))]
    assert open_at == [False, True, True, False]


def test_moments_of_any_zone_are_read_by_the_office_clock() -> None:
    assert CALENDAR.is_open(datetime(2026, 8, 21, 1, 0, tzinfo=UTC))
    assert CALENDAR.open_from(datetime(2026, 8, 20, 17, 30, tzinfo=UTC)) == _at(21, 7, 30)


def test_the_next_opening() -> None:
    assert CALENDAR.open_from(_at(21, 12)) == _at(21, 13, 30)
    assert CALENDAR.open_from(_at(28, 17)) == _at(3, 7, 30, month=9)


def test_working_days_before_and_after() -> None:
    assert CALENDAR.working_day_after(date(2026, 8, 28)) == date(2026, 9, 3)
    assert CALENDAR.working_day_after(date(2026, 8, 21), 2) == date(2026, 8, 24)
    assert CALENDAR.working_day_before(date(2026, 9, 3)) == date(2026, 8, 28)
    assert CALENDAR.working_day_from(date(2026, 8, 22)) == date(2026, 8, 22)


def test_a_season_changes_the_hours_from_its_first_day() -> None:
    winter = Season(date(2026, 10, 1), ((Span(480, 720),),) * 5 + ((), ()))
    two = Calendar((*CALENDAR.seasons, winter))
    assert two.closing(date(2026, 9, 30)).time() == time(17)
    assert two.closing(date(2026, 10, 1)).time() == time(12)
    assert two.opening(date(2020, 1, 1)).time() == time(7, 30)


def test_time_does_not_run_backward() -> None:
    with pytest.raises(ValueError, match="forward"):
        CALENDAR.advance(_at(21, 8), -1)


def test_hours_that_no_office_could_keep_are_refused() -> None:
    for opens, closes in ((690, 450), (450, 450), (-1, 10), (600, 1440)):
        with pytest.raises(CalendarError):
            Span(opens, closes)
    with pytest.raises(CalendarError, match="seven"):
        Season(date(2026, 1, 1), WEEK[:5])
    with pytest.raises(CalendarError, match="overlap"):
        Season(date(2026, 1, 1), ((MORNING, Span(690, 700)), *WEEK[1:]))
    with pytest.raises(CalendarError, match="earliest"):
        Calendar(CALENDAR.seasons * 2)
    with pytest.raises(CalendarError, match="earliest"):
        Calendar(())
    with pytest.raises(CalendarError, match="never open"):
        Calendar((Season(date(2026, 1, 1), ((),) * 7),))
