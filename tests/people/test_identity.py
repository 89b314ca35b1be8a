"""The identity number warns; it never blocks."""

import pytest

from motcua.people.ethnic import code_of, groups
from motcua.people.identity import masked, warnings


@pytest.mark.parametrize(
    ("number", "sex", "birth", "expected"),
    [
        ("010191000001", "female", "1991-05-12", ()),
        ("010 191 000 001", "female", "1991", ()),
        ("010091000001", "male", "1991-05", ()),
        ("010304000001", "female", "2004", ()),
        ("010204000001", "male", "2004", ()),
        ("010191000001", "undetermined", "1991", ()),
        ("010191000001", "female", "", ()),
        ("", "female", "1991", ()),
        ("010191000001", "male", "1991", ("identity.sex",)),
        ("010191000001", "female", "1992", ("identity.year",)),
        ("010391000001", "female", "1991", ("identity.year",)),
        ("010091000001", "female", "1990", ("identity.sex", "identity.year")),
        ("000191000001", "female", "1991", ("identity.province",)),
        ("097191000001", "female", "1991", ("identity.province",)),
        ("063123456", "female", "1991", ("identity.old_number",)),
        ("0101910000", "female", "1991", ("identity.not_12_digits",)),
        ("01019100000A", "female", "1991", ("identity.not_12_digits",)),
        ("０１０191000001", "female", "1991", ("identity.not_12_digits",)),
    ],
)
def test_what_does_not_agree_is_warned_of(
    number: str, sex: str, birth: str, expected: tuple[str, ...]
) -> None:
    assert warnings(number, sex=sex, birth=birth) == expected


def test_a_list_shows_three_digits() -> None:
    assert masked("000191000123") == "•••••••••123"
    assert masked("") == ""


def test_there_are_54_groups_and_two_codes_for_others() -> None:
    assert list(groups()) == [f"{number:02}" for number in range(1, 57)]
    assert groups()["25"].name("hi") == "Giáy"
    assert groups()["56"].name("en") == "Unknown"
    assert code_of(" giáy ") == "25"
    assert code_of("Người Sao Hỏa") is None
