"""How the loop stands: whether it goes round, and what it could not do."""

from dataclasses import dataclass
from datetime import datetime

from motcua.consequences.errors import NotYourMachine
from motcua.consequences.models import Heartbeat, Stuck
from motcua.dossiers.models import DossierEvent
from motcua.foundation.actor import Actor, Role

# The loop goes round four times a second, and writes its beat down every five.
LATE = 60.0
# More than these are not counted: they only say that the loop does not keep up.
MANY = 1000


@dataclass(frozen=True, slots=True)
class Worker:
    """When the worker began and last came round; None when it was never seen."""

    since: datetime | None
    last: datetime | None
    alive: bool


def worker(at: datetime) -> Worker:
    """The process that follows up the acts."""
    beat = Heartbeat.objects.filter(name="worker").first()
    if beat is None:
        return Worker(None, None, alive=False)
    return Worker(beat.since, beat.at, alive=(at - beat.at).total_seconds() < LATE)


def waiting() -> int:
    """How many acts of the whole house wait for what follows; at most one more than MANY."""
    rows = DossierEvent.objects.filter(followed_at__isnull=True)
    return rows.values("id")[: MANY + 1].count()


def stuck(*, by: Actor, limit: int = 50) -> list[Stuck]:
    """Acts of the actor's commune whose consequences failed, the oldest first, with the dossier.

    Refuses NotYourMachine.
    """
    if not by.has(Role.ADMINISTRATOR):
        raise NotYourMachine
    rows = Stuck.objects.filter(event__dossier__commune_id=by.commune)
    return list(rows.select_related("event__dossier").order_by("event_id")[:limit])
