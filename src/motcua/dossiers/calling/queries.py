"""Who is to be called."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q

from motcua.audit.actions import record_reading
from motcua.dossiers.calling.models import Call
from motcua.foundation.actor import Actor

PAGE = 25


class After(NamedTuple):
    """Where the next page goes on."""

    promised_by: datetime
    id: UUID


def waiting(
    *, by: Actor, at: datetime, after: After | None = None
) -> tuple[Sequence[Call], After | None]:
    """The calls of the actor's commune that wait, the promise that ends first first; traced."""
    rows = Call.objects.filter(commune_id=by.commune, state=Call.State.WAITING)
    if after is not None:
        later = Q(promised_by=after.promised_by, id__gt=after.id)
        rows = rows.filter(Q(promised_by__gt=after.promised_by) | later)
    rows = rows.select_related("dossier").prefetch_related("history")
    rows = rows.defer("dossier__authors", "dossier__finding", "dossier__asked")
    found = list(rows.order_by("promised_by", "id")[: PAGE + 1])
    shown = found[:PAGE]
    if shown:
        about = [f"dossier:{one.dossier_id}" for one in shown]
        chain = by.commune or ""
        record_reading(chain=chain, by=by, at=at, what="calls", about=about, why="calls")
    last = shown[-1] if len(found) > PAGE else None
    return shown, After(last.promised_by, last.pk) if last else None


def call_that_waits(dossier_id: UUID) -> Call | None:
    """The call that was asked for about a draft, while nobody has reached the person."""
    return Call.objects.filter(dossier_id=dossier_id, state=Call.State.WAITING).first()
