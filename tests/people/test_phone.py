"""A number written plainly is taken as the library takes it, whatever it begins with."""

import phonenumbers
import pytest

from motcua.people.errors import NotAPhone
from motcua.people.phone import normal


def by_the_library(typed: str) -> str:
    try:
        number = phonenumbers.parse(typed, "VN")
    except phonenumbers.NumberParseException:
        return ""
    if number.country_code != 84 or not phonenumbers.is_valid_number(number):
        return ""
    kind = phonenumbers.number_type(number)
    mobile = phonenumbers.PhoneNumberType
    if kind not in (mobile.MOBILE, mobile.FIXED_LINE_OR_MOBILE):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def ours(typed: str) -> str:
    try:
        return normal(typed)
    except NotAPhone:
        return ""


def test_every_beginning_is_judged_as_the_library_judges_it() -> None:
    numbers = [
        f"0{beginning:03}{rest}" for beginning in range(1000) for rest in ("000000", "99999")
    ]
    assert [ours(one) for one in numbers] == [by_the_library(one) for one in numbers]


@pytest.mark.parametrize("typed", ["0912 345 678", "+84 912345678", "0912.345.678", "84912345678"])
def test_other_ways_to_write_it_are_one_number(typed: str) -> None:
    assert normal(typed) == "+84912345678"
