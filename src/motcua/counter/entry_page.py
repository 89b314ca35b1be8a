"""An entry of a book as a page: what it says on a day, and the notes beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.counter.digitise_fields import label_of
from motcua.counter.paper_page import terms_written
from motcua.registers.kinds import BookKind, book
from motcua.registers.margin_words import NOTE_WORDS
from motcua.registers.models import Entry, EntryNote, NoteProvenance, Provenance, Reading
from motcua.registers.shapes import BLANK, UNREADABLE

_MARKS: Mapping[str, str | Promise] = {
    UNREADABLE: _("cannot be read"),
    BLANK: _("blank in the book"),
}
_PARTS: Mapping[str, str | Promise] = {"on": _("Day of the note"), "basis": _("Decision")}


@dataclass(frozen=True, slots=True)
class Line:
    """One term: what it says on the day, and what was first written where that is different."""

    word: str
    now: str
    first: str

    @property
    def changed(self) -> bool:
        """Whether a note made it read otherwise."""
        return self.now != self.first


@dataclass(frozen=True, slots=True)
class Beside:
    """One note, with the terms that it changed: (word, before, after).

    `origin` says of one that was copied from paper where it stands, `lacking` what it has not.
    """

    note: EntryNote
    kind: str | Promise
    changes: Sequence[tuple[str, str, str]]
    origin: NoteProvenance | None
    lacking: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class EntryPage:
    """The entry as it stood when a day ended; `on` is None for today."""

    entry: Entry
    kind: BookKind
    on: date | None
    lines: Sequence[Line]
    notes: Sequence[Beside]

    @property
    def cancelled(self) -> EntryNote | None:
        """The note by which it was cancelled on that day."""
        return self.entry.cancelled(self.on)


def entry_page(entry: Entry, on: date | None) -> EntryPage:
    """What the page of an entry shows."""
    first = dict(terms_written(entry.kind, entry.content))
    now = terms_written(entry.kind, entry.as_it_stands(on))
    origins = _origins(entry)
    return EntryPage(
        entry=entry,
        kind=book(entry.kind),
        on=on,
        lines=[Line(word, said, first.get(word, "")) for word, said in now],
        notes=[_beside(note, entry.kind, origins.get(note.pk)) for note in entry.notes_until(on)],
    )


def _beside(note: EntryNote, kind: str, origin: NoteProvenance | None) -> Beside:
    before = dict(terms_written(kind, note.before))
    terms = book(kind).terms
    after = {terms[key].words: "–" for key, value in note.changes.items() if not value}
    after |= dict(terms_written(kind, note.changes))
    lacking = origin.lacking if origin else {}
    return Beside(
        note,
        NOTE_WORDS.get(note.kind, NOTE_WORDS[""]),
        [(word, before.get(word, "–"), said) for word, said in after.items()],
        origin,
        [(str(_PARTS[part]), str(_MARKS[why])) for part, why in lacking.items()],
    )


def _origins(entry: Entry) -> dict[int, NoteProvenance]:
    """Where the notes that were copied stand, by their keys."""
    rows = NoteProvenance.objects.filter(note__entry=entry) if entry.copied else ()
    return {row.note_id: row for row in rows}


def people(entry: Entry) -> str:
    """Whom an entry is of, in a line."""
    content = entry.content
    names = (content.get(f"{who}.name", "") for who in book(entry.kind).about)
    return " – ".join(name for name in names if name)


@dataclass(frozen=True, slots=True)
class FromPaper:
    """Where an entry was copied from: who read it, what the page lacks, what was decided."""

    origin: Provenance
    lacking: Sequence[tuple[str, str]]
    decided: Sequence[tuple[str, str, str]]
    decided_by: str


def origin_of(entry: Entry) -> FromPaper | None:
    """None for an entry that was written here. `decided` are the field and what each one read."""
    if not entry.copied:
        return None
    terms = book(entry.kind).terms
    row = Reading.objects.filter(entry=entry).first() or Reading()
    decided = [
        (label_of(entry.kind, key), row.first.get(key, "–"), row.second.get(key, "–"))
        for key in row.decided
    ]
    return FromPaper(
        origin=entry.provenance,
        lacking=[
            (terms[key].words, str(_MARKS[why])) for key, why in entry.provenance.lacking.items()
        ],
        decided=decided,
        decided_by=row.decided_by_name,
    )
