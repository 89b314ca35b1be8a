"""A commune's calendar as pictures of months, its special days and its hours in words."""

import calendar as months
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from motcua.dossiers.promised import Promised, promised
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.parts.formats import month, weekday
from motcua.procedures import calendar_pack
from motcua.procedures.calendar import Calendar, Season, Span
from motcua.procedures.calendar_models import SpecialDay
from motcua.procedures.calendar_pack import WEEKDAYS, PackDay
from motcua.procedures.calendar_queries import calendar_of, seasons_of, special_days

# The announcements of the swap days reach a year ahead; nobody plans further.
AHEAD = 2
MARKS: Mapping[str, tuple[str | Promise, str, str]] = {
    "verified": (gettext_lazy("compared with the text"), "ok", "done"),
    "memory": (gettext_lazy("from memory"), "warn", "triangle"),
    "unsure": (gettext_lazy("unsure"), "stop", "circle"),
    "commune": (gettext_lazy("entered by the commune"), "act", "draft"),
}


class Day(NamedTuple):
    """One square: `kind` is work, rest, closed or swap; `address` is empty for what has passed."""

    date: date
    kind: str
    word: str
    name: str
    address: str
    today: bool


class Month(NamedTuple):
    """A month with its weeks, Monday first; None where a week belongs to another month."""

    title: str
    weeks: Sequence[Sequence[Day | None]]


class Special(NamedTuple):
    """A day that differs, in words, and how sure that is."""

    row: SpecialDay
    name: str
    how: str
    mark: tuple[str | Promise, str, str]
    address: str


class Year(NamedTuple):
    """A year at a glance, and all the years that can be looked at: word, address, nothing more."""

    number: int
    months: Sequence[Month]
    special: Sequence[Special]
    address: str
    years: Sequence[tuple[str, str, None]]


class Hours(NamedTuple):
    """The hours of one season: each weekday with its spans as they are typed, "" when shut."""

    since: date
    week: Sequence[tuple[str, str, str]]


class Opened(NamedTuple):
    """One day: what it is now, what the law of the pack says, and what was promised on it."""

    date: date
    kind: str
    special: Special | None
    law: PackDay | None
    law_name: str
    promised: Promised


def year_of(asked: str, *, by: Actor, at: datetime) -> Year:
    """The year that was asked for, this one when it was none that can be shown."""
    commune, today = by.commune or "", day_of(at)
    first, last = seasons_of(commune)[0].since.year, today.year + AHEAD
    number = int(asked) if asked.isdecimal() and first <= int(asked[:4]) <= last else today.year
    rows = {row.day: row for row in special_days(commune, number)}
    pages = [_month(number, one, calendar_of(commune), rows, today) for one in range(1, 13)]
    return Year(
        number,
        pages,
        [_special(row, today) for row in rows.values()],
        _address(number),
        [(str(one), _address(one), None) for one in range(first, last + 1)],
    )


def hours_of(*, by: Actor, at: datetime) -> Sequence[Hours]:
    """The hours that hold today, and those that are to come."""
    seasons, today = seasons_of(by.commune or ""), day_of(at)
    begun = [one for one in seasons if one.since <= today]
    return [_hours(one) for one in (*begun[-1:], *(one for one in seasons if one.since > today))]


def opened(day: date, *, by: Actor, at: datetime) -> Opened:
    """One day, to be changed."""
    commune = by.commune or ""
    row = next((one for one in special_days(commune, day.year) if one.day == day), None)
    law = next((one for one in calendar_pack.read().days if one.day == day), None)
    kind = _kind(day, row, calendar_of(commune))
    special = _special(row, day_of(at)) if row else None
    name = _said(law.words) if law else ""
    return Opened(day, kind, special, law, name, promised(by=by, day=day))


def kinds() -> list[tuple[str, str]]:
    """What a day can be made, to choose from."""
    like = [
        (str(number), _("Works like %(day)s") % {"day": weekday(number)}) for number in range(7)
    ]
    return [("closed", _("The office is closed")), *like]


def _month(
    year: int, number: int, calendar: Calendar, rows: Mapping[date, SpecialDay], today: date
) -> Month:
    weeks = months.Calendar().monthdatescalendar(year, number)
    shown = [
        [_day(one, rows.get(one), calendar, today) if one.month == number else None for one in week]
        for week in weeks
    ]
    return Month(month(number), shown)


def _day(day: date, row: SpecialDay | None, calendar: Calendar, today: date) -> Day:
    kind = _kind(day, row, calendar)
    words = {"closed": _("off"), "swap": _("work")}
    name = _said(row.words) if row else (_("weekly day off") if kind == "rest" else "")
    return Day(day, kind, words.get(kind, ""), name, _change(day, today), day == today)


def _kind(day: date, row: SpecialDay | None, calendar: Calendar) -> str:
    if row is not None:
        return "swap" if row.works else "closed"
    return "work" if calendar.works(day) else "rest"


def _special(row: SpecialDay, today: date) -> Special:
    how = _("closed")
    if row.hours_of is not None:
        how = _("works like %(day)s") % {"day": weekday(row.hours_of)}
    return Special(row, _said(row.words), how, MARKS[row.mark], _change(row.day, today))


def _hours(season: Season) -> Hours:
    week = [
        (WEEKDAYS[number], weekday(number), ", ".join(_span(span) for span in spans))
        for number, spans in enumerate(season.week)
    ]
    return Hours(season.since, week)


def _span(span: Span) -> str:
    (opens, first), (closes, last) = divmod(span.opens, 60), divmod(span.closes, 60)
    return f"{opens:02}:{first:02}-{closes:02}:{last:02}"


def _said(words: Mapping[str, str]) -> str:
    return words.get(get_language() or "vi") or words["vi"]


def _address(year: int) -> str:
    return f"{reverse('office:calendar')}?year={year}"


def _change(day: date, today: date) -> str:
    return reverse("office:day", args=[day.isoformat()]) if day >= today else ""
