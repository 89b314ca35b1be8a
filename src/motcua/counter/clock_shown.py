"""The deadline of a dossier in words: when it is due, how long that is, why it rests."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.counter.lateness import LATE, urgency, waits_on
from motcua.dossiers.clockwork import term_of
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State, Step
from motcua.procedures.calendar import Calendar
from motcua.procedures.calendar_pack import office_term
from motcua.procedures.deadlines import due, late_by, remaining, spoken
from motcua.procedures.marks import term_mark
from motcua.procedures.pack import Procedure
from motcua.procedures.wording import Mark


@dataclass(frozen=True, slots=True)
class ClockShown:
    """`left` is the working time left or over; `rests` that the clock stands still,
    `ask_by` until when more may be asked for; `basis` is the rule the term is by, and `mark` how
    sure it is."""

    due: datetime | None
    urgency: str
    left: str
    waits_on: str
    rests: bool
    ask_by: datetime | None
    ask_late: bool
    basis: str
    mark: Mark


def clock_of(
    dossier: Dossier, procedure: Procedure, *, at: datetime, calendar: Calendar
) -> ClockShown:
    """What the page says of the deadline."""
    term = term_of(dossier)
    name = dossier.officer.name if dossier.officer else ""
    urgent = urgency(dossier, at=at, calendar=calendar)
    ask_by = _ask_by(dossier, calendar)
    return ClockShown(
        due=dossier.due_at,
        urgency=urgent,
        left=_left(dossier, urgent, at, calendar),
        waits_on=waits_on(dossier.where, dossier.at_step, name),
        rests=dossier.paused_at is not None,
        ask_by=ask_by,
        ask_late=ask_by is not None and ask_by < at,
        basis=term.basis.shown,
        mark=term_mark(procedure, term),
    )


def _ask_by(dossier: Dossier, calendar: Calendar) -> datetime | None:
    """Until when the office may still ask for more; None where it cannot or need not."""
    asking = (State.ACCEPTED, State.IN_PROGRESS)
    if dossier.accepted_at is None or dossier.where not in asking or dossier.times_asked:
        return None
    if dossier.at_step not in (Step.NONE, Step.CHECK):
        return None
    return due(office_term("ask_for_more"), received=dossier.accepted_at, calendar=calendar)


def _left(dossier: Dossier, urgent: str, at: datetime, calendar: Calendar) -> str:
    if dossier.due_at is None or dossier.finished_at or dossier.paused_at:
        return ""
    if urgent == LATE:
        over = working_time(late_by(due=dossier.due_at, at=at, calendar=calendar))
        if not over:
            return _("Late")
        return _("%(time)s late, in working time") % {"time": over}
    left = working_time(remaining(due=dossier.due_at, at=at, calendar=calendar))
    return _("%(time)s left, in working time") % {"time": left}


def working_time(minutes: int) -> str:
    """``1 day 2 hours``: the two largest parts, or the minutes when there is no more."""
    days, hours, rest = spoken(minutes)
    said = [
        ngettext("%(num)s day", "%(num)s days", days) % {"num": days} if days else "",
        ngettext("%(num)s hour", "%(num)s hours", hours) % {"num": hours} if hours else "",
    ]
    if rest and not days:
        said.append(ngettext("%(num)s minute", "%(num)s minutes", rest) % {"num": rest})
    return " ".join(part for part in said if part)
