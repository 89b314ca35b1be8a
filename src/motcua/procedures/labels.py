"""What each term of a book and each field of a paper is called: ``vn/papers/labels.toml``."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from django.conf import settings

_OFFICIAL = "vi"


@cache
def labels(own: str = "") -> Mapping[str, Mapping[str, str]]:
    """The words of each name by language; those of the table `own` come before the common ones."""
    path = Path(settings.PACKS) / "vn" / "papers" / "labels.toml"
    said = tomllib.loads(path.read_text(encoding="utf-8"))
    named = {**said, **(said[own] if own else {})}
    return {name: words for name, words in named.items() if _OFFICIAL in words}
