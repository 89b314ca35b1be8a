"""A paper made from a corrected entry stands in the place of those made from it before."""

from dataclasses import replace as with_
from datetime import datetime

from motcua.dossiers.models import Dossier
from motcua.foundation.actor import Actor
from motcua.registers.kinds import book
from motcua.registers.models import Entry, EntryNote
from motcua.results import actions
from motcua.results.models import Result


def replace_earlier(dossier: Dossier, *, by: Actor, at: datetime) -> None:
    """Once a new extract is there, the QR of what it corrects says so.

    A correction alone replaces nothing: until somebody fetches the new paper, the old one is all
    there is. Only what changes a term counts; a note that adds to an entry leaves papers as true
    as they were.
    """
    note = _last_change(dossier.entry)
    if dossier.entry is None or note is None:
        return
    papers = Result.objects.filter(
        commune_id=dossier.commune_id,
        status=Result.Status.VALID,
        document__template__in=book(dossier.entry.kind).papers,
    )
    own = papers.filter(document__about=f"dossier:{dossier.pk}", issued_at__gte=note.written_at)
    newer = own.order_by("issued_at", "decision").first()
    if newer is None:
        return
    others = Dossier.objects.filter(entry=dossier.entry).exclude(pk=dossier.pk)
    abouts = [f"dossier:{key}" for key in others.values_list("pk", flat=True)]
    older = papers.filter(document__about__in=abouts, issued_at__lt=note.written_at)
    # The loop issues for every commune; what it does here, it does in this one.
    here = with_(by, commune=dossier.commune_id)
    for key in older.order_by("pk").values_list("pk", flat=True):
        actions.replace(result_id=key, replaced_by=newer.pk, reason=note.text, by=here, at=at)


def _last_change(entry: Entry | None) -> EntryNote | None:
    notes = [note for note in entry.notes_until() if note.changes] if entry else []
    return notes[-1] if notes else None
