"""How many open dossiers stand on something: counts alone, and nothing of whose they are."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from motcua.dossiers.models import Dossier
from motcua.dossiers.states import OPEN
from motcua.foundation.actor import Actor
from motcua.foundation.clock import HANOI


class Promised(NamedTuple):
    """Open dossiers of a commune whose result is due on a day, and those due on a later one."""

    that_day: int
    later: int


def promised(*, by: Actor, day: date) -> Promised:
    """What was promised for a day and after it, in the actor's commune."""
    morning = datetime.combine(day, time(), HANOI)
    evening = morning + timedelta(days=1)
    rows = Dossier.objects.filter(commune_id=by.commune, state__in=sorted(OPEN))
    return Promised(
        rows.filter(due_at__gte=morning, due_at__lt=evening).count(),
        rows.filter(due_at__gte=evening).count(),
    )


def in_hands_of(account: int, *, by: Actor) -> int:
    """How many open dossiers of the actor's commune are with one officer."""
    rows = Dossier.objects.filter(commune_id=by.commune, state__in=sorted(OPEN))
    return rows.filter(officer=account).count()
