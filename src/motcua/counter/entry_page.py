"""An entry of a book as a page: what it says on a day, and the notes beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.counter.digitise_fields import label_of
from motcua.counter.paper_page import terms_written
from motcua.registers.kinds import BookKind, book
from motcua.registers.models import Entry, EntryNote, Provenance, Reading
from motcua.registers.paper import BLANK, UNREADABLE

NOTES: Mapping[str, str | Promise] = {
    "": _("Note"),
    "annulment": _("Marriage annulled"),
    "cancellation": _("Entry cancelled"),
    "change": _("Change"),
    "correction": _("Correction"),
    "divorce": _("Divorce"),
    "ethnicity": _("Ethnic group determined anew"),
    "guardianship_end": _("Guardianship ended"),
    "parentage": _("Parentage"),
    "supplement": _("Supplement"),
}


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
    """One note, with the terms that it changed: (word, before, after)."""

    note: EntryNote
    kind: str | Promise
    changes: Sequence[tuple[str, str, str]]


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
    return EntryPage(
        entry=entry,
        kind=book(entry.kind),
        on=on,
        lines=[Line(word, said, first.get(word, "")) for word, said in now],
        notes=[_beside(note, entry.kind) for note in entry.notes_until(on)],
    )


def _beside(note: EntryNote, kind: str) -> Beside:
    before = dict(terms_written(kind, note.before))
    after = terms_written(kind, note.changes)
    changes = [(word, before.get(word, "–"), said) for word, said in after]
    return Beside(note, NOTES.get(note.kind, NOTES[""]), changes)


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
    marks = {UNREADABLE: _("cannot be read"), BLANK: _("blank in the book")}
    terms = book(entry.kind).terms
    row = Reading.objects.filter(entry=entry).first() or Reading()
    decided = [
        (label_of(entry.kind, key), row.first.get(key, "–"), row.second.get(key, "–"))
        for key in row.decided
    ]
    return FromPaper(
        origin=entry.provenance,
        lacking=[
            (terms[key].words, str(marks[why])) for key, why in entry.provenance.lacking.items()
        ],
        decided=decided,
        decided_by=row.decided_by_name,
    )
