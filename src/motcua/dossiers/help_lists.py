"""What a helper sees of those they helped: that there is a dossier, and where it is. No more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from motcua.audit.actions import record_reading
from motcua.dossiers.models import Dossier, Helped, HelpedCount
from motcua.dossiers.states import CLOSED, State
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.helping.models import Help

PAGE = 30
_MOST_WAITING = 300
# So long after it ended a help's codes are shown once more, to be written down or printed.
SHOWN = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Case:
    """One dossier of one help. Of the person the name alone, of the dossier where it is."""

    key: int
    help: UUID
    person: str
    village: str
    procedure_id: int
    state: State
    at: datetime


def cases(
    *, by: Actor, at: datetime, before: int | None = None
) -> tuple[Sequence[Case], int | None]:
    """Whom the actor helped with what, the newest first, and the key from which it goes on.

    What a person took back is not among them. The reading is traced.
    """
    rows = Helped.objects.filter(help__helper=_account(by), taken_back_at=None)
    rows = rows.filter(help__commune=by.commune)
    if before is not None:
        rows = rows.filter(pk__lt=before)
    told = rows.order_by("-pk").values_list(
        "pk",
        "help",
        "help__name",
        "help__village__name",
        "dossier__procedure_id",
        "dossier__state",
        "at",
    )[: PAGE + 1]
    found = [
        Case(key, help_id, person, village or "", procedure, State(state), when)
        for key, help_id, person, village, procedure, state, when in told
    ]
    about = [f"help:{one.help}" for one in found[:PAGE]]
    if about:
        chain = by.commune or ""
        record_reading(chain=chain, by=by, at=at, what="helped", about=about, why="my cases")
    return found[:PAGE], found[PAGE - 1].key if len(found) > PAGE else None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A case that is not closed, with whom it was for; `birth` is a partial date."""

    person: str
    birth: str
    procedure_id: int
    state: State


def waiting_in(*, by: Actor, village: str) -> Sequence[Waiting]:
    """The actor's own cases of a village that still wait for something, the newest first.

    They go along with the list of that village; taking it leaves the line in the journal.
    """
    rows = Helped.objects.filter(help__helper=_account(by), help__commune=by.commune)
    rows = rows.filter(help__village=village, taken_back_at=None)
    rows = rows.exclude(dossier__state__in=CLOSED)
    told = rows.order_by("-pk").values_list(
        "help__name", "help__birth", "dossier__procedure_id", "dossier__state"
    )[:_MOST_WAITING]
    return [Waiting(name, birth, law, State(state)) for name, birth, law, state in told]


def handed(*, one: Help, at: datetime) -> Sequence[Dossier]:
    """The dossiers of a help that runs or has just ended; of an older one there are none."""
    since = one.received_at or one.ended_at
    if since is not None and at - since > SHOWN:
        return []
    rows = Helped.objects.filter(help=one, taken_back_at=None)
    found = Dossier.objects.filter(pk__in=rows.values("dossier")).select_related("commune")
    return list(found.order_by("kept_at", "id"))


def helped_on(*, by: Actor, at: datetime) -> tuple[int, int]:
    """How many requests came in with help in the actor's commune: today, and this month."""
    today: date = day_of(at)
    rows = HelpedCount.objects.filter(commune=by.commune, day__gte=today.replace(day=1))
    told = list(rows.values_list("day", "count"))
    return sum(n for day, n in told if day == today), sum(n for _day, n in told)


def _account(by: Actor) -> int:
    kind, _colon, key = by.id.partition(":")
    return int(key) if kind == "account" else 0
