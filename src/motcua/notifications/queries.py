"""Reading messages: what failed, what was said about a matter, and the rehearsal box."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Count, Min

from motcua.foundation.actor import Actor
from motcua.foundation.statements import Place, Statement
from motcua.notifications.adapters.base import messenger
from motcua.notifications.models import Message, Rehearsed, State


@dataclass(frozen=True, slots=True)
class Outbox:
    """What waits to be sent in the whole house, and since when the oldest does."""

    waiting: int
    oldest: datetime | None


def rehearsing() -> bool:
    """Whether messages go to the rehearsal box and to nobody else, and the house only rehearses.

    The box shows everybody the codes of all telephones: it is never open where people's own
    affairs are done.
    """
    return bool(settings.REHEARSAL) and messenger().rehearsal


def rehearsal_box(
    *, commune: str, to: str = "", before: int | None = None, limit: int = 50
) -> list[Rehearsed]:
    """What the pretend provider delivered in a commune, the newest first.

    `to` narrows it to one number (E.164); `before` is the id of the last row of the page before.
    """
    rows = Rehearsed.objects.filter(commune=commune)
    if to:
        rows = rows.filter(to=to)
    if before is not None:
        rows = rows.filter(id__lt=before)
    return list(rows.order_by("-id")[:limit])


def failed(
    *, by: Actor, since: datetime | None = None, before: int | None = None, limit: int = 50
) -> list[Message]:
    """Messages of the actor's commune that failed for good, the newest first.

    `since` leaves out what failed earlier.
    """
    rows = Message.objects.filter(commune=by.commune, state=State.FAILED)
    if since is not None:
        rows = rows.filter(failed_at__gte=since)
    if before is not None:
        rows = rows.filter(id__lt=before)
    return list(rows.order_by("-id")[:limit])


def messages_about(about: str, *, by: Actor) -> list[Message]:
    """What people were told about one matter (``dossier:<uuid>``), the oldest first."""
    return _ABOUT.all(about=about, commune=by.commune)


_ABOUT = Statement(
    lambda: Message.objects.filter(about=Place("about"), commune=Place("commune")).order_by("id")
)


def outbox() -> Outbox:
    """For the health page."""
    rows = Message.objects.filter(state=State.CREATED)
    counted = rows.aggregate(waiting=Count("id"), oldest=Min("created_at"))
    return Outbox(counted["waiting"], counted["oldest"])
