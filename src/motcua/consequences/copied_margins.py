"""Papers that were made of an entry before the note in its margin was copied: they say so now."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from motcua.dossiers.replacing import hold_papers, outdate_earlier
from motcua.foundation.actor import SYSTEM
from motcua.registers.models import UntoldNote

_BATCH = 50


def mark_papers(at: datetime) -> int:
    """Mark the papers of entries beside which a note was copied since; how many notes waited."""
    if not UntoldNote.objects.exists():
        return 0
    with transaction.atomic():
        waiting = UntoldNote.objects.select_for_update(skip_locked=True, of=("self",))
        rows = list(waiting.select_related("note__entry").order_by("pk")[:_BATCH])
        for row in rows:
            hold_papers(row.note.entry)
        for row in rows:
            here = replace(SYSTEM, commune=row.note.entry.commune_id)
            outdate_earlier(row.note, by=here, at=at)
        UntoldNote.objects.filter(pk__in=[row.pk for row in rows]).delete()
    return len(rows)
