"""Who helps is out when the half hour is over, and the person is told what was done for them."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from motcua.consequences.messages import receives
from motcua.dossiers.codes import spoken
from motcua.dossiers.models import Dossier, Helped
from motcua.dossiers.states import Channel
from motcua.foundation.actor import SYSTEM, Actor
from motcua.foundation.clock import day_of
from motcua.helping.actions import end
from motcua.helping.models import Ended
from motcua.helping.queries import over
from motcua.notifications.actions import queue

EVERY = timedelta(seconds=10)
_BATCH = 200


def follow_helps(at: datetime) -> None:
    """End what is over; tell of what was opened at once, and of what was begun when it ended."""
    for key in over(at, _BATCH):
        end(help_id=key, how=Ended.OVER, by=SYSTEM, at=at)
    for row in list(_to_tell().order_by("pk").values_list("pk", flat=True)[:_BATCH]):
        _tell(row, at)


def _to_tell() -> QuerySet[Helped]:
    ready = Q(opened=True) | Q(help__ended_at__isnull=False)
    return Helped.objects.filter(ready, told_at=None)


def _tell(key: int, at: datetime) -> None:
    with transaction.atomic():
        rows = Helped.objects.select_for_update(of=("self",)).select_related("dossier", "help")
        row = rows.filter(pk=key, told_at=None).first()
        if row is None:
            return
        row.told_at = at
        row.save(update_fields=["told_at"])
        phone = row.help.phone or row.dossier.filer_phone
        # Of what was opened its owner is told, whatever number the helper wrote.
        if row.opened:
            phone = row.dossier.owner.partition("phone:")[2] or row.dossier.filer_phone or phone
        if row.taken_back_at is None and receives(phone):
            queue(
                commune=row.dossier.commune_id,
                to=phone,
                kind="opened" if row.opened else "helped",
                facts={"code": spoken(row.dossier.code), "helper": row.help.helper_name},
                language=row.dossier.language,
                key=f"helped:{row.pk}",
                at=at,
                about=f"dossier:{row.dossier_id}",
            )


def tell_opened(draft: Dossier, *, by: Actor, at: datetime) -> None:
    """Tell the person that their draft was opened at the counter: once a day for one officer."""
    if draft.channel == Channel.COUNTER or not receives(draft.filer_phone):
        return
    queue(
        commune=draft.commune_id,
        to=draft.filer_phone,
        kind="opened",
        facts={"code": spoken(draft.code), "helper": by.name},
        language=draft.language,
        key=f"opened:{draft.pk}:{by.id}:{day_of(at):%y%m%d}",
        at=at,
        about=f"dossier:{draft.pk}",
    )
