"""Notes that come from the margin of a paper book: with their entry, or beside one that is there.

They are rows like every other note, so that what they changed holds in each reading of the entry,
its search and its papers (docs/decisions/0048).
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from motcua.audit.actions import record
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.foundation.many import write_models
from motcua.foundation.numbers import let_pass, take_number
from motcua.foundation.refusal import Refusal
from motcua.registers.access import WRITERS, must_serve
from motcua.registers.errors_of_cancelling import EntryCancelled
from motcua.registers.errors_of_margins import CancelOnItsPage, NoteBesideOurs
from motcua.registers.kinds import CANCELLATION, book
from motcua.registers.margins import PaperNote, margin_faults
from motcua.registers.models import Entry, EntryNote, NoteProvenance, UntoldNote
from motcua.registers.names_kept import keep, names_noted
from motcua.registers.paper import Origin

Beside = tuple[Entry, Sequence[PaperNote]]


def beside_faults(notes: Sequence[Beside], *, at: datetime) -> dict[int, list[Refusal]]:
    """What is wrong with notes of entries that are in the books already, by the place in the list.

    The entries come with their notes. Nothing is written.
    """
    found = {place: _faults(entry, more, at) for place, (entry, more) in enumerate(notes)}
    return {place: problems for place, problems in found.items() if problems}


@transaction.atomic
def note_sound(
    *, commune: str, notes: Sequence[Beside], origin: Origin, by: Actor, at: datetime
) -> dict[int, list[Refusal]]:
    """Write those with which nothing is wrong, with one line in the journal; what is wrong with the
    others, by their place. Refuses NotYourBooks.

    Papers made of their entries before wait in `UntoldNote` to be marked.
    """
    must_serve(by, commune, *WRITERS)
    keys = sorted({entry.pk for entry, _more in notes})
    for key in keys:
        # Held until the act ends: another note may just change the same term.
        let_pass(_series(key), 0)
    rows = Entry.objects.filter(pk__in=keys).prefetch_related("notes").in_bulk()
    now = [(rows[entry.pk], more) for entry, more in notes]
    faults = beside_faults(now, at=at)
    sound = [one for place, one in enumerate(now) if place not in faults]
    if sound:
        written = put_beside(sound, origin, by, at)
        late = [UntoldNote(note_id=note.pk) for note in written if note.outdates]
        UntoldNote.objects.bulk_create(late)
        facts = {"entries": len(sound), "book": origin.book, "notes": len(written)}
        record(chain=commune, by=by, at=at, verb="copy_margins", about="books", facts=facts)
    return faults


def put_beside(
    pairs: Sequence[Beside], origin: Origin, by: Actor, at: datetime, *, fresh: bool = False
) -> list[EntryNote]:
    """Write the notes behind those that their entries have (none, where they are `fresh`), and the
    names that they tell."""
    rows: list[EntryNote] = []
    origins: list[NoteProvenance] = []
    names: list[dict[str, Any]] = []
    for entry, notes in pairs:
        stands = dict(entry.content) if fresh else entry.as_it_stands()
        for note in notes:
            rows.append(_row(entry, note, stands, by, at))
            origins.append(NoteProvenance(**vouched(entry, origin, note.lacking)))
            names += names_noted(entry, stands, note.changed)
            stands |= note.changed
    write_models(rows)
    for row, one in zip(rows, origins, strict=True):
        one.note_id = row.pk
    write_models(origins)
    keep(names)
    return rows


def vouched(entry: Entry, origin: Origin, lacking: Mapping[str, str]) -> dict[str, Any]:
    """Who vouches for what was read, as a row of `from_paper` keeps it."""
    second = origin.second
    own = f"{book(entry.kind).official} {entry.year}, quyển {entry.volume}"
    return {
        "way": origin.way,
        "book": origin.book or own,
        "lacking": dict(lacking),
        "scan": origin.scan,
        "read_by": origin.first.by.id,
        "read_by_name": origin.first.by.name,
        "read_at": origin.first.at,
        "second_by": second.by.id if second else "",
        "second_by_name": second.by.name if second else "",
        "second_at": second.at if second else None,
    }


def counted(notes: Sequence[PaperNote]) -> dict[str, int]:
    """How many notes, for the journal; nothing where there are none."""
    return {"notes": len(notes)} if notes else {}


def _faults(entry: Entry, notes: Sequence[PaperNote], at: datetime) -> list[Refusal]:
    first = f"note{notes[0].place}.kind"
    cancelled = entry.cancelled()
    if not entry.copied:
        return [NoteBesideOurs(field=first)]
    if cancelled is not None:
        return [EntryCancelled(field=first, number=entry.reference, day=cancelled.day_shown)]
    grave = (one for one in notes if one.kind == CANCELLATION)
    faults = margin_faults(
        book(entry.kind),
        entry.as_it_stands(),
        notes,
        written=entry.registered_on,
        today=day_of(at),
    )
    return [*(CancelOnItsPage(field=f"note{one.place}.kind") for one in grave), *faults]


def _series(entry: int) -> str:
    return f"note:{entry}"


def _row(
    entry: Entry, note: PaperNote, stands: Mapping[str, str], by: Actor, at: datetime
) -> EntryNote:
    number = take_number(_series(entry.pk))
    return EntryNote(
        entry_id=entry.pk,
        number=number,
        kind=note.kind,
        text=note.text,
        changes=note.changed,
        before={term: stands.get(term, "") for term in note.changed},
        basis=note.basis,
        copied=True,
        noted_on=note.on,
        source=f"{entry.source}:note:{number}",
        written_by=by.id,
        written_by_name=by.name,
        written_at=at,
    )
