"""A draft that nobody touches is kept for a stated time, and then let go.

It holds what a person wrote of themselves and of others, for a request that was never made: to keep
it for ever would serve nobody. The day stands on the draft, and a message comes a week before.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q

from motcua.audit.actions import record
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from motcua.foundation.actor import SYSTEM

# Counted from the last time that anything was typed or attached.
KEPT = timedelta(days=60)
WARNED = timedelta(days=7)
_BATCH = 200


def kept_until(draft: Dossier) -> datetime:
    """When the draft is let go if nobody touches it before."""
    return draft.kept_at + KEPT


def to_warn(at: datetime) -> Sequence[Dossier]:
    """Drafts that are let go within a week, and whose person was not told of it yet."""
    soon = Q(kept_at__lte=at - KEPT + WARNED)
    untold = Q(warned_at=None) | Q(warned_at__lt=F("kept_at"))
    rows = Dossier.objects.filter(soon, untold, state=State.DRAFT)
    return list(rows.order_by("kept_at")[:_BATCH])


def let_drafts_go(at: datetime) -> int:
    """Take away what nobody touched for so long; how many. Each is a line of the journal."""
    old = Dossier.objects.filter(state=State.DRAFT, kept_at__lte=at - KEPT)
    gone = 0
    for key in list(old.order_by("kept_at").values_list("pk", flat=True)[:_BATCH]):
        gone += _let_go(key, at)
    return gone


def _let_go(key: UUID, at: datetime) -> int:
    with transaction.atomic():
        rows = Dossier.objects.select_for_update(of=("self",)).filter(pk=key, state=State.DRAFT)
        draft = rows.filter(kept_at__lte=at - KEPT).first()
        if draft is None:
            return 0
        about, chain = f"dossier:{draft.pk}", draft.commune_id
        facts = {"kept_at": draft.kept_at.isoformat()}
        draft.delete()
        record(chain=chain, by=SYSTEM, at=at, verb="let_go", about=about, facts=facts)
    return 1
