"""Dates, money and numbers as people write them, held against Babel's CLDR data."""

from datetime import UTC, date, datetime, timedelta

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from django.utils import translation

from motcua.foundation.money import Dong
from motcua.parts import formats

DAYS = [date(2026, 1, 1) + timedelta(days=11 * step) for step in range(40)]
MOMENT = datetime(2026, 11, 24, 17, 5, tzinfo=UTC)


@pytest.mark.parametrize("language", ["vi", "en", "hi"])
def test_numbers_are_grouped_as_cldr_groups_them(language: str) -> None:
    with translation.override(language):
        for value in (0, 7, 999, 1000, 1279, 5173, 100_000, 1_234_567, 98_765_432_100, -12_345):
            assert formats.number(value) == format_decimal(value, locale=language)


@pytest.mark.parametrize(("language", "locale"), [("en", "en_GB"), ("hi", "hi")])
def test_days_are_named_as_cldr_names_them(language: str, locale: str) -> None:
    with translation.override(language):
        for day in DAYS:
            assert formats.day(day) == format_date(day, "d MMMM y", locale=locale)
            assert formats.long_day(day) == format_date(day, "EEEE, d MMMM y", locale=locale)


def test_weekdays_are_named_in_vietnamese() -> None:
    with translation.override("vi"):
        for day in DAYS:
            named = format_date(day, "EEEE", locale="vi")
            assert formats.long_day(day).split(",")[0].lower() == named.lower()


@pytest.mark.parametrize(
    ("language", "day", "moment"),
    [
        ("vi", "25/11/2026", "00:05 25/11/2026"),
        ("en", "25 November 2026", "25 November 2026, 00:05"),
        ("hi", "25 नवंबर 2026", "25 नवंबर 2026, 00:05"),
    ],
)
def test_a_moment_is_told_by_the_clock_on_the_office_wall(
    language: str, day: str, moment: str
) -> None:
    with translation.override(language):
        assert (formats.day(MOMENT), formats.moment(MOMENT)) == (day, moment)


@pytest.mark.parametrize(
    ("language", "money", "percent", "size"),
    [
        ("vi", "1.234.000 đ", "97,4%", "1,3 MB"),
        ("en", "1,234,000 đ", "97.4%", "1.3 MB"),
        ("hi", "12,34,000 đ", "97.4%", "1.3 MB"),
    ],
)
def test_money_shares_and_sizes(language: str, money: str, percent: str, size: str) -> None:
    with translation.override(language):
        assert formats.money(Dong(1_234_000)) == money
        assert formats.percent(1070, 1099) == percent
        assert formats.size(1_310_000) == size
        assert formats.size(1) == "1 KB"


def test_a_share_of_nothing_is_no_figure() -> None:
    assert formats.percent(0, 0) == "–"
