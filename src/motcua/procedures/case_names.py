"""What the worked cases are called in the language of who reads: ``packs/vn/cases.toml``."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import get_language


def called(name: str) -> str:
    """A case in words; one that is not in the table, as of another pack, by its own name."""
    return _names().get(name, {}).get(get_language() or "", name)


@cache
def _names() -> Mapping[str, Mapping[str, str]]:
    path = Path(settings.PACKS) / "vn" / "cases.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
