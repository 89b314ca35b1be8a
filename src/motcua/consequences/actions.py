"""What an administrator does about the loop."""

from datetime import datetime

from django.db import transaction

from motcua.audit.actions import record
from motcua.consequences.errors import NotStuck, NotYourMachine
from motcua.consequences.models import Stuck
from motcua.foundation.actor import Actor, Role


def try_now(*, stuck_id: int, by: Actor, at: datetime) -> Stuck:
    """Have the loop try a stuck act in its next round, whenever it would have. Its tries go on
    being counted: what fails again waits as long as before.

    Refuses NotYourMachine and NotStuck.
    """
    if not by.has(Role.ADMINISTRATOR):
        raise NotYourMachine
    with transaction.atomic():
        rows = Stuck.objects.select_related("event").filter(pk=stuck_id)
        row = rows.filter(event__dossier__commune_id=by.commune).first()
        if row is None:
            raise NotStuck
        row.next_try_at = at
        row.save(update_fields=["next_try_at"])
        record(
            chain=by.commune or "",
            by=by,
            at=at,
            verb="try_now",
            about=f"dossier:{row.event.dossier_id}",
            facts={"act": row.event.verb, "tries": row.tries},
        )
    return row
