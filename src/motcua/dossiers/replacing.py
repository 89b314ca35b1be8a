"""Papers made from an entry before it was corrected: they say so, then name what replaced them."""

from dataclasses import replace as with_
from datetime import datetime

from django.db.models import QuerySet

from motcua.dossiers.made_of_entry import used_by
from motcua.dossiers.models import Dossier
from motcua.foundation.actor import Actor
from motcua.registers.kinds import book
from motcua.registers.models import Entry, EntryNote
from motcua.results import actions
from motcua.results.models import Result


def hold_papers(entry: Entry) -> None:
    """Lock the papers of an entry that is about to be noted: before the journal, as every act."""
    rows = _made_of(entry).order_by("pk").select_for_update(of=("self",))
    list(rows.values_list("pk", flat=True))


def outdate_earlier(note: EntryNote, *, by: Actor, at: datetime) -> None:
    """The QR of papers made before the note says that the entry was corrected since.

    They are not replaced by it: until somebody fetches the new paper, the old one is all there is.
    The same note again does nothing more.
    """
    if note.outdates:
        rows = _made_of(note.entry).filter(issued_at__lt=note.written_at)
        papers = list(rows.filter(status=Result.Status.VALID).values_list("pk", flat=True))
        actions.outdate(results=papers, reason=note.text, by=by, at=at)


def replace_earlier(dossier: Dossier, *, by: Actor, at: datetime) -> None:
    """Once a new extract is there, the QR of what it corrects names it.

    Of each kind of note `kinds.OUTDATING` says whether it counts.
    """
    note = _last_change(dossier.entry)
    if dossier.entry is None or note is None:
        return
    own = f"dossier:{dossier.pk}"
    papers = _made_of(dossier.entry)
    fresh = papers.filter(document__about=own, issued_at__gte=note.written_at)
    newer = fresh.filter(status=Result.Status.VALID).order_by("issued_at", "decision").first()
    if newer is None:
        return
    older = papers.exclude(document__about=own).filter(issued_at__lt=note.written_at)
    # The loop issues for every commune; what it does here, it does in this one.
    here = with_(by, commune=dossier.commune_id)
    held = older.order_by("pk").select_for_update(of=("self",))
    for key in list(held.values_list("pk", flat=True)):
        actions.replace(result_id=key, replaced_by=newer.pk, reason=note.text, by=here, at=at)


def _made_of(entry: Entry) -> QuerySet[Result]:
    """The papers made of an entry that were neither replaced nor revoked."""
    keys = used_by(entry).values_list("pk", flat=True)
    return Result.objects.filter(
        commune_id=entry.commune_id,
        status__in=Result.STANDING,
        document__about__in=[f"dossier:{key}" for key in keys],
        document__template__in=book(entry.kind).papers,
    )


def _last_change(entry: Entry | None) -> EntryNote | None:
    notes = [note for note in entry.notes_until() if note.outdates] if entry else []
    return notes[-1] if notes else None
