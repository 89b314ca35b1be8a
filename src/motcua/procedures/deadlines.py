"""When a result is due: counted from reception by the term of the procedure. Plain Python.

The choices made where the law leaves room are explained, with worked vectors, in
docs/reference/deadlines.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Protocol

from motcua.procedures.calendar import Calendar, Minutes, at_minute, minute_of, split

# How working time is spoken of: so many days of eight hours, hours and minutes.
SPOKEN_DAY: Minutes = 8 * 60


class Unit(StrEnum):
    """What a term counts in."""

    SAME_DAY = "same_day"
    WORKING_HOURS = "working_hours"
    WORKING_DAYS = "working_days"
    DAYS = "days"


class Policy(StrEnum):
    """What a wait on the resident does to the deadline."""

    # The pause's length in working time is added: the office keeps what it had left.
    EXTEND = "extend"
    # An incomplete dossier counts anew from when it was made whole (Decree 61/2018, art. 19(4)).
    RESTART = "restart"
    # The clock never stopped.
    RUN_ON = "run_on"


class Term(Protocol):
    """What is counted: a procedure's deadline in a pack is one, and so is `Rule`.

    A reception at or after `cutoff` counts as that of the next working day; None where the
    procedure has no such hour. `amount` is 0 for the same day.
    """

    @property
    def unit(self) -> str: ...
    @property
    def amount(self) -> int: ...
    @property
    def cutoff(self) -> time | None: ...


class RuleError(ValueError):
    """A rule that counts nothing; the text says which key and why."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A term of its own, such as an answer within 3 working days."""

    unit: Unit
    amount: int = 0
    cutoff: time | None = None

    def __post_init__(self) -> None:
        if (self.unit == Unit.SAME_DAY) != (self.amount == 0) or self.amount < 0:
            raise RuleError(f"amount: {self.amount} of {self.unit}")

    @classmethod
    def read(cls, table: Mapping[str, object]) -> "Rule":
        """From a table of data: ``{unit = "working_days", amount = 3, cutoff = "15:00"}``.

        Keys that are not the rule's (basis, mark) are left alone. Raises RuleError naming the key.
        """
        unit, amount, cutoff = table.get("unit"), table.get("amount", 0), table.get("cutoff")
        if unit not in tuple(Unit):
            raise RuleError(f"unit: {unit!r} is none of {', '.join(Unit)}")
        if not isinstance(amount, int) or isinstance(amount, bool):
            raise RuleError(f"amount: {amount!r} is not a whole number")
        try:
            hour = time.fromisoformat(str(cutoff)) if cutoff is not None else None
        except ValueError:
            raise RuleError(f"cutoff: {cutoff!r} is not a time such as 15:00") from None
        return cls(Unit(str(unit)), amount, hour)


@dataclass(frozen=True, slots=True)
class Change:
    """A deadline that a wait has moved, and by which policy, so that a slip can say why.

    `pause` is the working time between the two acts, whatever the policy made of it.
    """

    policy: Policy
    before: datetime
    due: datetime
    pause: Minutes


def counted_from(term: Term, *, received: datetime, calendar: Calendar) -> datetime:
    """The moment from which the office counts: the reception, or when it next opens.

    Received outside the open hours, it counts from the next opening; at or after the cut-off,
    from the opening of the next working day.
    """
    day, minute = split(received)
    if term.cutoff is not None and minute >= minute_of(term.cutoff) and calendar.works(day):
        return calendar.opening(calendar.working_day_after(day))
    return calendar.open_from(received)


def due(term: Term, *, received: datetime, calendar: Calendar) -> datetime:
    """When the result is due, always within or at the end of open hours, by the office's clock.

    The day of reception is not counted for days (Civil Code, art. 147); the last day counts until
    the office closes. A term in calendar days that ends on a day without work ends on the next
    working day (art. 148).
    """
    start = counted_from(term, received=received, calendar=calendar)
    if term.unit == Unit.WORKING_HOURS:
        return calendar.advance(start, term.amount * 60)
    return calendar.closing(_last_day(term, start.date(), calendar))


def _last_day(term: Term, first: date, calendar: Calendar) -> date:
    if term.unit == Unit.DAYS:
        return calendar.working_day_from(first + timedelta(days=term.amount))
    return calendar.working_day_after(first, term.amount)


def remaining(*, due: datetime, at: datetime, calendar: Calendar) -> Minutes:
    """Working minutes left until the deadline; 0 when it is past."""
    return calendar.between(at, due)


def late_by(*, due: datetime, at: datetime, calendar: Calendar) -> Minutes:
    """Working minutes since the deadline; 0 when it is not past."""
    return calendar.between(due, at)


def resumed(*, due: datetime, paused: datetime, resumed: datetime, calendar: Calendar) -> datetime:
    """The deadline after a pause: later by the pause's length in working time.

    So the office has the same working time left when it resumes as it had when it paused.
    """
    return calendar.advance(due, calendar.between(paused, resumed))


def restarted(term: Term, *, completed: datetime, calendar: Calendar) -> datetime:
    """The deadline of a dossier that was incomplete: counted anew from when it was made whole."""
    return due(term, received=completed, calendar=calendar)


def after_wait(
    policy: str,
    term: Term,
    *,
    due: datetime,
    paused: datetime,
    resumed: datetime,
    calendar: Calendar,
) -> Change:
    """The deadline after a wait on the resident, by the policy of the procedure for that wait."""
    chosen, pause = Policy(policy), calendar.between(paused, resumed)
    new = due
    if chosen is Policy.EXTEND:
        new = calendar.advance(due, pause)
    elif chosen is Policy.RESTART:
        new = restarted(term, completed=resumed, calendar=calendar)
    return Change(chosen, before=due, due=new, pause=pause)


def apology_by(due: datetime, *, calendar: Calendar) -> datetime:
    """The last moment to apologise and name a new day: one working day before the deadline.

    "At least one day before" (Decree 61/2018, art. 19(9)): the same hour of the working day
    before, or the nearest open minute ahead of it.
    """
    day, minute = split(due)
    before = calendar.working_day_before(day)
    reached = [min(span.closes, minute) for span in calendar.spans(before) if span.opens <= minute]
    return at_minute(before, reached[-1]) if reached else calendar.opening(before)


class NotLaterError(ValueError):
    """A re-appointment that is not after the deadline it replaces."""


def reappointed(*, due: datetime, wanted: datetime, calendar: Calendar) -> datetime:
    """The new deadline that an apology names: `wanted`, moved on to open hours.

    Raises NotLaterError when that is not after the old one.
    """
    day, minute = split(wanted)
    at_closing = any(span.closes == minute for span in calendar.spans(day))
    new = at_minute(day, minute) if at_closing else calendar.open_from(wanted)
    if new <= due:
        raise NotLaterError(new)
    return new


def spoken(minutes: Minutes) -> tuple[int, int, int]:
    """Working time as days of eight hours, hours and minutes, for a sentence."""
    days, rest = divmod(minutes, SPOKEN_DAY)
    return days, *divmod(rest, 60)
