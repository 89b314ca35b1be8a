"""Keeping a commune's calendar: an administrator's acts.

An appointment that was already given stays as it was given; the calendar counts for what follows.
"""

from collections.abc import Mapping
from datetime import date, datetime, time

from django.db import transaction

from motcua.audit.actions import record
from motcua.foundation.actor import Actor, Role
from motcua.foundation.clock import day_of
from motcua.foundation.names import tidy
from motcua.procedures import calendar_pack
from motcua.procedures.calendar import Calendar, CalendarError, Minutes, Season, Span, Week
from motcua.procedures.calendar_models import OfficeHours, SpecialDay
from motcua.procedures.errors import (
    BadHours,
    DayNameMissing,
    DayUnknown,
    NotTheAdministrator,
    PastDay,
)


def seed_calendar(*, commune: str, by: Actor, at: datetime) -> int:
    """Give a commune the pack's days that it has not, and the pack's hours if it has none.

    What the commune entered or changed itself is left alone; how many days were added.
    """
    _may_keep(by, commune)
    pack = calendar_pack.read()
    with transaction.atomic():
        known = set(SpecialDay.objects.filter(commune=commune).values_list("day", flat=True))
        added = [day for day in pack.days if day.day not in known]
        SpecialDay.objects.bulk_create(
            SpecialDay(
                commune_id=commune,
                day=day.day,
                hours_of=day.hours_of,
                words=dict(day.words),
                mark=day.mark,
                source=day.source,
            )
            for day in added
        )
        if not OfficeHours.objects.filter(commune=commune).exists():
            _write_hours(commune, pack.season)
        _journal(commune, "seed_calendar", by, at, {"days": len(added)})
    return len(added)


def set_day(
    *,
    commune: str,
    day: date,
    hours_of: int | None,
    words: Mapping[str, str],
    by: Actor,
    at: datetime,
) -> SpecialDay:
    """Say that a day is not worked, or (`hours_of`) worked with the hours of a weekday."""
    _may_keep(by, commune)
    said = {language: tidy(name) for language, name in words.items() if tidy(name)}
    if "vi" not in said:
        raise DayNameMissing("words")
    if hours_of is not None and hours_of not in range(7):
        raise BadHours("hours_of")
    _not_past(day, at)
    with transaction.atomic():
        special, _ = SpecialDay.objects.update_or_create(
            commune_id=commune,
            day=day,
            defaults={"hours_of": hours_of, "words": said, "mark": "commune", "source": ""},
        )
        facts = {"day": day.isoformat(), "hours_of": hours_of, "words": said}
        _journal(commune, "set_day", by, at, facts)
    return special


def clear_day(*, commune: str, day: date, by: Actor, at: datetime) -> None:
    """Make a day an ordinary one again."""
    _may_keep(by, commune)
    _not_past(day, at)
    with transaction.atomic():
        gone, _ = SpecialDay.objects.filter(commune=commune, day=day).delete()
        if not gone:
            raise DayUnknown(day=day.strftime("%d/%m/%Y"))
        _journal(commune, "clear_day", by, at, {"day": day.isoformat()})


def set_hours(*, commune: str, since: date, week: Week, by: Actor, at: datetime) -> Season:
    """Set the hours of a whole week from a day on, until the next season; today at the earliest."""
    _may_keep(by, commune)
    _not_past(since, at)
    try:
        season = Season(since, week)
        # A week that never opens is a season, but no calendar.
        Calendar((season,))
    except CalendarError as error:
        raise BadHours("week") from error
    with transaction.atomic():
        OfficeHours.objects.filter(commune=commune, since=since).delete()
        _write_hours(commune, season)
        shown = [[_shown(span) for span in spans] for spans in week]
        facts = {"since": since.isoformat(), "week": shown}
        _journal(commune, "set_hours", by, at, facts)
    return season


def _write_hours(commune: str, season: Season) -> None:
    OfficeHours.objects.bulk_create(
        OfficeHours(
            commune_id=commune,
            since=season.since,
            weekday=weekday,
            opens=_time(span.opens),
            closes=_time(span.closes),
        )
        for weekday, spans in enumerate(season.week)
        for span in spans
    )


def _time(minute: Minutes) -> time:
    return time(*divmod(minute, 60))


def _shown(span: Span) -> str:
    return f"{_time(span.opens):%H:%M}-{_time(span.closes):%H:%M}"


def _may_keep(by: Actor, commune: str) -> None:
    ours = by.commune == commune and by.has(Role.ADMINISTRATOR)
    if not (ours or by.has(Role.SYSTEM)):
        raise NotTheAdministrator


def _not_past(day: date, at: datetime) -> None:
    # What was late yesterday must not become punctual by an entry of today.
    if day < day_of(at):
        raise PastDay(day=day.strftime("%d/%m/%Y"))


def _journal(commune: str, verb: str, by: Actor, at: datetime, facts: Mapping[str, object]) -> None:
    record(chain=commune, by=by, at=at, verb=verb, about=f"calendar:{commune}", facts=facts)
