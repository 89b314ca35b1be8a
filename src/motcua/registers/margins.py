"""The notes in the margin of a paper book, and what can be wrong with them. Plain Python."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from motcua.foundation.names import tidy
from motcua.foundation.partial_date import PartialDate
from motcua.foundation.refusal import Refusal
from motcua.registers.errors import EventAfterRegistration, TermOutOfShape, TermUnknown
from motcua.registers.errors_of_margins import (
    BasisTooLong,
    NoteBeforeEntry,
    NoteChangesNothing,
    NoteDayMissing,
    NoteItemMissing,
    NoteItemTwice,
    NoteKindMissing,
    NoteReadOtherwise,
    NoteTextMissing,
    NoteToCome,
)
from motcua.registers.kinds import MARGIN, OUTDATING, BookKind, Term
from motcua.registers.shapes import fits, late, official

MOST_BASIS = 300


@dataclass(frozen=True, slots=True)
class Change:
    """A term that reads otherwise from the note on: `after` in the stored form, "" where it was
    struck out. `before` is what the margin says of that, "" where it says nothing."""

    term: str
    after: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class PaperNote:
    """A note as it stands there: its kind (`kinds.MARGIN`), its words, its day, its decision.

    `on` is a partial date; `lacking` says of "on" and "basis" that are "" why. `nothing` says that
    it changes no term of the book. `place` is its number on the page, or its row in a file: what is
    wrong with it is said of the fields ``note<place>.kind``, ``.day``, ``.basis``, ``.text`` and,
    of its first change, ``.item1``, ``.from1`` and ``.to1``.
    """

    kind: str
    text: str
    on: str = ""
    basis: str = ""
    changes: Sequence[Change] = ()
    nothing: bool = False
    lacking: Mapping[str, str] = field(default_factory=dict)
    place: int = 1

    @property
    def changed(self) -> dict[str, str]:
        """The terms and how they read from now on."""
        return {one.term: one.after for one in self.changes}


def margin_faults(
    kind: BookKind,
    content: Mapping[str, str],
    notes: Sequence[PaperNote],
    *,
    written: date,
    today: date,
) -> Iterator[Refusal]:
    """All that is wrong with notes beside an entry that reads so and was written on that day."""
    stands = dict(content)
    for note in notes:
        yield from _of_itself(note, written, today)
        yield from _of_changes(note, kind, stands, written)
        stands |= note.changed


def _of_itself(note: PaperNote, written: date, today: date) -> Iterator[Refusal]:
    start = f"note{note.place}"
    if note.kind not in MARGIN:
        yield NoteKindMissing(field=f"{start}.kind")
    if not note.on and "on" not in note.lacking:
        yield NoteDayMissing(field=f"{start}.day")
    elif note.on and note.on < written.isoformat()[: len(note.on)]:
        facts = {"day": PartialDate.stored(note.on).shown, "first": f"{written:%d/%m/%Y}"}
        yield NoteBeforeEntry(field=f"{start}.day", **facts)
    elif note.on > today.isoformat():
        yield NoteToCome(field=f"{start}.day", day=PartialDate.stored(note.on).shown)
    if len(note.basis) > MOST_BASIS:
        yield BasisTooLong(field=f"{start}.basis", most=MOST_BASIS)
    if not note.text.strip():
        yield NoteTextMissing(field=f"{start}.text")
    if note.kind in OUTDATING and not note.changes and not note.nothing:
        yield NoteItemMissing(field=f"{start}.item1")


def _of_changes(
    note: PaperNote, kind: BookKind, stands: Mapping[str, str], written: date
) -> Iterator[Refusal]:
    seen: set[str] = set()
    for place, one in enumerate(note.changes, start=1):
        term, ends = kind.terms.get(one.term), f"note{note.place}.%s{place}"
        if term is None:
            yield TermUnknown(field=ends % "item", term=one.term)
        elif one.term in seen:
            yield NoteItemTwice(field=ends % "item", term=term.words)
        else:
            seen.add(one.term)
            yield from _of_change(one, term, stands.get(one.term, ""), ends, written)


def _of_change(one: Change, term: Term, now: str, ends: str, written: date) -> Iterator[Refusal]:
    said = {"term": term.words}
    if one.after and not fits(term, one.after):
        yield TermOutOfShape(field=ends % "to", value=one.after, **said)
    elif late(term, one.after, written):
        yield EventAfterRegistration(field=ends % "to", day=f"{written:%d/%m/%Y}", **said)
    elif tidy(one.after) == tidy(now):
        yield NoteChangesNothing(field=ends % "to", **said)
    if one.before and tidy(one.before).casefold() != tidy(now).casefold():
        reads = official(term.kind, now) or "–"
        yield NoteReadOtherwise(field=ends % "from", now=reads, **said)
