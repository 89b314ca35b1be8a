"""So many tries or acts in so long, from a person or an address: counted under lock, so that none
slips by in the same moment."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import F

from motcua.dossiers.errors import TooManyTries
from motcua.dossiers.models import CodeTry
from motcua.foundation.clock import local
from motcua.foundation.refusal import Refusal

# One statement reads, counts and locks; a window that is over begins anew.
_SPEND = """
INSERT INTO dossiers_codetry (key, "window", tries) VALUES (%s, %s, %s)
ON CONFLICT (key) DO UPDATE SET
tries = CASE WHEN dossiers_codetry."window" <= %s THEN 0 ELSE dossiers_codetry.tries END
    + excluded.tries,
"window" = CASE WHEN dossiers_codetry."window" <= %s THEN excluded."window"
    ELSE dossiers_codetry."window" END
RETURNING tries, "window"
"""


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so much under a key within a span that begins with the first of it.

    `each` is what one act takes; `refusal` is said, with `time` and `day` from which one may go
    on, when there is not so much left.
    """

    key: str
    most: int
    span: timedelta
    each: int = 1
    refusal: type[Refusal] = field(default=TooManyTries)


def spend(limits: Sequence[Limit], at: datetime) -> None:
    """Take from each; its refusal, and nothing taken, when one has no more to give."""
    with transaction.atomic():
        for limit in sorted(limits, key=lambda one: one.key):
            tries, window = _taken(limit, at)
            if tries > limit.most:
                free = local(window + limit.span)
                raise limit.refusal(time=f"{free:%H:%M}", day=f"{free:%d/%m/%Y}")


def give_back(limits: Sequence[Limit]) -> None:
    """It was right, or cost nothing: it is not counted."""
    keys = [limit.key for limit in limits]
    CodeTry.objects.filter(pk__in=keys, tries__gt=0).update(tries=F("tries") - 1)


def _taken(limit: Limit, at: datetime) -> tuple[int, datetime]:
    """How much was taken with this, in the window that began when."""
    window = CodeTry._meta.get_field("window")
    now, over = (window.get_db_prep_save(one, connection) for one in (at, at - limit.span))
    with connection.cursor() as cursor:
        cursor.execute(_SPEND, [limit.key, now, limit.each, over, over])
        tries, begun = cursor.fetchone()
    for convert in connection.ops.get_db_converters(window.cached_col):
        begun = convert(begun, window, connection)
    return int(tries), begun
