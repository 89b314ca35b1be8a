"""When a result is due: counted from reception by the rule of the procedure. Plain Python.

The choices made where the law leaves room are explained, with worked vectors, in
docs/reference/deadlines.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TypeVar

from motcua.procedures.calendar import Calendar, Minutes, at_minute, split

# How working time is spoken of: so many days of eight hours, hours and minutes.
SPOKEN_DAY: Minutes = 8 * 60

Kind = TypeVar("Kind", bound=StrEnum)


class Unit(StrEnum):
    """What a rule counts in."""

    SAME_DAY = "same_day"
    WORKING_HOURS = "working_hours"
    WORKING_DAYS = "working_days"
    DAYS = "days"


class Ends(StrEnum):
    """When on its last working day a term ends: as the office closes, or at the same hour."""

    CLOSING = "closing"
    SAME_HOUR = "same_hour"


class Policy(StrEnum):
    """What a wait on the resident does to the deadline."""

    ADD_THE_PAUSE = "add_the_pause"
    START_AGAIN = "start_again"


class RuleError(ValueError):
    """A rule that counts nothing; the text says which key and why."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A deadline as a pack states it.

    `late_from` is the minute of the day (15:00 is 900) at and after which a reception counts as
    that of the next working day; None where the procedure has no such rule. `ends` matters to
    working days only.
    """

    unit: Unit
    amount: int = 0
    late_from: Minutes | None = None
    ends: Ends = Ends.CLOSING

    def __post_init__(self) -> None:
        if (self.unit is Unit.SAME_DAY) != (self.amount == 0) or self.amount < 0:
            raise RuleError(f"amount: {self.amount} of {self.unit}")
        if self.late_from is not None and not 0 < self.late_from < 24 * 60:
            raise RuleError(f"late_from: minute {self.late_from} of a day")

    @classmethod
    def read(cls, table: Mapping[str, object]) -> "Rule":
        """From a pack's table: ``{unit = "working_days", amount = 3, late_from = 15:00:00}``.

        `late_from` is a TOML time or ``"15:00"``. Keys that are not the rule's (basis, mark) are
        left alone. Raises RuleError naming the key.
        """
        amount = table.get("amount", 0)
        if not isinstance(amount, int) or isinstance(amount, bool):
            raise RuleError(f"amount: {amount!r} is not a whole number")
        return cls(
            unit=_one_of(Unit, "unit", table.get("unit")),
            amount=amount,
            late_from=_minute("late_from", table.get("late_from")),
            ends=_one_of(Ends, "ends", table.get("ends", Ends.CLOSING)),
        )


def _one_of(kind: type[Kind], key: str, value: object) -> Kind:
    try:
        return kind(str(value))
    except ValueError:
        raise RuleError(f"{key}: {value!r} is none of {', '.join(kind)}") from None


def _minute(key: str, value: object) -> Minutes | None:
    if value is None:
        return None
    try:
        at = value if isinstance(value, time) else time.fromisoformat(str(value))
    except ValueError:
        raise RuleError(f"{key}: {value!r} is not a time such as 15:00") from None
    return at.hour * 60 + at.minute


@dataclass(frozen=True, slots=True)
class Change:
    """A deadline that moved, and why, so that a slip can say it.

    `pause` is the working time that was added; 0 where counting began again.
    """

    policy: Policy
    before: datetime
    due: datetime
    pause: Minutes


def counted_from(rule: Rule, *, received: datetime, calendar: Calendar) -> datetime:
    """The moment from which the office counts: the reception, or when it next opens.

    Received outside the open hours, it counts from the next opening; at or after `late_from`,
    from the opening of the next working day.
    """
    day, minute = split(received)
    if rule.late_from is not None and minute >= rule.late_from and calendar.works(day):
        return calendar.opening(calendar.working_day_after(day))
    return calendar.open_from(received)


def due(rule: Rule, *, received: datetime, calendar: Calendar) -> datetime:
    """When the result is due, always within or at the end of open hours, by the office's clock.

    The day of reception is not counted for days (Civil Code, art. 147); a term in calendar days
    that ends on a day without work ends on the next working day (art. 148).
    """
    start = counted_from(rule, received=received, calendar=calendar)
    if rule.unit is Unit.WORKING_HOURS:
        return calendar.advance(start, rule.amount * 60)
    if rule.unit is Unit.SAME_DAY:
        return calendar.closing(start.date())
    if rule.unit is Unit.DAYS:
        last = start.date() + timedelta(days=rule.amount)
        return calendar.closing(calendar.working_day_from(last))
    return _on(calendar, calendar.working_day_after(start.date(), rule.amount), rule.ends, start)


def _on(calendar: Calendar, day: date, ends: Ends, start: datetime) -> datetime:
    """The end of a term on its last day: at closing, or at the hour of the start if open then."""
    if ends is Ends.CLOSING:
        return calendar.closing(day)
    minute = split(start)[1]
    reached = [min(span.closes, minute) for span in calendar.spans(day) if span.opens <= minute]
    return at_minute(day, reached[-1]) if reached else calendar.opening(day)


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


def restarted(rule: Rule, *, completed: datetime, calendar: Calendar) -> datetime:
    """The deadline of a dossier that was incomplete: counted anew from when it was made whole."""
    return due(rule, received=completed, calendar=calendar)


def after_wait(
    policy: Policy,
    rule: Rule,
    *,
    due: datetime,
    paused: datetime,
    resumed: datetime,
    calendar: Calendar,
) -> Change:
    """The deadline after a wait on the resident, by the policy that the act names."""
    if policy is Policy.START_AGAIN:
        new = restarted(rule, completed=resumed, calendar=calendar)
        return Change(policy, before=due, due=new, pause=0)
    pause = calendar.between(paused, resumed)
    return Change(policy, before=due, due=calendar.advance(due, pause), pause=pause)


def apology_by(due: datetime, *, calendar: Calendar) -> datetime:
    """The last moment to apologise and name a new day: one working day before the deadline.

    Decree 61/2018, art. 19(9): "at least one day before"; the same hour of the working day
    before, or the nearest open minute before it.
    """
    day, _ = split(due)
    return _on(calendar, calendar.working_day_before(day), Ends.SAME_HOUR, due)


def reappointed(*, due: datetime, wanted: datetime, calendar: Calendar) -> datetime:
    """The new deadline that an apology names: `wanted`, moved on to open hours.

    Raises NotLaterError when that is not after the old one.
    """
    day, minute = split(wanted)
    shut = any(span.closes == minute for span in calendar.spans(day))
    new = at_minute(day, minute) if shut else calendar.open_from(wanted)
    if new <= due:
        raise NotLaterError(new)
    return new


class NotLaterError(ValueError):
    """A re-appointment that is not after the deadline it replaces."""


def spoken(minutes: Minutes) -> tuple[int, int, int]:
    """Working time as days of eight hours, hours and minutes, for a sentence."""
    days, rest = divmod(minutes, SPOKEN_DAY)
    return days, *divmod(rest, 60)
