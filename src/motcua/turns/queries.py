"""What the waiting room and the desks see. No row here names a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.turns.errors import NoSuchTurn
from motcua.turns.models import Service, State, Turn

_OPEN = (State.CALLED, State.SERVING)
_OVER = (State.DONE, State.GONE)


@dataclass(frozen=True, slots=True)
class Called:
    """A number on the screen. `calls` grows with each call, so a screen knows what to say anew."""

    shown: str
    desk: str
    calls: int
    called_at: datetime
    serving: bool


@dataclass(frozen=True, slots=True)
class Screen:
    """What hangs on the wall: who is called where, the latest first, and how many wait."""

    called: tuple[Called, ...]
    waiting: int
    waiting_by_service: Mapping[str, int]


def services(commune: str) -> list[Service]:
    """The queues that people may choose from, in their order."""
    return list(Service.objects.filter(commune=commune, offered=True).order_by("place", "prefix"))


def screen(commune: str, at: datetime) -> Screen:
    """The screen of a commune's waiting room; open to all, since it names nobody."""
    today = Turn.objects.filter(commune=commune, day=day_of(at))
    called = tuple(
        Called(turn.shown, turn.desk, turn.calls, turn.called_at, turn.state == State.SERVING)
        for turn in today.filter(state__in=_OPEN).order_by("-called_at", "-id")
        if turn.called_at
    )
    rows = today.filter(state=State.WAITING).values_list("service__prefix")
    waiting = dict(rows.annotate(number=Count("id")).order_by("service__prefix"))
    return Screen(called, sum(waiting.values()), waiting)


def ticket(turn_id: int, *, commune: str) -> Turn:
    """One ticket, for its own page and its print; NoSuchTurn when it is not this commune's."""
    found = Turn.objects.select_related("service").filter(pk=turn_id, commune=commune).first()
    if found is None:
        raise NoSuchTurn
    return found


def ticket_by_key(key: str, *, commune: str) -> Turn | None:
    """The ticket that a press with this key gave; None when there was no such press here."""
    return Turn.objects.select_related("service").filter(commune=commune, key=key).first()


def lately_called(commune: str, at: datetime, *, limit: int = 6) -> tuple[Called, ...]:
    """Who was called today and is at no desk any more, the last called first."""
    rows = Turn.objects.filter(commune=commune, day=day_of(at), state__in=_OVER)
    return tuple(
        Called(turn.shown, turn.desk, turn.calls, turn.called_at, serving=False)
        for turn in rows.order_by("-called_at", "-id")[:limit]
        if turn.called_at
    )


def ahead(turn: Turn) -> int:
    """How many will be called before this ticket, across all services; 0 when it is not waiting."""
    if turn.state != State.WAITING:
        return 0
    before = Q(first__lt=turn.first) | Q(first=turn.first, id__lt=turn.pk)
    waiting = Turn.objects.filter(commune=turn.commune_id, day=turn.day, state=State.WAITING)
    return waiting.filter(before).count()


def line(*, by: Actor, at: datetime, limit: int = 50) -> list[Turn]:
    """Who waits in the actor's commune, in the order of being called."""
    rows = Turn.objects.filter(commune=by.commune, day=day_of(at), state=State.WAITING)
    return list(rows.select_related("service").order_by("first", "id")[:limit])


def at_desk(desk: str, *, by: Actor, at: datetime) -> Turn | None:
    """The ticket that a desk has called or serves; None when the desk is free."""
    rows = Turn.objects.filter(commune=by.commune, day=day_of(at), desk=desk, state__in=_OPEN)
    return rows.select_related("service").first()


def missed(*, by: Actor, at: datetime, limit: int = 20) -> list[Turn]:
    """Who was called today and did not come, the latest first."""
    rows = Turn.objects.filter(commune=by.commune, day=day_of(at), state=State.GONE)
    return list(rows.order_by("-ended_at", "-id")[:limit])
