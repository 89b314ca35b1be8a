"""Where a text of the law was seen, in the language of who reads: ``packs/vn/seen_in.toml``."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import get_language

_OFFICIAL = "vi"


def seen_in(source: str) -> str:
    """A `source` in words, mark by mark: ``LAW, VB``; the name of a document stands as it is."""
    return "; ".join(_said(mark) for mark in source.split(", "))


def _said(mark: str) -> str:
    words = _marks().get(mark, {})
    return words.get(get_language() or _OFFICIAL, words.get(_OFFICIAL, mark))


@cache
def _marks() -> Mapping[str, Mapping[str, str]]:
    path = Path(settings.PACKS) / "vn" / "seen_in.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
