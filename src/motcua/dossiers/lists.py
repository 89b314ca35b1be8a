"""The desk's lists in lines: what a line tells is read, and no whole dossier made of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.audit.actions import record_search
from motcua.dossiers.errors import NotFound
from motcua.dossiers.models import Dossier, Party
from motcua.dossiers.search import PARTIES
from motcua.dossiers.states import OPEN, State, Step
from motcua.foundation.actor import Actor
from motcua.foundation.statements import Place, Places, Statement, Written

# A screen and a half at the desk: more would be scrolled past, and costs its share each time.
PAGE = 30


@dataclass(frozen=True, slots=True)
class Filters:
    """What a work list shows; empty means all. `late_at` asks for what is late at that moment."""

    states: frozenset[State] = frozenset()
    step: Step | None = None
    procedure: str = ""
    officer: int | None = None
    channel: int | None = None
    late_at: datetime | None = None


class Line(NamedTuple):
    """One dossier as a list tells of it; `officer` and `holder` are names, or None."""

    pk: UUID
    commune_id: str
    procedure_id: int
    number: str
    owner: str
    state: int
    step: str
    revision: int
    unknown: list[str]
    subject_name: str
    filer_name: str
    due_at: datetime | None
    paused_at: datetime | None
    finished_at: datetime | None
    held_until: datetime | None
    holder_id: int | None
    holder: str | None
    officer: str | None

    @property
    def where(self) -> State:
        """The state as a word."""
        return State(self.state)

    @property
    def at_step(self) -> Step:
        """The step as a word."""
        return Step(self.step)


_NAMES = {"pk": "id", "holder": "holder__name", "officer": "officer__name"}
_COLUMNS = tuple(_NAMES.get(name, name) for name in Line._fields)
# What of the filters narrows which column.
_NARROWS: Mapping[str, str] = {
    "step": "step",
    "procedure": "procedure__code",
    "officer": "officer_id",
    "channel": "channel",
    "late_at": "due_at__lt",
}


@dataclass(frozen=True, slots=True)
class Page:
    """Lines and the key from which the next page goes on; None at the end."""

    rows: Sequence[Line]
    after: str | None


def work_list(*, by: Actor, filters: Filters, after: str | None = None) -> Page:
    """The open dossiers of the actor's commune, what is due first at the top."""
    wanted = {name: getattr(filters, name) for name in _NARROWS}
    wanted = {name: value for name, value in wanted.items() if value not in (None, "")}
    moment, key = _place(after) if after else (None, None)
    asked = _asked(filters.states or OPEN, frozenset(wanted), moment is not None)
    rows = asked.all(commune=by.commune, moment=moment, key=key, **wanted)
    found = [Line._make(row) for row in rows]
    return Page(found[:PAGE], _key(found[PAGE - 1]) if len(found) > PAGE else None)


@cache
def _asked(
    states: frozenset[State], narrowed: frozenset[str], goes_on: bool
) -> Statement[tuple[Any, ...]]:
    """The question for one way of narrowing the list; there are a few hundred ways."""

    def made() -> QuerySet[Dossier, tuple[Any, ...]]:
        written: list[Any] = [Written(state) for state in sorted(states)]
        rows = Dossier.objects.filter(commune_id=Place("commune"), state__in=written)
        rows = rows.filter(due_at__isnull=False)
        rows = rows.filter(**{_NARROWS[name]: Place(name) for name in sorted(narrowed)})
        if "late_at" in narrowed:
            rows = rows.filter(paused_at__isnull=True)
        if goes_on:
            moment = Place("moment")
            rows = rows.filter(Q(due_at__gt=moment) | Q(due_at=moment, id__gt=Place("key")))
        return rows.order_by("due_at", "id").values_list(*_COLUMNS)[: PAGE + 1]

    return Statement(made)


class Hit(NamedTuple):
    """A person around a dossier, and the dossier as the search tells of it."""

    pk: int
    name: str
    birth: str
    phone: str
    part: str
    dossier_id: UUID
    procedure_id: int
    number: str | None
    code: str
    state: int
    step: str


def search(
    *, by: Actor, words: str, at: datetime, before: int | None = None
) -> tuple[Sequence[Hit], int | None]:
    """People around the commune's dossiers whose name has these words, the newest first.

    Words need no diacritics and may be cut short. Also the key from which the next page goes on.
    The search is written in the journal.
    """
    keys = PARTIES.ids(words, exact={"commune_id": by.commune or ""}, limit=PAGE + 1, before=before)
    return people_found(keys, by=by, at=at, words=words)


def people_found(
    keys: list[int], *, by: Actor, at: datetime, words: str
) -> tuple[Sequence[Hit], int | None]:
    """One page of the people with these keys, which are one more than a page where more follow.

    The reading is written in the journal, with a digest of what was searched for.
    """
    found = [Hit._make(row) for row in _HITS.all(keys=keys[:PAGE])] if keys else []
    record_search(
        chain=by.commune or "",
        by=by,
        at=at,
        what="search",
        words=words,
        shown=[f"dossier:{hit.dossier_id}" for hit in found],
        why="",
    )
    return found, keys[PAGE - 1] if len(keys) > PAGE else None


_HITS = Statement(
    lambda: (
        Party.objects.filter(id__in=Places("keys"))
        .order_by("-id")
        .values_list(
            "id",
            "name",
            "birth",
            "phone",
            "part",
            "dossier_id",
            "dossier__procedure_id",
            "dossier__number",
            "dossier__code",
            "dossier__state",
            "dossier__step",
        )
    )
)


def _key(last: Line) -> str:
    return f"{last.due_at.isoformat() if last.due_at else ''}~{last.pk}"


def _place(key: str) -> tuple[datetime, UUID]:
    """Where a page goes on; NotFound for a key that no page gave."""
    due, _, last = key.partition("~")
    try:
        moment, place = datetime.fromisoformat(due), UUID(last)
    except ValueError as fault:
        raise NotFound from fault
    if moment.tzinfo is None:
        raise NotFound
    return moment, place
