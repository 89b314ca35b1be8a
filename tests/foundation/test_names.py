"""Names are folded word by word, as they would be letter by letter."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.foundation.names import folded, same_name


def by_letters(text: str) -> str:
    """The rule in one piece: đ is d, marks go, small letters, single spaces."""
    bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "d"))
    kept = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return " ".join(kept.lower().split())


@pytest.mark.parametrize(
    ("name", "flat"),
    [
        ("Hoàng  Văn PHÚC", "hoang van phuc"),
        ("ĐẶNG thị Ước", "dang thi uoc"),
        ("  \u0301 a\u0323n ", "an"),
        ("Y-Thử\tH'Mông", "y-thu h'mong"),
        ("", ""),
    ],
)
def test_a_name_without_its_marks(name: str, flat: str) -> None:
    assert folded(name) == flat


@given(st.text(max_size=40))
def test_word_by_word_is_as_letter_by_letter(text: str) -> None:
    assert folded(text) == by_letters(text)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Vàng Thị Hòa", "VÀNG THỊ  HOÀ", True),
        ("vang thi mai", "Vàng Thị Mại", True),
        ("Vàng Thị Mại", "vang thi mai", True),
        ("Vàng Thị Mai", "Vàng Thị Mại", False),
        ("Lò Văn Đăng", "Lò Văn Dăng", False),
        ("Lù Văn Thủy", "Lù Văn Thuỷ", True),
        ("Lù Văn Thuy", "Lù Văn Thuỷ", False),
        ("vang thi mai", "Vàng Thị Mai Lan", False),
    ],
)
def test_two_spellings_are_one_name_where_they_are_spoken_alike(
    one: str, other: str, same: bool
) -> None:
    assert same_name(one, unicodedata.normalize("NFD", other)) is same
