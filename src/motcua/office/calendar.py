"""The administrator's door to the calendar: a year at a glance; other days and hours asked for."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from motcua.foundation.clock import day_of
from motcua.foundation.refusal import Refusal
from motcua.office.calendar_page import hours_of, kinds, opened, year_of
from motcua.office.days import day_given
from motcua.office.errors import HoursUnreadable, KindMissing
from motcua.parts.doors import Visit, opens
from motcua.parts.formats import weekday, weekday_letter
from motcua.parts.menu import ADMINISTRATORS, staff_page
from motcua.procedures.amending.actions import propose_calendar
from motcua.procedures.amending.calendar import day_change, hours_change, ordinary_day
from motcua.procedures.amending.changes import Change
from motcua.procedures.calendar import CalendarError, Week
from motcua.procedures.calendar_actions import seed_calendar
from motcua.procedures.calendar_pack import WEEKDAYS, span_of
from motcua.procedures.errors import CalendarMissing


@opens(to=ADMINISTRATORS)
def calendar(request: Visit) -> HttpResponse:
    """Twelve months, the days that differ, the hours of the week."""
    try:
        return _drawn(request)
    except CalendarMissing as missing:
        return staff_page(request, "office/calendar_missing.html", {"missing": missing})


@opens(to=ADMINISTRATORS)
@require_POST
def seed(request: Visit) -> HttpResponse:
    """Take over the hours and the days of the pack that the commune has not."""
    seed_calendar(commune=request.actor.commune or "", by=request.actor, at=request.at)
    return redirect(f"{reverse('office:calendar')}?did=seed_calendar")


@opens(to=ADMINISTRATORS)
@require_POST
def hours(request: Visit) -> HttpResponse:
    """Ask for other hours of a whole week from a day on."""
    try:
        since = day_given(request.POST.get("since", ""), field="since")
        change = hours_change(request.actor.commune or "", since, _week(request), at=request.at)
        return _asked(request, change, since, request.POST.get("reason", ""))
    except Refusal as refusal:
        return _drawn(request, refusal)


@opens(to=ADMINISTRATORS)
def day(request: Visit, day: str) -> HttpResponse:
    """One day: what it is, what a change does to what was promised, and the change."""
    try:
        which = date.fromisoformat(day)
    except ValueError as fault:
        raise Http404 from fault
    if request.method != "POST":
        return _day_drawn(request, which)
    try:
        change = _change(request, which)
        reason = "reason" if change.after is None else "words"
        return _asked(request, change, which, request.POST.get(reason, ""))
    except Refusal as refusal:
        return _day_drawn(request, which, refusal)


def _change(request: Visit, which: date) -> Change:
    commune, at = request.actor.commune or "", request.at
    if request.POST.get("verb") == "clear_day":
        return ordinary_day(commune, which, at=at)
    kind = request.POST.get("kind", "")
    if kind not in dict(kinds()):
        raise KindMissing(field="kind")
    hours_of = None if kind == "closed" else int(kind)
    words = {"vi": request.POST.get("words", "")}
    return day_change(commune, which, hours_of=hours_of, words=words, at=at)


def _asked(request: Visit, change: Change, since: date, reason: str) -> HttpResponse:
    """Asked for: another person decides about it."""
    one = propose_calendar(
        change=change, holds_from=since, reason=reason, by=request.actor, at=request.at
    )
    return redirect(f"{reverse('office:change', args=[one.pk])}?did=propose")


def _week(request: Visit) -> Week:
    """As typed: ``07:30-11:30, 13:30-17:00`` for each weekday, nothing where it is shut."""
    found = []
    for number, name in enumerate(WEEKDAYS):
        typed = [part for part in request.POST.get(name, "").split(",") if part.strip()]
        try:
            found.append(tuple(span_of(part.replace("–", "-")) for part in typed))
        except (ValueError, CalendarError) as fault:
            raise HoursUnreadable(field=name, day=weekday(number)) from fault
    return tuple(found)


def _drawn(request: Visit, refusal: Refusal | None = None) -> HttpResponse:
    by, at = request.actor, request.at
    seasons = hours_of(by=by, at=at)
    context = {
        "year": year_of(request.GET.get("year", ""), by=by, at=at),
        "weekdays": [(weekday(number), weekday_letter(number)) for number in range(7)],
        "seasons": seasons,
        "typed": request.POST if refusal else {name: text for name, _day, text in seasons[-1].week},
        "today": f"{day_of(at):%d/%m/%Y}",
        "did": request.GET.get("did", ""),
        "refusal": refusal,
    }
    return staff_page(request, "office/calendar.html", context, refusal.status if refusal else 200)


def _day_drawn(request: Visit, which: date, refusal: Refusal | None = None) -> HttpResponse:
    context = {
        "shown": opened(which, by=request.actor, at=request.at),
        "kinds": kinds(),
        "typed": request.POST,
        "past": which < day_of(request.at),
        "refusal": refusal,
    }
    return staff_page(request, "office/day.html", context, refusal.status if refusal else 200)
