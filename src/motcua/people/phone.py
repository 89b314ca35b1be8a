"""Telephone numbers, kept in E.164 so that one telephone is one text."""

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from motcua.foundation.loading import Later
from motcua.people.errors import NotAPhone

if TYPE_CHECKING:
    import phonenumbers
else:
    phonenumbers = Later("phonenumbers")


def normal(typed: str) -> str:
    """``0912 345 678`` → ``+84912345678``; NotAPhone when it cannot receive messages."""
    plain = _plain().fullmatch(typed)
    if plain:
        return f"+84{plain[1]}"
    try:
        number = phonenumbers.parse(typed, "VN")
    except phonenumbers.NumberParseException as error:
        raise NotAPhone(field="phone") from error
    # Messages abroad cost much and are how such forms are milked: numbers of Vietnam only.
    if number.country_code != 84 or not phonenumbers.is_valid_number(number):
        raise NotAPhone(field="phone")
    kinds = phonenumbers.PhoneNumberType
    mobile = (kinds.MOBILE, kinds.FIXED_LINE_OR_MOBILE)
    if phonenumbers.number_type(number) not in mobile:
        raise NotAPhone(field="phone")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


@cache
def _plain() -> re.Pattern[str]:
    """A mobile number as most people write it, by the library's own rule: a list has a hundred
    thousand, and to have it take each apart costs thirty times as much."""
    vietnam: Any = phonenumbers.PhoneMetadata.metadata_for_region("VN")
    return re.compile(f"0({vietnam.mobile.national_number_pattern})")
