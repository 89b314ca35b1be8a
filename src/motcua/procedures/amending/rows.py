"""Whole rows that are added or ended without a pack: a fee, an exemption, a paper. Pure."""

import re
from collections.abc import Mapping
from typing import Any, Final

from motcua.foundation.names import folded
from motcua.procedures.amending.places import Path, Tree

RULES: Final = ("fees", "rules")
EXEMPTIONS: Final = ("fees", "exemptions")
PAPERS: Final = ("papers",)
# Where a row may be added or ended.
LISTS: Final = frozenset({RULES, EXEMPTIONS, PAPERS})
_LONGEST = 40


def is_row(path: Path) -> bool:
    """Whether a path names a whole row, and not a value in it."""
    return path[:-1] in LISTS


def row_of(content: Tree, path: Path) -> Mapping[str, Any] | None:
    """The row of that name; None for none."""
    return next((one for one in _rows(content, path) if one["name"] == path[-1]), None)


def opens(content: Tree, path: Path, value: Any) -> bool:
    """Whether that may be done: a row that is not there is added, one that is there is ended."""
    if not is_row(path):
        return False
    there = row_of(content, path)
    return isinstance(value, dict) if there is None else value is None


def put(content: dict[str, Any], path: Path, row: Mapping[str, Any] | None) -> None:
    """Write the row into a copy of the content, or take it out for None.

    The worked cases expect a paper from then on that is always asked for, and no ended one.
    """
    kept = [one for one in _rows(content, path) if one["name"] != path[-1]]
    holder = content
    for step in path[:-2]:
        holder = holder.setdefault(step, {})
    holder[path[-2]] = [*kept, dict(row)] if row else kept
    if not holder[path[-2]] and path[:-1] != PAPERS:
        del holder[path[-2]]
    if path[:-1] == PAPERS:
        _expect(content, path[-1], asked=row is not None and "when" not in row)


def name_for(content: Tree, holder: Path, label: str) -> str:
    """A name for a new row by what it is called: ``phi_cap_nhanh``, told apart by a number."""
    bare = re.sub(r"[^a-z0-9]+", "_", folded(label)).strip("_")[:_LONGEST].strip("_")
    first = bare if bare[:1].isalpha() else f"row_{bare}".strip("_")
    taken = {one["name"] for one in _rows(content, (*holder, ""))}
    found, number = first, 2
    while found in taken:
        found, number = f"{first}_{number}", number + 1
    return found


def _rows(content: Tree, path: Path) -> list[Mapping[str, Any]]:
    found: Any = content
    for step in path[:-1]:
        found = found.get(step, {})
    return list(found)


def _expect(content: dict[str, Any], name: str, *, asked: bool) -> None:
    for example in content.get("examples", ()):
        wanted = example["expect"].get("papers")
        if wanted is not None:
            rest = [one for one in wanted if one != name]
            example["expect"]["papers"] = [*rest, name] if asked else rest
