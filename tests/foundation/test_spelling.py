"""A mistyped syllable is near the one that was meant, and far from others."""

import pytest

from motcua.foundation.spelling import (
    KEYS,
    LETTER,
    SOUND,
    distance,
    neighbours,
    sound,
    without_keys,
)


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("nguyeenx", "nguyen"),
        ("nguye6n4", "nguyen"),
        ("vangf", "vang"),
        ("vafng", "vang"),
        ("dduwcs", "duc"),
        ("dduowcj", "duoc"),
        ("hoaf", "hoa"),
        ("sang", "sang"),
        ("xuaan", "xuan"),
        ("tri", "ti"),
        ("wng", "ung"),
        ("s", "s"),
        ("", ""),
    ],
)
def test_what_a_keyboard_left_in_a_word_is_taken_out(typed: str, word: str) -> None:
    assert without_keys(typed) == word


@pytest.mark.parametrize(
    "alike",
    [
        ("sang", "xang"),
        ("trinh", "chinh"),
        ("giang", "dang", "rang"),
        ("lam", "nam"),
        ("ly", "li"),
        ("my", "mi"),
        ("nghia", "ngia"),
        ("ghe", "ge"),
        ("ky", "cy"),
        ("gi", "di"),
    ],
)
def test_words_that_sound_alike_somewhere_share_a_sound(alike: tuple[str, ...]) -> None:
    assert len({sound(word) for word in alike}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("nga", "la"), ("nhan", "lan"), ("tam", "tham"), ("an", "am"), ("gia", "ga")]
)
def test_words_that_sound_otherwise_do_not(one: str, other: str) -> None:
    assert sound(one) != sound(other)


def test_a_neighbour_is_one_letter_away() -> None:
    near = neighbours("lan")
    assert {"la", "lann", "lam", "aln", "lna", "plan", "len"} <= near
    assert not {"lan", "", "l", "lang1", "thanh", "nal"} & near
    assert neighbours("mothailanbabontu") == frozenset()


@pytest.mark.parametrize(
    ("typed", "written", "far"),
    [
        ("lan", "lan", 0.0),
        ("lanf", "lan", KEYS),
        ("nan", "lan", SOUND),
        ("lam", "lan", LETTER),
        ("thanh", "lan", None),
        ("lanhh", "lan", None),
    ],
)
def test_the_distance_says_how_likely_it_was_meant(
    typed: str, written: str, far: float | None
) -> None:
    assert distance(typed, written) == far
