"""Writing in the margin: the entry stays as it was, and reads otherwise from now on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from motcua.audit.actions import record
from motcua.foundation.actor import Actor, Role
from motcua.foundation.numbers import take_number
from motcua.registers.access import APPROVERS, must_serve
from motcua.registers.actions.writing import refuse_unknown
from motcua.registers.cancelled import refuse_cancelled
from motcua.registers.errors import NoteNotApproved, NoteUnexplained
from motcua.registers.models import Entry, EntryNote
from motcua.registers.names_kept import keep_noted


@dataclass(frozen=True, slots=True)
class Note:
    """What is noted: its kind (`kinds.NOTES`), its text, the terms that change, and why.

    `basis` is the number of the decision, `evidence` what that rests on.
    """

    kind: str
    text: str
    changes: Mapping[str, str]
    reason: str
    basis: str
    evidence: str = ""


def write_note(*, entry: Entry, note: Note, source: str, by: Actor, at: datetime) -> EntryNote:
    """Write a note in the margin of an entry; the same `source` again gives the note it made.

    Papers made from the entry before stay as they are. Refuses NotYourBooks, NoteNotApproved,
    NoteUnexplained, TermUnknown and EntryCancelled.
    """
    must_serve(by, entry.commune_id, *Role)
    if not by.has(*APPROVERS):
        raise NoteNotApproved
    known: EntryNote | None = EntryNote.objects.filter(source=source).first()
    if known is not None:
        return known
    if not note.reason.strip() or not note.basis.strip():
        raise NoteUnexplained
    refuse_unknown(entry.kind, note.changes)
    with transaction.atomic():
        number = take_number(f"note:{entry.pk}")
        refuse_cancelled(entry)
        # Read once the number is taken: another note may just have changed the same term.
        stands = Entry.objects.prefetch_related("notes").get(pk=entry.pk).as_it_stands()
        row = EntryNote.objects.create(
            entry=entry,
            number=number,
            kind=note.kind,
            text=note.text,
            changes=dict(note.changes),
            before={term: stands.get(term, "") for term in note.changes},
            reason=note.reason.strip(),
            basis=note.basis,
            evidence=note.evidence,
            source=source,
            written_by=by.id,
            written_by_name=by.name,
            written_at=at,
        )
        keep_noted(entry, stands, note.changes)
        about, facts = f"entry:{entry.pk}", {"source": source, "terms": sorted(note.changes)}
        record(chain=entry.commune_id, by=by, at=at, verb="write_note", about=about, facts=facts)
    return row
