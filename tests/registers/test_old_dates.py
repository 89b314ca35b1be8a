"""Dates typed from an old book, with as few keys as they have figures."""

from datetime import date

import pytest

from motcua.registers.old_dates import day_in, old_date


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("030261", "1961-02-03"),
        ("3/2/1961", "1961-02-03"),
        ("3/2/61", "1961-02-03"),
        ("3.2.61", "1961-02-03"),
        ("3-2-1961", "1961-02-03"),
        ("03021961", "1961-02-03"),
        ("0261", "1961-02"),
        ("2/61", "1961-02"),
        ("021961", "1961-02"),
        ("2/1961", "1961-02"),
        ("61", "1961"),
        ("1961", "1961"),
        ("85", "1985"),
        ("86", "1886"),
        ("120485", "1985-04-12"),
        ("311285", "1985-12-31"),
        ("1961-02-03", "1961-02-03"),
        (" 290284 ", "1984-02-29"),
    ],
)
def test_a_date_in_a_book_of_1985(typed: str, stored: str) -> None:
    assert str(old_date(typed, year=1985)) == stored


@pytest.mark.parametrize(
    ("typed", "stored"), [("12", "2012"), ("110312", "2012-03-11"), ("16", "1916"), ("15", "2015")]
)
def test_two_digits_are_the_last_such_year_that_the_book_can_know(typed: str, stored: str) -> None:
    assert str(old_date(typed, year=2015)) == stored


@pytest.mark.parametrize("typed", ["", "x", "310285", "1/13/1985", "0", "290285", "0285012", "?"])
def test_what_is_no_date_is_none(typed: str) -> None:
    with pytest.raises(ValueError):
        old_date(typed, year=1985)


@pytest.mark.parametrize("typed", ["14/2", "1402", "140285", "14/2/85", "14/02/1985", "14 2"])
def test_a_day_of_registration_is_in_the_books_own_year(typed: str) -> None:
    assert day_in(typed, year=1985) == date(1985, 2, 14)


@pytest.mark.parametrize("typed", ["1985", "2/1985", "", "30/2", "3002", "85"])
def test_a_day_of_registration_is_a_whole_day(typed: str) -> None:
    with pytest.raises(ValueError):
        day_in(typed, year=1985)
