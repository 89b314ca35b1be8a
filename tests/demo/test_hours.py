"""Moments of the demo lie in working time, before now and one after another."""

from datetime import date, datetime
from random import Random

import pytest

from motcua.demo import hours
from motcua.foundation.clock import HANOI
from motcua.procedures.queries import calendar_of
from tests.cast import COC_SAN
from tests.demo.conftest import AT, Loaded

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demo")]


def test_going_back_in_working_time_skips_nights_weekends_and_holidays(demo: Loaded) -> None:
    calendar = calendar_of(COC_SAN)
    # The 24th is a holiday, the 21st and 22nd are a weekend.
    assert hours.back(calendar, AT, 30) == datetime(2026, 11, 23, 16, 30, tzinfo=HANOI)
    assert hours.back(calendar, AT, 8 * 60 + 30) == datetime(2026, 11, 20, 16, 30, tzinfo=HANOI)


def test_moments_up_to_now_are_in_order_and_open(demo: Loaded) -> None:
    calendar = calendar_of(COC_SAN)
    for seed in range(50):
        moments = hours.until_now(calendar, AT, 300, 6, Random(seed))
        assert moments == sorted(set(moments))
        assert moments[-1] < AT
        assert all(calendar.is_open(moment) for moment in moments)


def test_acts_in_a_row_stay_in_hours_also_over_the_closing_minute(demo: Loaded) -> None:
    calendar = calendar_of(COC_SAN)
    for seed in range(50):
        row = hours.in_a_row(calendar, date(2026, 11, 23), 900, 30, Random(seed))
        assert row == sorted(row)
        assert all(calendar.is_open(moment) for moment in row)


def test_seconds_keep_acts_apart_and_a_paper_is_there_at_once() -> None:
    noon = datetime(2026, 11, 23, 10, 0, tzinfo=HANOI)
    for seed in range(50):
        told = list(hours.told_apart(("", "sign", "issue"), [noon] * 3, Random(seed)))
        assert (told[1] - told[0]).total_seconds() >= 11
        assert 4 <= (told[2] - told[1]).total_seconds() <= 9


def test_who_fetches_does_not_come_tomorrow_before_it_is_tomorrow(demo: Loaded) -> None:
    calendar = calendar_of(COC_SAN)
    made = datetime(2026, 11, 23, 15, 0, tzinfo=HANOI)
    came = {hours.fetched(calendar, made, AT, Random(seed)) for seed in range(50)}
    assert min(came) == datetime(2026, 11, 23, 15, 15, tzinfo=HANOI)
    assert max(came) == datetime(2026, 11, 23, 16, 30, tzinfo=HANOI)
