"""A list that was looked at is confirmed, or dropped."""

from datetime import datetime

from django.db import transaction

from motcua.audit.actions import record
from motcua.foundation.actor import Actor
from motcua.foundation.names import tidy
from motcua.sheets.access import must_take
from motcua.sheets.errors import ListElsewhere, NothingToTake, ReasonMissing
from motcua.sheets.models import BroughtList, Stage

# Before anything of the commune was changed.
_BEFORE = (Stage.MAPPING, Stage.CHECKING, Stage.CHECKED, Stage.FAILED)


def confirm(*, brought: BroughtList, reason: str, by: Actor, at: datetime) -> None:
    """Have the worker take the good rows over, in the name of whoever confirms.

    Refuses NotYourLists, ReasonMissing, NothingToTake and ListElsewhere.
    """
    must_take(by, brought.commune_id)
    if not tidy(reason):
        raise ReasonMissing(field="reason")
    with transaction.atomic():
        rows = BroughtList.objects.select_for_update().filter(pk=brought.pk)
        found = rows.get()
        if found.stage != Stage.CHECKED:
            raise ListElsewhere
        if not any(found.found.get(name) for name in ("new", "changed", "ties")):
            raise NothingToTake
        rows.update(
            stage=Stage.WRITING,
            rows_done=0,
            written={},
            reason=tidy(reason),
            confirmed_by=by.id,
            confirmed_by_name=by.name,
            confirmed_roles=",".join(sorted(by.roles)),
            confirmed_at=at,
        )
        record(
            chain=brought.commune_id,
            by=by,
            at=at,
            verb="confirm_list",
            about=f"list:{brought.pk}",
            why=tidy(reason),
            facts=dict(found.found),
        )


def drop(*, brought: BroughtList, by: Actor, at: datetime) -> None:
    """Put a list away that was not taken over; its file is let go. Again does nothing.

    Refuses NotYourLists and ListElsewhere.
    """
    must_take(by, brought.commune_id)
    with transaction.atomic():
        rows = BroughtList.objects.select_for_update().filter(pk=brought.pk)
        stage = rows.get().stage
        if stage == Stage.DROPPED:
            return
        if stage not in _BEFORE:
            raise ListElsewhere
        brought.problems.all().delete()
        rows.update(stage=Stage.DROPPED, file="", ended_at=at)
        about = f"list:{brought.pk}"
        record(chain=brought.commune_id, by=by, at=at, verb="drop_list", about=about)
