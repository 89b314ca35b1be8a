"""The press of the worker: makes the papers that were asked for and issues what is complete.

It has a process of its own while there is anything to make, for typesetting and signing weigh
80 MiB.
"""

import time
import uuid
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from threading import Event

import structlog
from django.db import connections

from motcua.dossiers import actions
from motcua.dossiers.models import Dossier, StateCount
from motcua.dossiers.press import Press
from motcua.dossiers.states import State, Step
from motcua.foundation.actor import SYSTEM
from motcua.foundation.refusal import Refusal
from motcua.results.models import Document
from motcua.results.queries import to_make

log = structlog.get_logger(__name__)

PAUSE = 0.25
BATCH = 100
# Seconds that the press stays after its last paper: a chair signs one after the other.
LINGER = 20.0
_OURS = uuid.UUID("6f6f0f1e-6d6f-7463-7561-000000000001")


def run(stop: Event, *, clock: Callable[[], datetime]) -> None:
    """Make papers until none has been asked for in a while: the work of one process."""
    last = time.monotonic()
    while not stop.is_set() and time.monotonic() - last < LINGER:
        if press_papers(clock()):
            last = time.monotonic()
        else:
            stop.wait(PAUSE)
    connections.close_all()


def press_papers(at: datetime) -> int:
    """Make the papers that were asked for, the oldest first, and issue what is complete."""
    papers = to_make(at, BATCH)
    for document in papers:
        _press(document, at)
        if document.kind == Document.Kind.RESULT:
            _settle(uuid.UUID(document.about.removeprefix("dossier:")), at)
    return len(papers) + settle_left(at)


def _press(document: Document, at: datetime) -> None:
    """Typesetting and signing weigh 80 MiB: they are loaded where the first paper is made."""
    press = import_module("motcua.results.press")
    try:
        press.produce(document.pk, at)
    except press.PressError as fault:
        log.warning("loop.press", document=str(document.pk), fault=str(fault))


def settle_left(at: datetime) -> int:
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
        press = our_press(dossier, f"return:{failed.pk}:{dossier.revision}", at)
        return _done(lambda: actions.return_to_sign(press, reason=failed.fault))
    if papers.exclude(state=Document.State.READY).exists():
        return False
    return _done(lambda: actions.issue(our_press(dossier, f"issue:{dossier.pk}", at)))


def _done(act: Callable[[], Dossier]) -> bool:
    """Another worker may have been first; then there is nothing left to do."""
    try:
        act()
    except Refusal as refusal:
        log.warning("loop.settle", fault=refusal.code)
        return False
    return True


def our_press(dossier: Dossier, name: str, at: datetime) -> Press:
    """A press of the system itself: the same name gives the same key, and is one act."""
    return Press(dossier=dossier.pk, key=uuid.uuid5(_OURS, name), by=SYSTEM, at=at)
