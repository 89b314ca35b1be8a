"""A procedure is found by the words that one would say, marks or no marks."""

import pytest

from motcua.procedures.finding import found, shelved
from tests.procedures.packs import TODAY, codes, procedure

CATALOGUE = tuple(procedure(code, TODAY) for code in codes())


def named(typed: str, language: str = "vi") -> list[str]:
    return [one.code for one in found(CATALOGUE, typed, language)]


@pytest.mark.parametrize(
    ("typed", "language", "first"),
    [
        ("ket hon", "vi", "1.000894"),
        ("đăng ký kết hôn", "vi", "1.000894"),
        ("giám hộ", "vi", "1.004845"),
        ("di chuc", "vi", "2.001019"),
        ("thua ke", "vi", "2.001406"),
        ("a will", "en", "2.001019"),
        ("guardianship", "en", "1.004845"),
        ("वसीयत", "hi", "2.001019"),
        ("2.000547", "en", "2.000547"),
    ],
)
def test_the_words_of_a_name_lead_to_it(typed: str, language: str, first: str) -> None:
    assert first in named(typed, language)[:3]


def test_the_most_asked_comes_first_among_those_named_alike() -> None:
    births = named("khai sinh")
    assert births[:2] == ["2.000635", "1.001193"]
    # It tells of birth certificates, but is not called so.
    assert births.index("2.000815") > births.index("1.004884")


def test_every_word_must_be_there() -> None:
    assert named("kết hôn biên giới") == []
    assert named("khai sinh biên giới") == ["1.000110"]


def test_nothing_typed_finds_everything_and_the_most_asked_first() -> None:
    everything = found(CATALOGUE, "", "vi")
    assert len(everything) == 39
    assert [one.often for one in everything] == [True] * 8 + [False] * 31


def test_the_shelves_hold_everything_by_field_of_law() -> None:
    shelves = shelved(found(CATALOGUE, "", "vi"))
    assert [len(held) for _, held in shelves] == [27, 12]
    assert shelved(found(CATALOGUE, "khai tử lưu động", "vi"))[0][1][0].code == "1.000419"
    assert shelved([]) == []
