"""A change as data: read from a place, written to it; what a pack says there otherwise. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from motcua.procedures.amending.places import NAMES, Path
from motcua.procedures.amending.rows import is_row, put, row_of
from motcua.procedures.assembly import assembled
from motcua.procedures.edition import Tree
from motcua.procedures.fees import charge
from motcua.procedures.pack import Example, Procedure

# Where a row of a list is named twice (a layout with two conditions), all of them are meant.
Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Change:
    """What stood and what is to stand at a place; None for nothing."""

    path: Path
    before: Any
    after: Any

    @classmethod
    def read(cls, raw: Mapping[str, Any]) -> "Change":
        """As it was kept."""
        return cls(tuple(raw["path"]), raw["before"], raw["after"])

    def kept(self) -> dict[str, Any]:
        """As plain JSON."""
        return {"path": list(self.path), "before": self.before, "after": self.after}

    @property
    def place(self) -> str:
        """``fees.rules.copy.amount``."""
        return ".".join(self.path)


@dataclass(frozen=True, slots=True)
class Case:
    """A worked case that comes out otherwise: its fee in đồng before and after."""

    name: str
    before: int
    after: int


def value_at(content: Mapping[str, Any], path: Path) -> Any:
    """What stands there, a whole row where the path names one; None for nothing."""
    if is_row(path):
        return row_of(content, path)
    rows = _rows(content, path[:-1])
    return rows[0].get(path[-1]) if rows else None


def row_at(content: Mapping[str, Any], path: Path) -> Mapping[str, Any]:
    """The table at a path; an empty one where there is none."""
    rows = _rows(content, path)
    return rows[0] if rows else {}


def is_there(content: Mapping[str, Any], path: Path) -> bool:
    """Whether the row to which the place belongs is there at all; a list of rows always is."""
    return is_row(path) or bool(_rows(content, path[:-1]))


def changed(content: Mapping[str, Any], changes: Iterable[Change]) -> Tree:
    """A copy with the changes in it; one whose row is not there any more is passed over."""
    made: Tree = deepcopy(dict(content))
    for change in changes:
        if is_row(change.path):
            put(made, change.path, change.after)
            continue
        for row in _rows(made, change.path[:-1]):
            if change.after is None:
                row.pop(change.path[-1], None)
            else:
                row[change.path[-1]] = change.after
    return made


def followed(before: Mapping[str, Any], after: Tree) -> list[Case]:
    """The worked cases whose fee came true before and comes out otherwise now."""
    old, new = _procedure(before), _procedure(after)
    cases = []
    for example in old.examples:
        due, now = _due(old, example), _due(new, example)
        if example.fee is not None and due == example.fee != now:
            cases.append(Case(example.name, due, now))
    return cases


def settled(content: Tree, cases: Sequence[Case]) -> Tree:
    """The same content, whose worked cases expect what comes out of it."""
    due = {case.name: case.after for case in cases}
    for example in content.get("examples", ()):
        if example["name"] in due:
            example["expect"]["fee"] = due[example["name"]]
    return content


def _procedure(content: Mapping[str, Any]) -> Procedure:
    return assembled(content, version=0, version_id=0, digest="")


def _due(procedure: Procedure, example: Example) -> int:
    return charge(
        procedure,
        channel=example.channel,
        grounds=example.grounds,
        answers=example.answers,
        on=example.on,
    ).amount


def _rows(content: Any, path: Path) -> Rows:
    """The tables at a path: of a list those rows that bear the name."""
    found: list[Any] = [content]
    for step in path:
        found = [inner for one in found for inner in _within(one, step)]
    return [one for one in found if isinstance(one, dict)]


def _within(value: Any, step: str) -> list[Any]:
    if isinstance(value, dict):
        return [value[step]] if step in value else []
    if isinstance(value, list):
        return [one for one in value if isinstance(one, dict) and _name(one) == step]
    return []


def _name(row: Mapping[str, Any]) -> str:
    return next((str(row[key]) for key in NAMES if key in row), "")
