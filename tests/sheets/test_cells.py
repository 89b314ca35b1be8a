"""What a cell says, whatever the spreadsheet made of it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.foundation.partial_date import PartialDate
from motcua.sheets.cells import CellError, date_of, digits_of, number_of, text_of
from motcua.sheets.writing import guarded

DAYS = st.dates(date(1850, 1, 1), date(2150, 12, 31))


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (None, ""),
        ("  Lù   A ", "Lù A"),
        (12, "12"),
        (1.5, "1.5"),
        (["date", "1954-03-21"], "21/03/1954"),
        (["time", "07:30:00"], "07:30:00"),
        ("'=1+1", "=1+1"),
        ("'+84912345678", "+84912345678"),
        ("o'clock", "o'clock"),
        (True, "1"),
    ],
)
def test_a_cell_reads_as_a_person_reads_it(cell: object, said: str) -> None:
    assert text_of(cell) == said  # type: ignore[arg-type]


def test_the_error_of_a_formula_is_said() -> None:
    with pytest.raises(CellError, match="#REF!"):
        text_of(["error", "#REF!"])


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (10191000001, ("010191000001", True)),
        (191000001, ("191000001", False)),
        ("10191000001", ("10191000001", False)),
        ("010 191 000 001", ("010191000001", False)),
        (None, ("", False)),
    ],
)
def test_only_a_number_gets_its_zeros_back(cell: object, said: tuple[str, bool]) -> None:
    assert digits_of(cell, 12) == said  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cell", "stored"),
    [
        ("21/03/1954", "1954-03-21"),
        ("21.3.1954", "1954-03-21"),
        ("3/2/1961", "1961-02-03"),
        ("1954-03-21", "1954-03-21"),
        ("21/03/1954 00:00:00", "1954-03-21"),
        ("03/1954", "1954-03"),
        ("1954", "1954"),
        (1954, "1954"),
        (19804, "1954-03-21"),
        (["date", "1954-03-21"], "1954-03-21"),
    ],
)
def test_a_date_in_every_guise(cell: object, stored: str) -> None:
    assert str(date_of(cell)) == stored  # type: ignore[arg-type]


@pytest.mark.parametrize("cell", ["31/02/1954", "13/1954", "xx", 3, 99_999_999, True, ""])
def test_what_is_no_date_is_none(cell: object) -> None:
    with pytest.raises(ValueError):
        date_of(cell)  # type: ignore[arg-type]


@given(DAYS)
def test_a_day_is_the_same_as_text_as_a_date_and_as_it_is_stored(day: date) -> None:
    whole = PartialDate.of(day)
    assert date_of(whole.shown) == date_of(str(whole)) == date_of(["date", str(whole)]) == whole


# Numbers to 2199 are years; the next is the eighth of January 1906.
@given(st.dates(date(1906, 1, 8), date(2100, 12, 31)))
def test_the_number_of_a_day_is_the_day(day: date) -> None:
    assert date_of((day - date(1899, 12, 30)).days) == PartialDate.of(day)


def test_a_number_that_may_be_a_year_is_one() -> None:
    assert date_of(2199) == PartialDate(2199)
    assert date_of(2200) == PartialDate(1906, 1, 8)


@given(st.integers(1, 10**9 - 1), st.sampled_from(["{}", "{:05}", "{}/2018"]))
def test_a_number_is_read_however_it_is_written(number: int, written: str) -> None:
    assert number_of(written.format(number)) == number


@pytest.mark.parametrize("cell", ["0", "-1", "12a", "", "1,5", None])
def test_what_is_no_number_is_none(cell: object) -> None:
    with pytest.raises(ValueError):
        number_of(cell)  # type: ignore[arg-type]


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z", "M"]), min_size=1))
def test_a_guarded_text_reads_as_it_was(said: str) -> None:
    assert text_of(guarded(said)) == text_of(said) or said.startswith("'")
