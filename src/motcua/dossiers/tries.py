"""So many tries in so long, of a code or from an address: counted under lock, so that none slips by
in the same moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from motcua.dossiers.errors import TooManyTries
from motcua.dossiers.models import CodeTry


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many tries under a key within a span that begins with the first of them."""

    key: str
    most: int
    span: timedelta


def spend(limits: Sequence[Limit], at: datetime) -> None:
    """Take one try from each; TooManyTries, and none taken, when one has no more to give."""
    with transaction.atomic():
        for limit in sorted(limits, key=lambda one: one.key):
            row, _ = CodeTry.objects.select_for_update().get_or_create(
                pk=limit.key, defaults={"window": at}
            )
            if row.window <= at - limit.span:
                row.window, row.tries = at, 0
            if row.tries >= limit.most:
                raise TooManyTries
            row.tries += 1
            row.save()


def give_back(limits: Sequence[Limit]) -> None:
    """It was right: the try is not counted."""
    keys = [limit.key for limit in limits]
    CodeTry.objects.filter(pk__in=keys, tries__gt=0).update(tries=F("tries") - 1)
