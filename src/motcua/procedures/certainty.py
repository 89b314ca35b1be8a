"""How sure the law in a version is: what stands in it from memory or unsure, counted."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from motcua.procedures.models import ProcedureVersion


class Certainty(NamedTuple):
    """How many statements of a version were seen in a public text, are from memory, or unsure."""

    verified: int
    memory: int
    unsure: int


@cache
def certainty(digest: str) -> Certainty:
    """Of the version with this content; it never changes, so it is counted once."""
    rows = ProcedureVersion.objects.filter(digest=digest)
    content = rows.values_list("content", flat=True).first()
    marks = Counter(_marks(content))
    return Certainty(marks["verified"], marks["memory"], marks["unsure"])


def _marks(content: Any) -> Iterator[str]:
    """Every ``mark = …`` of the pack, wherever it stands, and the table ``marks``."""
    if isinstance(content, list):
        for one in content:
            yield from _marks(one)
    elif isinstance(content, dict):
        for key, value in content.items():
            if key == "mark":
                yield str(value)
            elif key == "marks" and isinstance(value, dict):
                yield from map(str, value.values())
            else:
                yield from _marks(value)
