"""The register beside the request: who in the book fits, and where they differ."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import prefetch_related_objects
from django.utils.functional import Promise
from django.utils.translation import get_language

from motcua.counter.words import SEXES
from motcua.dossiers.models import Dossier
from motcua.foundation.actor import Actor
from motcua.foundation.names import folded, same_name
from motcua.foundation.partial_date import PartialDate
from motcua.procedures.answers import meant
from motcua.procedures.lists import ethnic_names, nationality_names
from motcua.procedures.pack import Procedure
from motcua.procedures.result import book_to_pick
from motcua.registers import queries as books
from motcua.registers.doubled import second_writings
from motcua.registers.kinds import book as book_kind
from motcua.registers.models import Entry, EntryName, EntryNote

_COMPARED = ("name", "birth", "sex", "identity")


@dataclass(frozen=True, slots=True)
class Line:
    """One term side by side; `same` is None when one of the two says nothing."""

    label: str | Promise
    kind: str
    asked: str
    found: str
    same: bool | None

    @property
    def asked_shown(self) -> str:
        """The request's value as people write it."""
        return _shown(self.kind, self.asked)

    @property
    def found_shown(self) -> str:
        """The book's value as people write it."""
        return _shown(self.kind, self.found)


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that may be the one; `stands` is the one of which it is a second writing.

    `cancelled` is the note in its margin that says so.
    """

    entry: Entry
    who: str
    lines: Sequence[Line]
    stands: Entry | None = None
    cancelled: EntryNote | None = None

    @property
    def usable(self) -> bool:
        """Whether a paper can be made of it."""
        return self.stands is None and self.cancelled is None

    @property
    def differences(self) -> int:
        """How many terms speak against it."""
        return sum(line.same is False for line in self.lines)

    @property
    def agreements(self) -> int:
        """How many terms speak for it."""
        return sum(line.same is True for line in self.lines)


@dataclass(frozen=True, slots=True)
class Beside:
    """The search of the panel: which book, by which name, and what was found, the best first."""

    book: str
    name: str
    birth: str
    matches: Sequence[Match]

    @property
    def title(self) -> str:
        """What the book is called."""
        return book_kind(self.book).title

    @property
    def best(self) -> Match | None:
        """The one that a single key may choose: nothing speaks against it, and no other fits."""
        usable = [match for match in self.matches if match.usable]
        fitting = [match for match in usable if match.differences == 0]
        sure = len(fitting) == 1 and fitting[0].agreements >= 2
        return fitting[0] if sure else None


def beside(
    dossier: Dossier,
    procedure: Procedure,
    *,
    name: str | None,
    by: Actor,
    at: datetime,
) -> Beside | None:
    """What the register holds for this request; None for a procedure that needs no entry.

    `name` is what the officer typed instead of the name of the request. The search is journalled.
    """
    book = book_to_pick(procedure, dossier.answers)
    if book is None:
        return None
    said = _said(procedure, dossier)
    first = next(iter(book_kind(book).about))
    wanted = _asked(said, first, "name") if name is None else name
    birth = _asked(said, first, "birth") if name is None else ""
    if len(folded(wanted)) < 2:
        return Beside(book, wanted, birth, [])
    rows = _found(dossier, book, wanted, birth, by, at)
    left_out = second_writings([row.entry_id for row in rows])
    matches = [_match(row, said, left_out.get(row.entry_id)) for row in rows]
    return Beside(book, wanted, birth, sorted(matches, key=_closeness))


def _found(
    dossier: Dossier, book: str, name: str, birth: str, by: Actor, at: datetime
) -> list[EntryName]:
    """By name and year of birth; by the name alone when that finds nobody."""
    why = f"dossier:{dossier.pk}"
    commune = dossier.commune_id
    found = books.find(
        by=by, commune=commune, kind=book, name=name, at=at, why=why, birth=birth[:4] or None
    )
    if not found and birth:
        found = books.find(by=by, commune=commune, kind=book, name=name, at=at, why=why)
    own = book_kind(book).about
    ours = [row for row in found if row.who in own]
    prefetch_related_objects([row.entry for row in ours], "notes")
    return ours


def _match(row: EntryName, said: Mapping[str, str], stands: Entry | None) -> Match:
    content = row.entry.as_it_stands()
    labels = {term.key: term.words for term in book_kind(row.kind).terms.values()}
    lines = [
        compared(labels[key], what, _asked(said, row.who, what), content.get(key, ""))
        for what in _COMPARED
        if (key := f"{row.who}.{what}") in labels
    ]
    lines += [
        compared(labels[key], "name", _beside(said, row, who), content.get(key, ""))
        for who in book_kind(row.kind).named
        if who != row.who and (key := f"{who}.name") in labels
    ]
    shown = [line for line in lines if line.asked or line.found]
    return Match(row.entry, row.who, shown, stands, row.entry.cancelled())


def _asked(said: Mapping[str, str], who: str, what: str) -> str:
    """What the request says of a person of the book: by name of the part, or as its subject."""
    return said.get(f"{who}.{what}") or said.get(f"subject.{what}", "")


def _beside(said: Mapping[str, str], row: EntryName, who: str) -> str:
    """What the request says of somebody else whom the entry names.

    By name of the part; where the entry is of two, as the spouse or the other one.
    """
    named = said.get(f"{who}.name", "")
    if named or not {who, row.who} <= set(book_kind(row.kind).about):
        return named
    return said.get("spouse.name") or said.get("other.name", "")


def _said(procedure: Procedure, dossier: Dossier) -> Mapping[str, str]:
    """The answers by their meaning, of people of whom the form asks: that the filer is a parent of
    the subject makes nobody the parent of the entry."""
    asked = {(one.means or "").partition(".")[0] for one in procedure.form.fields} | {"subject"}
    said = meant(procedure, dossier.answers)
    return {means: value for means, value in said.items() if means.partition(".")[0] in asked}


def compared(label: str | Promise, kind: str, asked: str, found: str) -> Line:
    """One term of the request beside what a record has."""
    same = None if not asked or not found else _agree(kind, asked, found)
    return Line(label, kind, asked, found, same)


def _agree(kind: str, asked: str, found: str) -> bool:
    """Names agree as they are spoken; a partial date agrees with a whole one within it."""
    if kind == "name":
        return same_name(asked, found)
    if kind == "birth":
        return asked.startswith(found) or found.startswith(asked)
    return asked == found


def _closeness(match: Match) -> tuple[bool, int, int, int]:
    return not match.usable, match.differences, -match.agreements, match.entry.pk


def _shown(kind: str, value: str) -> str:
    if kind == "birth":
        return day_shown(value)
    return str(_coded(kind).get(value, value))


def _coded(kind: str) -> Mapping[str, str | Promise]:
    """The words of what is stored as a code."""
    if kind == "sex":
        return SEXES
    if kind == "ethnic":
        return ethnic_names()
    return nationality_names(get_language() or "vi") if kind == "nationality" else {}


def day_shown(value: str) -> str:
    """A stored date, whole or partial, as people write it; what is none stays as it is."""
    try:
        return PartialDate.stored(value).shown
    except ValueError:
        return value
