"""Who helps is out when the half hour is over, and the person is told what was done for them."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from motcua.dossiers.codes import spoken
from motcua.dossiers.models import Helped
from motcua.foundation.actor import SYSTEM
from motcua.helping.actions import end
from motcua.helping.models import Ended
from motcua.helping.queries import over
from motcua.notifications.actions import queue
from motcua.people.errors import NotAPhone
from motcua.people.phone import normal

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
        if row.taken_back_at is None and _receives(phone):
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


def _receives(phone: str) -> bool:
    """A line at home, a number abroad or one mistyped receives nothing, and holds nothing up."""
    try:
        return normal(phone) == phone
    except NotAPhone:
        return False
