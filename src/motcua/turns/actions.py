"""From taking a number to being served: one function per verb, each one transaction."""

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, connection, transaction

from motcua.audit.actions import record
from motcua.foundation.actor import Actor, Role
from motcua.foundation.clock import day_of
from motcua.foundation.names import tidy
from motcua.foundation.numbers import take_number
from motcua.turns import errors
from motcua.turns.models import Priority, Service, State, Turn

_AT_A_DESK = (Role.RECEPTIONIST, Role.OFFICER, Role.CHAIR)
_OPEN = (State.CALLED, State.SERVING)


def take_turn(
    *,
    commune: str,
    service: str,
    key: str,
    by: Actor,
    at: datetime,
    priority: Priority = Priority.NONE,
) -> Turn:
    """Take a number (A001) of a service, named by its letter; the same key is the same number.

    Numbers begin at 1 for each service and day of the office and are never given again.
    """
    known = Turn.objects.filter(commune=commune, key=key).first()
    if known is not None:
        return known
    offered = Service.objects.filter(commune=commune, prefix=service, offered=True).first()
    if offered is None:
        raise errors.NoSuchService(prefix=service)
    try:
        with transaction.atomic():
            return _write(offered, Priority(priority), key, by, at)
    except IntegrityError:
        # The same press came in twice at the same moment: the other one was first.
        return Turn.objects.get(commune=commune, key=key)


def _write(service: Service, priority: Priority, key: str, by: Actor, at: datetime) -> Turn:
    day = day_of(at)
    number = take_number(f"turn:{service.commune_id}:{day.isoformat()}:{service.prefix}")
    turn = Turn.objects.create(
        commune_id=service.commune_id,
        day=day,
        service=service,
        number=number,
        shown=f"{service.prefix}{number:03}",
        priority=priority,
        first=0 if priority else 1,
        key=key,
        taken_at=at,
    )
    _journal(turn, "take_turn", by, at)
    return turn


def call_next(*, desk: str, by: Actor, at: datetime, services: Sequence[str] = ()) -> Turn:
    """Call the next person to a desk: who has priority before the others, then who came first.

    `services` limits it to some letters; none means all. Two desks never get the same number.
    """
    desk = _desk(desk, by)
    try:
        with transaction.atomic():
            _refuse_busy(desk, by, at)
            turn = _next(by, at, services)
            turn.desk = desk
            _call(turn, at)
            _journal(turn, "call_next", by, at)
    except IntegrityError:
        # Someone else at this desk pressed "next" at the same moment.
        _refuse_busy(desk, by, at)
        raise
    return turn


def _desk(desk: str, by: Actor) -> str:
    if by.commune is None or not by.has(*_AT_A_DESK):
        raise errors.NotAtADesk
    if not tidy(desk):
        raise errors.DeskMissing("desk")
    return tidy(desk)


def _refuse_busy(desk: str, by: Actor, at: datetime) -> None:
    busy = Turn.objects.filter(commune=by.commune, day=day_of(at), desk=desk, state__in=_OPEN)
    for turn in busy[:1]:
        raise errors.DeskBusy(desk=desk, shown=turn.shown)


def _next(by: Actor, at: datetime, services: Sequence[str]) -> Turn:
    waiting = Turn.objects.filter(commune=by.commune, day=day_of(at), state=State.WAITING)
    if services:
        waiting = waiting.filter(service__prefix__in=services)
    if connection.features.has_select_for_update_skip_locked:
        # Another desk is just calling the first in line: take the one behind.
        waiting = waiting.select_for_update(skip_locked=True, of=("self",))
    turn = waiting.order_by("first", "id").first()
    if turn is None:
        raise errors.NobodyWaits
    return turn


def _call(turn: Turn, at: datetime) -> None:
    turn.state, turn.called_at, turn.calls = State.CALLED, at, turn.calls + 1
    turn.save(update_fields=["state", "called_at", "calls", "desk"])


def recall(*, turn_id: int, desk: str, by: Actor, at: datetime) -> Turn:
    """Call the same number again: the screen says it once more."""
    with transaction.atomic():
        turn = _held(turn_id, desk, by, State.CALLED)
        _call(turn, at)
        _journal(turn, "recall", by, at)
    return turn


def serve(*, turn_id: int, desk: str, by: Actor, at: datetime) -> Turn:
    """The person is at the desk."""
    with transaction.atomic():
        turn = _held(turn_id, desk, by, State.CALLED)
        turn.state, turn.serving_at = State.SERVING, at
        turn.save(update_fields=["state", "serving_at"])
        _journal(turn, "serve", by, at)
    return turn


def finish(*, turn_id: int, desk: str, by: Actor, at: datetime) -> Turn:
    """The person is done; the desk is free for the next."""
    with transaction.atomic():
        turn = _held(turn_id, desk, by, *_OPEN)
        _end(turn, State.DONE, at)
        _journal(turn, "finish", by, at)
    return turn


def miss(*, turn_id: int, desk: str, by: Actor, at: datetime) -> Turn:
    """The person was called and did not come; the desk is free for the next."""
    with transaction.atomic():
        turn = _held(turn_id, desk, by, State.CALLED)
        _end(turn, State.GONE, at)
        _journal(turn, "miss", by, at)
    return turn


def _end(turn: Turn, state: State, at: datetime) -> None:
    turn.state, turn.ended_at = state, at
    turn.save(update_fields=["state", "ended_at"])


def come_back(*, turn_id: int, by: Actor, at: datetime) -> Turn:
    """Someone who was missed the same day is in line again, with the number and place they had."""
    if not by.has(*_AT_A_DESK):
        raise errors.NotAtADesk
    with transaction.atomic():
        turn = _locked(turn_id, by)
        if turn.state != State.GONE or turn.day != day_of(at):
            raise errors.NotNow(shown=turn.shown)
        turn.state, turn.ended_at, turn.desk = State.WAITING, None, ""
        turn.save(update_fields=["state", "ended_at", "desk"])
        _journal(turn, "come_back", by, at)
    return turn


def note_dossier(*, turn_id: int, dossier: str, by: Actor, at: datetime) -> Turn:
    """Say which dossier (its code) the person with this number came about; "" takes it back."""
    if not by.has(*_AT_A_DESK):
        raise errors.NotAtADesk
    with transaction.atomic():
        turn = _locked(turn_id, by)
        turn.dossier = tidy(dossier)
        turn.save(update_fields=["dossier"])
        _journal(turn, "note_dossier", by, at)
    return turn


def _held(turn_id: int, desk: str, by: Actor, *states: State) -> Turn:
    """The ticket that this desk called and that is in one of the states."""
    desk = _desk(desk, by)
    turn = _locked(turn_id, by)
    if turn.state not in states:
        raise errors.NotNow(shown=turn.shown)
    if turn.desk != desk:
        raise errors.AnotherDesk(shown=turn.shown, desk=turn.desk)
    return turn


def _locked(turn_id: int, by: Actor) -> Turn:
    turn = Turn.objects.select_for_update().filter(pk=turn_id, commune=by.commune).first()
    if turn is None:
        raise errors.NoSuchTurn
    return turn


def _journal(turn: Turn, verb: str, by: Actor, at: datetime) -> None:
    facts = {"number": turn.shown, "desk": turn.desk, "dossier": turn.dossier}
    record(
        chain=turn.commune_id,
        by=by,
        at=at,
        verb=verb,
        about=f"turn:{turn.pk}",
        facts={name: value for name, value in facts.items() if value},
    )
