"""The work list as the page shows it: filters from the address, rows in words, tabs with counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from motcua.audit.actions import record_reading
from motcua.counter.lateness import CALM, urgency, waits_on
from motcua.counter.words import Words, standing
from motcua.dossiers import lists, queries
from motcua.dossiers.lists import Filters, Line
from motcua.dossiers.states import OPEN, Channel, State, Step
from motcua.dossiers.words import STATES, STEPS
from motcua.foundation.actor import Actor
from motcua.foundation.typed_number import typed_number
from motcua.parts.formats import moment
from motcua.procedures.queries import by_version, calendar_of

NAMES = ("state", "step", "procedure", "officer", "channel", "late")
# The tabs, in the order of the walk.
_TABS: tuple[tuple[State, Step], ...] = (
    (State.SUBMITTED, Step.NONE),
    (State.ACCEPTED, Step.NONE),
    (State.IN_PROGRESS, Step.CHECK),
    (State.IN_PROGRESS, Step.SIGN),
    (State.IN_PROGRESS, Step.PRESS),
    (State.AWAITING_SUPPLEMENT, Step.NONE),
    (State.AWAITING_FEE, Step.NONE),
    (State.HALTED, Step.NONE),
    (State.DONE, Step.NONE),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list."""

    dossier: Line
    service: str
    standing: Words
    urgency: str
    waits: str
    open_with: str

    @property
    def place(self) -> tuple[int, str]:
        """Where it stands, as a key of `WorkList.places`."""
        return self.dossier.state, self.dossier.step


@dataclass(frozen=True, slots=True)
class WorkList:
    """What the page shows; `more` is the address of the next page, "" at the end."""

    rows: Sequence[Row]
    more: str
    tabs: Sequence[tuple[Words, str, int | None]]
    here: str
    query: str

    @property
    def places(self) -> dict[tuple[int, str], Words]:
        """Where the dossiers of this page stand: each mark is drawn once."""
        return {(row.dossier.state, row.dossier.step): row.standing for row in self.rows}


class Asked(NamedTuple):
    """The filters of an address: as they were asked, and as the query takes them."""

    words: Mapping[str, str]
    filters: Filters


def asked(words: Mapping[str, str], *, by: Actor, at: datetime) -> Asked:
    """The filters that an address names; what is not understood filters nothing."""
    known = {name: words[name] for name in NAMES if words.get(name)}
    officer = known.get("officer", "")
    mine = by.id.removeprefix("account:") if officer == "me" else officer
    filters = Filters(
        states=frozenset({State(int(known["state"]))}) if _is(known, "state", State) else OPEN,
        step=Step(known["step"]) if known.get("step") in set(Step) else None,
        procedure=known.get("procedure", ""),
        officer=typed_number(mine),
        channel=int(known["channel"]) if _is(known, "channel", Channel) else None,
        late_at=at if known.get("late") else None,
    )
    return Asked(known, filters)


def listed(wanted: Asked, *, by: Actor, at: datetime, after: str | None) -> WorkList:
    """One page of the list; that it was read stands in the journal."""
    found = lists.work_list(by=by, filters=wanted.filters, after=after)
    record_reading(
        chain=by.commune or "",
        by=by,
        at=at,
        what="work_list",
        about=[f"dossier:{row.pk}" for row in found.rows],
        why=urlencode(wanted.words),
    )
    return WorkList(
        rows=rows_of(found.rows, by=by, at=at),
        more=address({**wanted.words, "after": found.after}) if found.after else "",
        tabs=_tabs(by, at),
        query=urlencode(wanted.words),
        here=address({k: v for k, v in wanted.words.items() if k in ("state", "step", "late")}),
    )


def address(words: Mapping[str, str]) -> str:
    """The address of the list with these filters."""
    return _desk() + (f"?{urlencode(words)}" if words else "")


@cache
def _desk() -> str:
    return reverse("counter:desk")


def rows_of(dossiers: Sequence[Line], *, by: Actor, at: datetime) -> list[Row]:
    """The lines of these dossiers of one commune."""
    if not dossiers:
        return []
    calendar, language = calendar_of(dossiers[0].commune_id), get_language() or "vi"
    pressing = {row.pk: urgency(row, at=at, calendar=calendar) for row in dossiers}
    since = queries.last_moves([key for key, urgent in pressing.items() if urgent != CALM])
    on_whom, since_when = _("waits for %(whom)s"), _("since %(when)s")
    return [
        Row(
            dossier=row,
            service=short(row.procedure_id, language),
            standing=standing(row.state, row.step),
            urgency=pressing[row.pk],
            waits=_waits(row, since[row.pk], on_whom, since_when) if row.pk in since else "",
            open_with=_open_with(row, by, at),
        )
        for row in dossiers
    ]


def _waits(row: Line, since: datetime, on_whom: str, since_when: str) -> str:
    """On whom it waits and since when; the two sentences are translated once for a page."""
    whom = waits_on(row.where, row.at_step, row.officer or "")
    return f"{on_whom % {'whom': whom}} {since_when % {'when': moment(since)}}"


def short(version: int, language: str) -> str:
    """What a procedure is called on a line."""
    words = by_version(version).words
    return words.get(language, words["vi"]).short


def _open_with(row: Line, by: Actor, at: datetime) -> str:
    """The colleague who has it open now."""
    held = row.holder is not None and row.held_until is not None and row.held_until > at
    mine = by.id == f"account:{row.holder_id}"
    return row.holder or "" if held and not mine else ""


def _tabs(by: Actor, at: datetime) -> list[tuple[Words, str, int | None]]:
    counts = queries.counts(by=by)
    whole = sum(number for (state, _step), number in counts.items() if state in OPEN)
    tabs: list[tuple[Words, str, int | None]] = [
        (_("Open"), address({}), whole),
        (_("Late"), address({"late": "1"}), queries.late_count(by=by, at=at)),
    ]
    for state, step in _TABS:
        words = (
            {"state": str(int(state)), "step": str(step)} if step else {"state": str(int(state))}
        )
        name = STEPS[step] if step else STATES[state]
        tabs.append((name, address(words), counts.get((state, step), 0)))
    return tabs


def _is(words: Mapping[str, str], name: str, kind: type[State] | type[Channel]) -> bool:
    value = words.get(name, "")
    return typed_number(value) in {int(one) for one in kind}
