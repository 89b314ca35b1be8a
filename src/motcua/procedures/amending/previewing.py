"""A change looked at before it is asked for: before and after, its problems, what follows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from motcua.procedures.amending.changes import Case, Change, changed, followed, settled, value_at
from motcua.procedures.amending.checked import problems_of
from motcua.procedures.amending.errors import NothingChanged, PlaceClosed
from motcua.procedures.amending.overlay import edition_on, editions_of
from motcua.procedures.amending.places import Path, every_place
from motcua.procedures.amending.rows import opens
from motcua.procedures.edition import Tree
from motcua.procedures.errors import NoProcedureInForce
from motcua.procedures.problems import Problem
from motcua.procedures.queries import content_in_force


@dataclass(frozen=True, slots=True)
class Preview:
    """What a procedure would be from a day on.

    `edition` is the first day of the law that it is written for; `later` are the editions to come,
    each with the places in which it says otherwise, so that the change ends with its first day.
    """

    edition: date
    before: Mapping[str, Any]
    after: Tree
    changes: Sequence[Change]
    cases: Sequence[Case]
    problems: Sequence[Problem]
    later: Sequence[tuple[date, Sequence[str]]]


def previewed(code: str, *, holds_from: date, values: Mapping[Path, Any]) -> Preview:
    """What comes of values at their places, None for nothing; NothingChanged, PlaceClosed."""
    before = content_in_force(code, holds_from)
    known = every_place(before)
    closed = next(
        (
            path
            for path, value in values.items()
            if not (path in known or opens(before, path, value))
        ),
        None,
    )
    if closed is not None:
        raise PlaceClosed(place=".".join(closed))
    pairs = ((path, value_at(before, path), value) for path, value in values.items())
    changes = [Change(path, old, new) for path, old, new in pairs if old != new]
    if not changes:
        raise NothingChanged
    return preview_of(code, holds_from=holds_from, changes=changes, before=before)


def preview_of(
    code: str, *, holds_from: date, changes: Sequence[Change], before: Mapping[str, Any]
) -> Preview:
    """The same of changes that are known."""
    edition = edition_on(code, holds_from)
    if edition is None:
        raise NoProcedureInForce(code=code, day=holds_from.strftime("%d/%m/%Y"))
    after = changed(before, changes)
    problems, cases = problems_of(before, after), list[Case]()
    if all(one.code == "example_fails" for one in problems):
        cases = followed(before, after)
        after = settled(after, cases)
        problems = problems_of(before, after)
    return Preview(
        edition=edition.valid_from,
        before=before,
        after={**after, "valid_from": holds_from.isoformat()},
        changes=changes,
        cases=cases,
        problems=problems,
        later=_later(code, edition.valid_from, changes),
    )


def _later(code: str, edition: date, changes: Sequence[Change]) -> list[tuple[date, Sequence[str]]]:
    found: list[tuple[date, Sequence[str]]] = []
    for one in editions_of(code):
        if one.valid_from > edition:
            other = [c.place for c in changes if value_at(one.content, c.path) != c.before]
            found.append((one.valid_from, other))
    return found
