"""What a verb does to the deadline of a dossier."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Clock
from motcua.procedures import deadlines, queries
from motcua.procedures.calendar import Calendar, Minutes
from motcua.procedures.calendar_pack import office_term
from motcua.procedures.deadlines import Change, Policy
from motcua.procedures.pack import Deadline, Extension
from motcua.procedures.result import deadline_for

Move = Callable[[Dossier, datetime, Calendar], Change | None]


def move_clock(
    dossier: Dossier, clock: Clock, *, at: datetime, until: datetime | None
) -> Change | None:
    """Set `due_at` and `paused_at` as the table's row says; `until` is a newly promised date.

    When a wait moved the deadline, how it did so: the slip gives the reason.
    """
    if clock is Clock.RUNS:
        return None
    if clock is Clock.REAPPOINT:
        dossier.due_at, dossier.apologised_at = until, at
        return None
    return _MOVES[clock](dossier, at, queries.calendar_of(dossier.commune_id))


def expected(dossier: Dossier, *, received: datetime) -> datetime:
    """When the result would be due if the office accepted it at this moment: for the receipt."""
    return deadlines.due(
        term_of(dossier), received=received, calendar=queries.calendar_of(dossier.commune_id)
    )


def term_of(dossier: Dossier) -> Deadline:
    """The term that the law gives the office for these answers; once taken, the longer one."""
    term = _plain_term(dossier)
    return term if dossier.extended_at is None else term.lengthened()


def longer_term(dossier: Dossier) -> Extension | None:
    """The longer term that the procedure has for these answers, if it has one."""
    return _plain_term(dossier).extended


def _plain_term(dossier: Dossier) -> Deadline:
    return deadline_for(queries.by_version(dossier.procedure_id), dossier.answers)


def _acknowledge(dossier: Dossier, at: datetime, calendar: Calendar) -> None:
    """The office owes the sender of an online dossier an answer, in the time that the pack says."""
    term = office_term("answer_online")
    dossier.due_at = deadlines.due(term, received=at, calendar=calendar)


def _start(dossier: Dossier, at: datetime, calendar: Calendar) -> None:
    dossier.due_at = deadlines.due(term_of(dossier), received=at, calendar=calendar)
    dossier.paused_at = None


def _pause(dossier: Dossier, at: datetime, _: Calendar) -> None:
    dossier.paused_at = dossier.paused_at or at


def _resume(dossier: Dossier, at: datetime, calendar: Calendar) -> Change | None:
    """A wait for a fee or after a halt moves the deadline as the pack says of fees."""
    return _after_wait(dossier, term_of(dossier).on_fee, at, calendar)


def _restart(dossier: Dossier, at: datetime, calendar: Calendar) -> Change | None:
    """An incomplete dossier counts anew (61/2018 Art. 19(4)) unless its pack says otherwise."""
    return _after_wait(dossier, term_of(dossier).on_supplement, at, calendar)


def _after_wait(dossier: Dossier, policy: str, at: datetime, calendar: Calendar) -> Change | None:
    if dossier.due_at is None or dossier.paused_at is None:
        return None
    change = deadlines.after_wait(
        Policy(policy),
        term_of(dossier),
        due=dossier.due_at,
        paused=dossier.paused_at,
        resumed=at,
        calendar=calendar,
    )
    dossier.due_at, dossier.paused_at = change.due, None
    return change


def _extend(dossier: Dossier, at: datetime, calendar: Calendar) -> None:
    """The longer term counts from the reception too; waits that added time before add it still."""
    dossier.extended_at = at
    start, waited = _counted_from(dossier, at)
    due = deadlines.due(term_of(dossier), received=start, calendar=calendar)
    if waited:
        due = calendar.advance(due, waited)
    # A later date that an apology promised is not taken back.
    dossier.due_at = max(due, dossier.due_at or due)


def _counted_from(dossier: Dossier, at: datetime) -> tuple[datetime, Minutes]:
    """Since when the term now counts, and the working time that waits have added since."""
    start, waited = dossier.accepted_at or at, 0
    for moment, facts in dossier.events.order_by("id").values_list("at", "facts"):
        moved = facts.get("moved", {})
        if moved.get("policy") == Policy.RESTART:
            start, waited = moment, 0
        elif moved.get("policy") == Policy.EXTEND:
            waited += moved["pause"]
    return start, waited


def to_facts(change: Change) -> dict[str, str | int]:
    """A moved deadline as an event keeps it."""
    return {
        "policy": change.policy.value,
        "before": change.before.isoformat(),
        "due": change.due.isoformat(),
        "pause": change.pause,
    }


def from_facts(facts: Mapping[str, Any]) -> Change:
    """And read back, for the sentence on the slip and the screen."""
    return Change(
        Policy(facts["policy"]),
        before=datetime.fromisoformat(facts["before"]),
        due=datetime.fromisoformat(facts["due"]),
        pause=facts["pause"],
    )


def to_answer_by(dossier: Dossier, *, at: datetime) -> datetime:
    """Until when the person may bring what is asked for now."""
    calendar = queries.calendar_of(dossier.commune_id)
    return deadlines.due(office_term("supplement"), received=at, calendar=calendar)


def _stop(dossier: Dossier, at: datetime, _: Calendar) -> None:
    dossier.finished_at = dossier.finished_at or at
    dossier.paused_at = None


_MOVES: dict[Clock, Move] = {
    Clock.ACKNOWLEDGE: _acknowledge,
    Clock.START: _start,
    Clock.PAUSE: _pause,
    Clock.RESUME: _resume,
    Clock.RESTART: _restart,
    Clock.EXTEND: _extend,
    Clock.STOP: _stop,
}
