"""Laying what a commune changed over what the packs say, edition by edition.

An edition of the pack is a version that no amendment lies over. From it and the approved
amendments every other version follows, so that it can be made anew whenever a pack is loaded.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from motcua.procedures.amending.changes import (
    Change,
    changed,
    followed,
    is_there,
    settled,
    value_at,
)
from motcua.procedures.amending.places import Path
from motcua.procedures.edition import Tree
from motcua.procedures.models import Amendment, ProcedureVersion, Verdict

# What becomes of a change over an edition: it is laid over it; the pack says the same now; the
# pack says something else by now, and the change stays; a later law says otherwise, and the change
# ends with the law it was written for; what it belongs to is gone.
Fate = Literal["laid", "same", "touched", "ended", "gone"]


@dataclass(frozen=True, slots=True)
class Laid:
    """What an edition is from a day on, and the amendments that made it so."""

    since: date
    content: Tree
    amendments: tuple[Amendment, ...]


@dataclass(frozen=True, slots=True)
class Touched:
    """A change over an edition, and what the pack says in its place."""

    amendment: Amendment
    change: Change
    edition: date
    pack: Any
    fate: Fate


def editions_of(code: str) -> list[ProcedureVersion]:
    """The editions as the packs have them: of each the last loading, the earliest first."""
    rows = ProcedureVersion.objects.filter(code=code, overlay=None)
    latest = {one.valid_from: one for one in rows.order_by("valid_from", "version")}
    return list(latest.values())


def edition_on(code: str, day: date) -> ProcedureVersion | None:
    """The edition that the packs have for a day."""
    fitting = [one for one in editions_of(code) if _covers(one, day)]
    return fitting[-1] if fitting else None


def approved(code: str) -> list[Amendment]:
    """The amendments of a procedure that hold, in the order in which they begin."""
    rows = Amendment.objects.filter(code=code, verdict__kind=Verdict.Kind.APPROVED)
    return list(rows.order_by("holds_from", "id"))


def laid_over(edition: ProcedureVersion, amendments: Sequence[Amendment]) -> Iterator[Laid]:
    """What the edition is, from its beginning and from each day on which a change begins in it."""
    within = {one.holds_from for one in amendments if _begins_in(edition, one)}
    for since in sorted({edition.valid_from, *within}):
        content, used = edition.content, []
        for one in (one for one in amendments if one.holds_from <= since):
            laid = [c for c in _changes(one) if _fate(edition, one, c, content) != "ended"]
            laid = [c for c in laid if value_at(content, c.path) != c.after]
            content = changed(content, laid)
            if laid or one.holds_from == since > edition.valid_from:
                used.append(one)
        if used:
            content = settled(content, followed(edition.content, content))
            content = {**content, "valid_from": since.isoformat()}
        yield Laid(since, content, tuple(used))


def touched(code: str) -> list[Touched]:
    """Each approved change whose place the pack fills otherwise now than when it was written."""
    amendments = approved(code)
    known: dict[Path, list[Any]] = {}
    for one in amendments:
        for change in _changes(one):
            known.setdefault(change.path, []).extend((change.before, change.after))
    found = []
    for edition in editions_of(code) if amendments else ():
        for one in amendments:
            if one.edition is not None and edition.valid_from >= one.edition:
                found += [_touched(edition, one, change, known) for change in _changes(one)]
    return [one for one in found if one is not None]


def _touched(
    edition: ProcedureVersion, one: Amendment, change: Change, known: dict[Path, list[Any]]
) -> Touched | None:
    pack = value_at(edition.content, change.path)
    if is_there(edition.content, change.path) and pack in known[change.path]:
        return None
    same = one.edition == edition.valid_from
    there = is_there(edition.content, change.path)
    fate: Fate = ("touched" if same else "ended") if there else "gone"
    return Touched(one, change, edition.valid_from, pack, fate)


def _fate(edition: ProcedureVersion, one: Amendment, change: Change, content: Tree) -> Fate:
    """For its own edition a change holds whatever a later loading says; a later edition that says
    otherwise than what it was made for is another law."""
    if one.edition == edition.valid_from:
        return "laid"
    return "laid" if value_at(content, change.path) == change.before else "ended"


def _changes(one: Amendment) -> list[Change]:
    return [Change.read(raw) for raw in one.changes]


def _begins_in(edition: ProcedureVersion, one: Amendment) -> bool:
    return one.holds_from > edition.valid_from and _covers(edition, one.holds_from)


def _covers(edition: ProcedureVersion, day: date) -> bool:
    return edition.valid_from <= day and (edition.valid_to is None or day <= edition.valid_to)
