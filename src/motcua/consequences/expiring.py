"""Whose draft is let go soon is told once, a week before."""

from datetime import datetime, timedelta

from django.db import transaction

from motcua.consequences.messages import receives
from motcua.dossiers.codes import spoken
from motcua.dossiers.expiring import kept_until, let_drafts_go, to_warn
from motcua.foundation.clock import day_of
from motcua.notifications.actions import queue

EVERY = timedelta(hours=1)


def tidy_drafts(at: datetime) -> None:
    """Warn, then let go of what is old; some each hour."""
    for draft in to_warn(at):
        with transaction.atomic():
            draft.warned_at = at
            draft.save(update_fields=["warned_at"])
            if receives(draft.filer_phone):
                queue(
                    commune=draft.commune_id,
                    to=draft.filer_phone,
                    kind="draft_ends",
                    facts={"code": spoken(draft.code), "on": day_of(kept_until(draft))},
                    language=draft.language,
                    key=f"draft_ends:{draft.pk}:{draft.kept_at:%y%m%d}",
                    at=at,
                    about=f"dossier:{draft.pk}",
                )
    let_drafts_go(at)
