"""Where a text was seen is said in words, in each language."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.utils import translation

from motcua.procedures.seen_in import seen_in

VN = Path(settings.PACKS) / "vn"


def sources(content: Any) -> Iterator[str]:
    """Every `source` of a basis, wherever it stands."""
    if isinstance(content, list):
        for one in content:
            yield from sources(one)
    elif isinstance(content, dict):
        if "document" in content and "source" in content:
            yield from content["source"].split(", ")
        for value in content.values():
            yield from sources(value)


def test_each_mark_of_the_packs_has_words_and_all_else_is_a_document() -> None:
    marks = tomllib.loads((VN / "seen_in.toml").read_text(encoding="utf-8"))
    assert {tuple(sorted(one)) for one in marks.values()} == {("en", "hi", "vi")}
    files = (VN / "procedures").rglob("*.toml")
    found = {one for path in files for one in sources(tomllib.loads(path.read_text("utf-8")))}
    assert found == {*marks, "NQ 31/2026/QH16"}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("vi", "Bộ Pháp điển điện tử"),
        ("en", "the state's codified law"),
        ("hi", "राज्य का संहिताबद्ध क़ानून"),
    ],
)
def test_two_marks_are_two_sayings_in_the_language_of_who_reads(language: str, said: str) -> None:
    with translation.override(language):
        first, second = seen_in("LAW, VB").split("; ")
        assert said in first
        assert "Vĩnh Bảo" in second
        assert seen_in("Công báo mẫu") == "Công báo mẫu"
