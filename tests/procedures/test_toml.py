"""What is written as TOML is read back as it was."""

import tomllib
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from motcua.procedures.toml import written

_TEXT = some.text(some.characters(exclude_categories=["Cs"]), max_size=12)
_LEAF = _TEXT | some.booleans() | some.integers(-(2**53), 2**53) | some.dates() | some.times()
_LEAVES = _LEAF | some.floats(allow_nan=False, allow_infinity=False)
_TREE = some.recursive(
    _LEAVES,
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(_TEXT, inner, max_size=3),
    max_leaves=12,
)


@given(some.dictionaries(_TEXT, _TREE, max_size=4))
def test_all_that_is_written_is_read_back_as_it_was(table: dict[str, Any]) -> None:
    assert tomllib.loads(written(table)) == table


def test_it_is_written_as_a_person_would() -> None:
    table = {
        "code": "1.2",
        "fees": {"copy": {"amount": 8000, "free": True}},
        "days": [{"on": date(2026, 11, 24), "at": time(7, 30)}, {"on": date(2026, 11, 25)}],
        "empty": [],
        "words": {"a b": "“Vàng”\n"},
    }
    assert written(table) == (
        'code = "1.2"\nempty = []\n\n[fees]\n\n[fees.copy]\namount = 8000\nfree = true\n\n'
        "[[days]]\non = 2026-11-24\nat = 07:30:00\n\n[[days]]\non = 2026-11-25\n\n"
        '[words]\n"a b" = "“Vàng”\\n"\n'
    )


def test_what_toml_has_no_word_for_is_refused() -> None:
    with pytest.raises(TypeError, match="no way to write NoneType"):
        written({"nothing": None})
