"""How a call is said."""

import pytest

from motcua.hall.aloud import call, desk_name, desk_said, number_said, ticket_said


def test_a_call_is_a_whole_sentence() -> None:
    assert call("A007", "2") == "Mời số A không không bảy đến quầy số hai"
    assert call("C120", "Quầy 15") == "Mời số C một hai không đến quầy số mười lăm"


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("A001", "A không không một"),
        ("B345", "B ba bốn năm"),
        ("A689", "A sáu tám chín"),
        ("A1000", "A một không không không"),
    ],
)
def test_a_ticket_is_read_digit_by_digit(shown: str, said: str) -> None:
    assert ticket_said(shown) == said


@pytest.mark.parametrize(
    ("number", "said"),
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
        (37, "ba mươi bảy"),
        (99, "chín mươi chín"),
        (100, "một không không"),
    ],
)
def test_the_number_of_a_desk_is_read_as_people_say_it(number: int, said: str) -> None:
    assert number_said(number) == said


@pytest.mark.parametrize(
    ("desk", "said"),
    [
        ("2", "quầy số hai"),
        ("02", "quầy số hai"),
        ("quầy số 3", "quầy số ba"),
        ("2A", "quầy 2A"),
        ("Tư pháp", "quầy Tư pháp"),
        ("Quầy", "quầy Quầy"),
        ("²", "quầy ²"),
    ],
)
def test_a_desk_is_called_by_its_number_or_its_name(desk: str, said: str) -> None:
    assert desk_said(desk) == said


def test_the_word_for_a_desk_is_not_said_twice() -> None:
    assert [desk_name(desk) for desk in ("1", "Quầy 1", "Quầy số 1")] == ["1", "1", "1"]
