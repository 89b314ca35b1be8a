"""The loop: follows up acts, presses papers, sends messages. The only place that waits for others.

Each part is harmless when done twice: messages and papers carry the act's key, issuing and
delivering carry a key derived from it. A worker that dies is followed by one that goes on.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Event
from typing import Protocol

import structlog
from django.db import (
    DatabaseError,
    InterfaceError,
    OperationalError,
    close_old_connections,
    connections,
    transaction,
)

from motcua.consequences import expiring, forgetting, hands, sweeping
from motcua.consequences.copied_margins import mark_papers
from motcua.consequences.following import follow_books
from motcua.consequences.gathering import gather_once, waiting
from motcua.consequences.messages import tell
from motcua.consequences.models import Heartbeat, Stuck
from motcua.consequences.pressing import BATCH, PAUSE, our_press, press_papers, settle_left
from motcua.consequences.slips import ask_for_drafts, ask_for_slip
from motcua.consequences.table import NOTHING, TABLE
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier, DossierEvent
from motcua.dossiers.states import Delivery, State, Verb
from motcua.notifications.loop import send_due
from motcua.registers.actions import compare_waiting
from motcua.results.queries import to_make

log = structlog.get_logger(__name__)

# Who reads their own page: a browser whose telephone was never confirmed does not.
_REACHED = ("account:", "phone:")


class Apart(Protocol):
    """A process of its own for work that comes and goes."""

    def running(self) -> bool:
        """Whether it is at work now."""

    def start(self) -> None:
        """Begin, unless it is at work."""


def run(stop: Event, *, clock: Callable[[], datetime], press: Apart, lists: Apart) -> None:
    """Go round until `stop` is set; rest for a moment when there was nothing to do."""
    while not stop.is_set():
        try:
            busy = _round_beside(press, lists, clock())
        except DatabaseError as fault:
            log.error("loop.database", fault=str(fault))
            close_old_connections()
            busy = False
        if not busy:
            stop.wait(PAUSE)


def round_once(at: datetime) -> bool:
    """One round, papers and a list with it; True when anything was done and one should follow."""
    done = follow_events(at) + press_papers(at) + gather_once(lambda: at) + _look_at_books(at)
    return _tell_and_tidy(at) or done > 0


def _round_beside(press: Apart, lists: Apart, at: datetime) -> bool:
    """One round that leaves papers and lists to processes of their own, woken when needed."""
    done = follow_events(at) + _look_at_books(at)
    if not press.running():
        done += settle_left(at)
        if to_make(at, 1):
            # A connection must not be in two processes.
            connections.close_all()
            press.start()
    if not lists.running() and waiting():
        connections.close_all()
        lists.start()
    return _tell_and_tidy(at) or done > 0


def _look_at_books(at: datetime) -> int:
    return compare_waiting(at=at) + mark_papers(at)


def _tell_and_tidy(at: datetime) -> bool:
    sent = send_due(at)
    _beat("worker", at)
    _tidy_at_times(at)
    return bool(sent.sent or sent.failed)


def follow_events(at: datetime) -> int:
    """Do what follows from each act that was not followed up yet; the number of acts."""
    rows = DossierEvent.objects.filter(followed_at__isnull=True).exclude(stuck__next_try_at__gt=at)
    keys = list(rows.order_by("id").values_list("pk", flat=True)[:BATCH])
    for key in keys:
        _follow(key, at)
    return len(keys)


def _follow(key: int, at: datetime) -> None:
    try:
        with transaction.atomic():
            event = _taken(key)
            if event is not None:
                _do(event, at)
                event.followed_at = at
                event.save(update_fields=["followed_at"])
                Stuck.objects.filter(event=event).delete()
    except (InterfaceError, OperationalError):
        # The database is away or two writers met: no fault of this event.
        raise
    except Exception as fault:
        _set_aside(key, fault, at)


def _taken(key: int) -> DossierEvent | None:
    rows = DossierEvent.objects.select_for_update(of=("self",), skip_locked=True)
    return rows.filter(pk=key, followed_at__isnull=True).first()


def _do(event: DossierEvent, at: datetime) -> None:
    follows = TABLE.get(Verb(event.verb), NOTHING)
    dossier = Dossier.objects.select_related("commune").get(pk=event.dossier_id)
    if follows.residents:
        follow_books(dossier.pk, at=at)
    # First, because it locks the dossier, and everything locks the dossier before the journal.
    if follows.deliver and _may_deliver(dossier):
        press = our_press(dossier, f"deliver:{event.pk}", at)
        actions.hand_over(press, receiver=dossier.filer_name, proof="electronic")
    if follows.message:
        tell(event, dossier)
    if follows.slip:
        ask_for_slip(follows.slip, event, dossier)
    if follows.draft:
        ask_for_drafts(event, dossier)


def _may_deliver(dossier: Dossier) -> bool:
    return (
        dossier.state == State.DONE
        and dossier.delivery == Delivery.ELECTRONIC
        and dossier.owner.startswith(_REACHED)
        and dossier.fee_paid >= dossier.fee_due
    )


def _set_aside(key: int, fault: Exception, at: datetime) -> None:
    """Keep what failed, with its reason, and try again later; at most once an hour in the end."""
    row, _ = Stuck.objects.get_or_create(event_id=key, defaults={"next_try_at": at})
    row.tries += 1
    row.fault = f"{type(fault).__name__}: {fault}"
    row.next_try_at = at + min(timedelta(hours=1), timedelta(seconds=5 * 2**row.tries))
    row.save()
    log.warning("loop.stuck", act=key, tries=row.tries, fault=type(fault).__name__)


def _beat(name: str, at: datetime) -> None:
    """Say that the loop is alive, at most every five seconds: a beat is a durable write."""
    known = _last_beat.get(name)
    if known is None or at - known >= timedelta(seconds=5):
        began = {"since": at} if known is None else {}
        Heartbeat.objects.update_or_create(name=name, defaults={"at": at, **began})
        _last_beat[name] = at


def _tidy_at_times(at: datetime) -> None:
    """Each in its own rhythm; a worker that starts does it at once."""
    for name, every, act in _TIDYING:
        known = _last_beat.get(name)
        if known is None or abs(at - known) >= every:
            act(at)
            _last_beat[name] = at


_TIDYING = (
    ("hands", hands.EVERY, hands.follow_helps),
    ("expiring", expiring.EVERY, expiring.tidy_drafts),
    ("forgetting", forgetting.EVERY, forgetting.forget),
    ("sweeping", sweeping.EVERY, sweeping.sweep_files),
)
_last_beat: dict[str, datetime] = {}
