"""What was asked for, by the commune of who looks."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count

from motcua.foundation.actor import Actor
from motcua.procedures.amending.errors import NoSuchAmendment
from motcua.procedures.models import Amendment

PAGE = 30


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of amendments, the latest first; `older` is the number after which it goes on."""

    rows: Sequence[Amendment]
    older: int | None


def amendment_of(amendment_id: int, *, by: Actor, lock: bool = False) -> Amendment:
    """One amendment of the actor's commune; NoSuchAmendment. `lock`: until the act has ended."""
    rows = Amendment.objects.filter(commune=by.commune)
    if lock:
        rows.select_for_update().filter(pk=amendment_id).first()
    one = rows.select_related("verdict").filter(pk=amendment_id).first()
    if one is None:
        raise NoSuchAmendment
    return one


def listed(*, by: Actor, waiting: bool, code: str = "", before: int | None = None) -> Listed:
    """Those that wait, or those that were decided; of one procedure, where its code is given."""
    rows = Amendment.objects.filter(commune=by.commune, verdict__isnull=waiting)
    if code:
        rows = rows.filter(code=code)
    if before is not None:
        rows = rows.filter(pk__lt=before)
    found = list(rows.select_related("verdict").order_by("-pk")[: PAGE + 1])
    return Listed(found[:PAGE], found[PAGE - 1].pk if len(found) > PAGE else None)


def waiting_count(*, by: Actor) -> int:
    """How many wait for a decision."""
    return Amendment.objects.filter(commune=by.commune, verdict__isnull=True).count()


def waiting_codes(*, by: Actor) -> dict[str, int]:
    """How many changes of each procedure wait."""
    rows = Amendment.objects.filter(commune=by.commune, verdict__isnull=True).exclude(code="")
    return dict(rows.values_list("code").annotate(Count("id")))
