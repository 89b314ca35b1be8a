"""The worker's part: looks at every row of a list, and takes over what was confirmed.

A thousand rows are one transaction, with the count of how far it is: a worker that dies is followed
by one that goes on after the last whole thousand. It has a process of its own while there is any
list.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from threading import Event
from typing import Any

import structlog
from django.db import connections, transaction
from django.utils import translation

from motcua.audit.actions import record
from motcua.foundation.actor import Actor, Role
from motcua.foundation.many import write
from motcua.foundation.refusal import Refusal
from motcua.sheets.errors import ListElsewhere
from motcua.sheets.fields import TIED
from motcua.sheets.looking import rows_of
from motcua.sheets.models import BroughtList, RowProblem, Stage
from motcua.sheets.problems import Problem
from motcua.sheets.taking import Takes, Told, takes_of

log = structlog.get_logger(__name__)

BATCH = 1_000
_COUNTED = ("new", "changed", "same", "bad", "warned")
AT_WORK = (Stage.CHECKING, Stage.WRITING, Stage.TYING)


def waiting() -> bool:
    """Whether any list wants the worker."""
    return BroughtList.objects.filter(stage__in=AT_WORK).exists()


def run(stop: Event, *, clock: Callable[[], datetime]) -> None:
    """Work on the lists until none is left: the work of one process."""
    while not stop.is_set() and work_once(clock, stop):
        pass
    connections.close_all()


def work_once(clock: Callable[[], datetime], stop: Event | None = None) -> bool:
    """The list that has waited longest, to its end; False when there is none."""
    brought = BroughtList.objects.filter(stage__in=AT_WORK).order_by("brought_at").first()
    if brought is None:
        return False
    try:
        # What the books refuse is kept as they say it officially.
        with translation.override("vi"):
            _through(brought, clock, stop or Event())
    except ListElsewhere:
        log.info("list.elsewhere", list=str(brought.pk))
    except Refusal as refusal:
        log.warning("list.failed", list=str(brought.pk), code=refusal.code)
        _ends(brought, Stage.FAILED, clock(), fault=refusal.code)
    return True


def _through(brought: BroughtList, clock: Callable[[], datetime], stop: Event) -> None:
    at = clock()
    takes = takes_of(brought, at)
    checking = brought.stage == Stage.CHECKING
    if checking:
        brought.problems.all().delete()
        _moved(brought, rows_done=0, found={})
    if takes.tied and brought.stage != Stage.WRITING:
        _gather(brought, takes, stop)
    counts = _added({} if checking else brought.written, {})
    done = brought.rows_done
    by = actor_of(brought)
    for last, rows in _batches(brought, takes):
        if stop.is_set():
            return
        entries, problems = takes.read(rows)
        if last <= done:
            continue
        # Looking is done before the turn is taken: others write meanwhile.
        seen = takes.try_out(entries) if checking else None
        with transaction.atomic():
            told = seen or _taken(brought, takes, entries, by, at)
            problems += told.problems
            counts = _added(counts, _counted(brought, told.counts, problems))
            if checking:
                # A person reads them with the file beside, from its first row to its last.
                told_in_order = sorted(problems, key=lambda one: one.row)
                write(RowProblem, [_kept(brought, one) for one in told_in_order])
            what = {"found": counts} if checking else {"written": counts}
            _moved(brought, rows_done=last, **what)
    if brought.stage == Stage.WRITING and takes.tied:
        _moved(brought, stage=Stage.TYING, rows_done=0)
        _through(brought, clock, stop)
    else:
        _finish(brought, counts, by, clock())


def _gather(brought: BroughtList, takes: Takes, stop: Event) -> None:
    """What rows say of one another is known before any of them is looked at."""
    entered = brought.stage == Stage.TYING
    for _last, rows in _batches(brought, takes):
        if stop.is_set():
            return
        takes.gather(takes.read(rows)[0], entered=entered)


def _taken(brought: BroughtList, takes: Takes, entries: list[Any], by: Actor, at: datetime) -> Told:
    act = takes.tie if brought.stage == Stage.TYING else takes.write
    return act(entries, by, at)


def _batches(
    brought: BroughtList, takes: Takes
) -> Iterator[tuple[int, list[tuple[int, dict[str, Any]]]]]:
    """A thousand rows at a time, and those that belong to the last of them."""
    rows: list[tuple[int, dict[str, Any]]] = []
    count = 0
    for count, (number, cells, _whole) in enumerate(rows_of(brought), start=1):
        if len(rows) >= BATCH and not takes.goes_on(cells):
            yield count - 1, rows
            rows = []
        rows.append((number, cells))
    if rows:
        yield count, rows


def _counted(
    brought: BroughtList, counts: Mapping[str, int], problems: Sequence[Problem]
) -> dict[str, int]:
    """Rows that are bad or have something to look at; ties and grounds that are not taken."""
    loose = [one for one in problems if one.bad and one.field in TIED]
    untied = {"untied": len(loose)} if "ties" in counts else {}
    if brought.stage == Stage.TYING:
        # The rows were counted when they were taken over.
        return {**counts, **untied}
    bad = {one.row for one in problems if one.bad and one.field not in TIED}
    warned = {one.row for one in problems if not one.bad} - bad
    return {**counts, "bad": len(bad), "warned": len(warned), **untied}


def _added(counts: Mapping[str, int], more: Mapping[str, int]) -> dict[str, int]:
    names = dict.fromkeys((*_COUNTED, *counts, *more))
    return {name: counts.get(name, 0) + more.get(name, 0) for name in names}


def _kept(brought: BroughtList, one: Problem) -> dict[str, Any]:
    return {
        "brought_id": brought.pk,
        "row": one.row,
        "field": one.field,
        "code": one.code,
        "facts": dict(one.facts),
        "bad": one.bad,
    }


def _moved(brought: BroughtList, **changes: Any) -> None:
    """Go on, if nobody else went on meanwhile; refuses ListElsewhere."""
    rows = BroughtList.objects.filter(
        pk=brought.pk, stage=brought.stage, rows_done=brought.rows_done
    )
    if not rows.update(**changes):
        raise ListElsewhere
    for name, value in changes.items():
        setattr(brought, name, value)


@transaction.atomic
def _finish(brought: BroughtList, counts: Mapping[str, int], by: Actor, at: datetime) -> None:
    writing = brought.stage != Stage.CHECKING
    stage = Stage.DONE if writing else Stage.CHECKED
    total = {"rows_total": brought.rows_done}
    _ends(brought, stage, at, **total)
    verb = "take_list" if writing else "check_list"
    record(
        chain=brought.commune_id,
        by=by,
        at=at,
        verb=verb,
        about=f"list:{brought.pk}",
        facts={"rows": brought.rows_done, **counts},
    )


def _ends(brought: BroughtList, stage: Stage, at: datetime, **more: Any) -> None:
    rows = BroughtList.objects.filter(pk=brought.pk, stage=brought.stage)
    if not rows.update(stage=stage, ended_at=at, **more):
        raise ListElsewhere


def actor_of(brought: BroughtList) -> Actor:
    """Whoever confirmed the list; whoever brought it, while nobody has."""
    if not brought.confirmed_by:
        roles = frozenset({Role.OFFICER})
        return Actor(brought.brought_by, brought.brought_by_name, roles, brought.commune_id)
    roles = frozenset(Role(one) for one in brought.confirmed_roles.split(","))
    return Actor(brought.confirmed_by, brought.confirmed_by_name, roles, brought.commune_id)
