"""The deadline of a dossier in words: when it is due, how long that is, why it rests."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.counter.lateness import LATE, urgency, waits_on
from motcua.dossiers.models import Dossier
from motcua.procedures.calendar import Calendar
from motcua.procedures.deadlines import late_by, remaining, spoken


@dataclass(frozen=True, slots=True)
class ClockShown:
    """`left` is the working time left or over; `rests` says why the clock stands still."""

    due: datetime | None
    urgency: str
    left: str
    waits_on: str
    rests: bool


def clock_of(dossier: Dossier, *, at: datetime, calendar: Calendar) -> ClockShown:
    """What the page says of the deadline."""
    urgent = urgency(dossier, at=at, calendar=calendar)
    return ClockShown(
        due=dossier.due_at,
        urgency=urgent,
        left=_left(dossier, urgent, at, calendar),
        waits_on=waits_on(dossier),
        rests=dossier.paused_at is not None,
    )


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
