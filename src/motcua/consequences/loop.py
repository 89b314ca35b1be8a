"""The loop: follows up acts, presses papers, sends messages. The only place that waits for others.

Each part is harmless when done twice: messages and papers carry the act's key, issuing and
delivering carry a key derived from it. A worker that dies is followed by one that goes on.
"""

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from importlib import import_module
from threading import Event

import structlog
from django.db import (
    DatabaseError,
    InterfaceError,
    OperationalError,
    close_old_connections,
    transaction,
)

from motcua.consequences import forgetting, sweeping
from motcua.consequences.messages import tell
from motcua.consequences.models import Heartbeat, Stuck
from motcua.consequences.slips import ask_for_drafts, ask_for_slip
from motcua.consequences.table import NOTHING, TABLE
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier, DossierEvent, StateCount
from motcua.dossiers.press import Press
from motcua.dossiers.states import Delivery, State, Step, Verb
from motcua.foundation.actor import SYSTEM
from motcua.foundation.refusal import Refusal
from motcua.notifications.loop import send_due
from motcua.results.models import Document
from motcua.results.queries import to_make

log = structlog.get_logger(__name__)

BATCH = 100
PAUSE = 0.25
# Who reads their own page: a browser whose telephone was never confirmed does not.
_REACHED = ("account:", "phone:")
_OURS = uuid.UUID("6f6f0f1e-6d6f-7463-7561-000000000001")


def run(stop: Event, *, clock: Callable[[], datetime]) -> None:
    """Go round until `stop` is set; rest for a moment when there was nothing to do."""
    while not stop.is_set():
        try:
            busy = round_once(clock())
        except DatabaseError as fault:
            log.error("loop.database", fault=str(fault))
            close_old_connections()
            busy = False
        if not busy:
            stop.wait(PAUSE)


def round_once(at: datetime) -> bool:
    """One round; True when anything was done and the next should follow at once."""
    done = follow_events(at) + press_papers(at)
    sent = send_due(at)
    _beat("worker", at)
    _tidy_at_times(at)
    return bool(done or sent.sent or sent.failed)


def follow_events(at: datetime) -> int:
    """Do what follows from each act that was not followed up yet; the number of acts."""
    rows = DossierEvent.objects.filter(followed_at__isnull=True).exclude(stuck__next_try_at__gt=at)
    keys = list(rows.order_by("id").values_list("pk", flat=True)[:BATCH])
    for key in keys:
        _follow(key, at)
    return len(keys)


def press_papers(at: datetime) -> int:
    """Make the papers that were asked for, the oldest first, and issue what is complete."""
    papers = to_make(at, BATCH)
    for document in papers:
        _press(document, at)
        if document.kind == Document.Kind.RESULT:
            _settle(uuid.UUID(document.about.removeprefix("dossier:")), at)
    return len(papers) + _settle_left(at)


def _press(document: Document, at: datetime) -> None:
    """Typesetting and signing weigh 80 MiB: they are loaded with the first paper."""
    press = import_module("motcua.results.press")
    try:
        press.produce(document.pk, at)
    except press.PressError as fault:
        log.warning("loop.press", document=str(document.pk), fault=str(fault))


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
    # First, because it locks the dossier, and everything locks the dossier before the journal.
    if follows.deliver and _may_deliver(dossier):
        press = _our_press(dossier, f"deliver:{event.pk}", at)
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


def _settle_left(at: datetime) -> int:
    """Go on where a worker was killed between the paper and the issue; how many were waiting."""
    somewhere = StateCount.objects.filter(state=State.IN_PROGRESS, step=Step.PRESS, count__gt=0)
    communes = list(somewhere.values_list("commune_id", flat=True))
    keys = [key for commune in communes for key in _pressed(commune)]
    return sum(_settle(key, at) for key in keys)


def _pressed(commune: str) -> list[uuid.UUID]:
    rows = Dossier.objects.filter(commune_id=commune, state=State.IN_PROGRESS, step=Step.PRESS)
    return list(rows.order_by("due_at", "id").values_list("pk", flat=True)[:BATCH])


def _settle(key: uuid.UUID, at: datetime) -> bool:
    """When its papers are made: issue the dossier, or hand it back to the chair; whether it was."""
    dossier = Dossier.objects.filter(pk=key, step=Step.PRESS).first()
    papers = Document.objects.filter(about=f"dossier:{key}", kind=Document.Kind.RESULT)
    if dossier is None or not papers.exists():
        return False
    failed = papers.filter(state=Document.State.FAILED).first()
    if failed is not None:
        press = _our_press(dossier, f"return:{failed.pk}:{dossier.revision}", at)
        return _done(lambda: actions.return_to_sign(press, reason=failed.fault))
    if papers.exclude(state=Document.State.READY).exists():
        return False
    return _done(lambda: actions.issue(_our_press(dossier, f"issue:{dossier.pk}", at)))


def _done(act: Callable[[], Dossier]) -> bool:
    """Another worker may have been first; then there is nothing left to do."""
    try:
        act()
    except Refusal as refusal:
        log.warning("loop.settle", fault=refusal.code)
        return False
    return True


def _our_press(dossier: Dossier, name: str, at: datetime) -> Press:
    return Press(dossier=dossier.pk, key=uuid.uuid5(_OURS, name), by=SYSTEM, at=at)


def _beat(name: str, at: datetime) -> None:
    """Say that the loop is alive, at most every five seconds: a beat is a durable write."""
    known = _last_beat.get(name)
    if known is None or at - known >= timedelta(seconds=5):
        began = {"since": at} if known is None else {}
        Heartbeat.objects.update_or_create(name=name, defaults={"at": at, **began})
        _last_beat[name] = at


def _tidy_at_times(at: datetime) -> None:
    """Once an hour; a worker that starts does it at once."""
    for name, every, act in _TIDYING:
        known = _last_beat.get(name)
        if known is None or abs(at - known) >= every:
            act(at)
            _last_beat[name] = at


_TIDYING = (
    ("forgetting", forgetting.EVERY, forgetting.forget),
    ("sweeping", sweeping.EVERY, sweeping.sweep_files),
)
_last_beat: dict[str, datetime] = {}
