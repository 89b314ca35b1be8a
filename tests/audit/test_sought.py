"""The words of a search are found again by whoever types them, and read by nobody."""

from pathlib import Path
from typing import Any

import pytest

from motcua.audit.sought import sought


@pytest.fixture(autouse=True)
def place(settings: Any, tmp_path: Path) -> Path:
    settings.DATA = tmp_path
    return tmp_path


@pytest.mark.parametrize("words", ["Vàng Thị Thử", "vang thi thu", " THỬ  vàng thị "])
def test_marks_case_and_order_do_not_count(words: str) -> None:
    assert sought(words) == sought("Vàng Thị Thử")


@pytest.mark.parametrize("words", ["Vàng Thị Thư Hai", "Vàng Thị", "vang thi th", ""])
def test_other_words_are_others(words: str) -> None:
    assert sought(words) != sought("Vàng Thị Thử")


def test_nothing_of_the_words_is_in_it() -> None:
    found = sought("Vàng Thị Thử")
    assert len(found) == 38
    assert found.startswith("words:")
    assert set(found.removeprefix("words:")) <= set("0123456789abcdef")


def test_each_installation_has_a_key_of_its_own_that_only_its_owner_reads(
    place: Path, settings: Any, tmp_path: Path
) -> None:
    here = sought("Vàng Thị Thử")
    assert (place / "words-key").stat().st_mode & 0o777 == 0o600
    settings.DATA = tmp_path / "other"
    assert sought("Vàng Thị Thử") != here
    settings.DATA = place
    assert sought("Vàng Thị Thử") == here
