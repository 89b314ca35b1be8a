"""Changes of the calendar: the hours of a week from a day on, and days that differ."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from motcua.foundation.actor import Actor, Role
from motcua.foundation.clock import day_of
from motcua.foundation.names import tidy
from motcua.procedures.amending.changes import Change
from motcua.procedures.amending.errors import DayPassed, NothingChanged
from motcua.procedures.calendar import Calendar, CalendarError, Season, Week
from motcua.procedures.calendar_actions import clear_day, set_day, set_hours
from motcua.procedures.calendar_models import SpecialDay
from motcua.procedures.calendar_pack import span_of
from motcua.procedures.calendar_queries import seasons_of
from motcua.procedures.errors import BadHours, DayNameMissing, DayUnknown
from motcua.procedures.models import Amendment

DAY, HOURS = "day", "hours"


def day_change(
    commune: str, day: date, *, hours_of: int | None, words: Mapping[str, str], at: datetime
) -> Change:
    """A day that is not worked, or worked with the hours of a weekday."""
    said = {language: tidy(name) for language, name in words.items() if tidy(name)}
    if "vi" not in said:
        raise DayNameMissing("words")
    return _day(commune, day, {"hours_of": hours_of, "words": said}, at)


def ordinary_day(commune: str, day: date, *, at: datetime) -> Change:
    """A day that differs made an ordinary one again; DayUnknown when it is one."""
    change = _day(commune, day, None, at)
    if change.before is None:
        raise DayUnknown(day=day.strftime("%d/%m/%Y"))
    return change


def hours_change(commune: str, since: date, week: Week, *, at: datetime) -> Change:
    """Other hours of a whole week from a day on; NothingChanged where they are the same."""
    _not_past(since, at, "since")
    try:
        Calendar((Season(since, week),))
    except CalendarError as error:
        raise BadHours("week") from error
    path = (HOURS, since.isoformat())
    change = Change(path, _hours_on(commune, since), shown(week))
    if change.before == change.after:
        raise NothingChanged("week")
    return change


def standing(commune: str, change: Change) -> Any:
    """What stands in the calendar now where a change would be made."""
    kind, day = change.path
    when = date.fromisoformat(day)
    return _hours_on(commune, when) if kind == HOURS else _special(commune, when)


def carry_out(one: Amendment, changes: list[Change], *, at: datetime) -> None:
    """Write what was approved into the calendar, in the name of who asked for it."""
    roles = frozenset({Role.ADMINISTRATOR})
    by = Actor(id=one.by, name=one.by_name, roles=roles, commune=one.commune_id)
    commune = one.commune_id
    for kind, day, after in ((*change.path, change.after) for change in changes):
        when = date.fromisoformat(day)
        if kind == HOURS:
            week = tuple(tuple(span_of(text) for text in spans) for spans in after)
            set_hours(commune=commune, since=when, week=week, by=by, at=at)
        elif after is None:
            clear_day(commune=commune, day=when, by=by, at=at)
        else:
            set_day(commune=commune, day=when, **after, by=by, at=at)


def shown(week: Week) -> list[list[str]]:
    """The spans of each weekday, Monday first, as they are typed."""
    return [[f"{_clock(s.opens)}-{_clock(s.closes)}" for s in spans] for spans in week]


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _day(commune: str, day: date, after: dict[str, Any] | None, at: datetime) -> Change:
    _not_past(day, at)
    return Change((DAY, day.isoformat()), _special(commune, day), after)


def _not_past(day: date, at: datetime, field: str | None = None) -> None:
    if day < day_of(at):
        raise DayPassed(field, day=day.strftime("%d/%m/%Y"))


def _special(commune: str, day: date) -> dict[str, Any] | None:
    row = SpecialDay.objects.filter(commune=commune, day=day).first()
    return None if row is None else {"hours_of": row.hours_of, "words": row.words}


def _hours_on(commune: str, day: date) -> list[list[str]]:
    """The hours that hold on a day."""
    seasons = seasons_of(commune)
    begun = [one for one in seasons if one.since <= day] or list(seasons[:1])
    return shown(begun[-1].week)
