"""Dates and amounts in words: what a certificate says twice must agree with itself."""

import pytest

from motcua.foundation.money import Dong
from motcua.foundation.partial_date import PartialDate
from motcua.results.words import amount_in_words, date_in_words, number_in_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (31, "ba mươi mốt"),
        (55, "năm mươi lăm"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (104, "một trăm linh bốn"),
        (105, "một trăm linh năm"),
        (111, "một trăm mười một"),
        (1000, "một nghìn"),
        (1005, "một nghìn không trăm linh năm"),
        (1954, "một nghìn chín trăm năm mươi tư"),
        (2000, "hai nghìn"),
        (2009, "hai nghìn không trăm linh chín"),
        (2026, "hai nghìn không trăm hai mươi sáu"),
        (8000, "tám nghìn"),
        (1_000_000, "một triệu"),
        (1_000_001, "một triệu không trăm linh một"),
        (12_045_000, "mười hai triệu không trăm bốn mươi lăm nghìn"),
        (3_000_000_000, "ba tỷ"),
    ],
)
def test_a_number_is_read_as_it_is_spoken(number: int, words: str) -> None:
    assert number_in_words(number) == words


def test_a_number_below_zero_has_no_words() -> None:
    with pytest.raises(ValueError, match="-1"):
        number_in_words(-1)


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("1954-03-21", "ngày hai mươi mốt, tháng ba, năm một nghìn chín trăm năm mươi tư"),
        ("2026-04-04", "ngày bốn, tháng tư, năm hai nghìn không trăm hai mươi sáu"),
        ("2000-01-15", "ngày mười lăm, tháng một, năm hai nghìn"),
        ("1954-04", "tháng tư, năm một nghìn chín trăm năm mươi tư"),
        ("1930", "năm một nghìn chín trăm ba mươi"),
    ],
)
def test_a_date_says_what_is_known_of_it(date: str, words: str) -> None:
    assert date_in_words(PartialDate.stored(date)) == words


def test_an_amount_begins_with_a_capital_and_ends_with_dong() -> None:
    assert amount_in_words(Dong(8000)) == "Tám nghìn đồng"
    assert amount_in_words(Dong(0)) == "Không đồng"
