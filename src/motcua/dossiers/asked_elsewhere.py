"""What other offices still owe an answer to, by when they owe it."""

from collections.abc import Sequence
from datetime import datetime

from motcua.audit.actions import record_reading
from motcua.dossiers.models import Inquiry
from motcua.foundation.actor import Actor

PAGE = 30


def waiting(*, by: Actor, at: datetime, after: int | None = None) -> Sequence[Inquiry]:
    """The open inquiries of the actor's commune, the first due first; at most PAGE + 1. Traced.

    `after` is the key of the last one of the page before.
    """
    rows = Inquiry.objects.filter(commune_id=by.commune, outcome="").select_related("dossier")
    last = rows.filter(pk=after).first() if after else None
    if last is not None:
        rows = rows.filter(due_at__gte=last.due_at).exclude(due_at=last.due_at, pk__lte=last.pk)
    found = list(rows.order_by("due_at", "pk")[: PAGE + 1])
    about = [f"dossier:{one.dossier_id}" for one in found[:PAGE]]
    record_reading(
        chain=by.commune or "", by=by, at=at, what="inquiries", about=about, why="inquiries"
    )
    return found
