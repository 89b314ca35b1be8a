"""Going out: the list that a telephone takes along, how it stands, what it brings home."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_POST, require_safe

from motcua.foundation.refusal import Refusal, Refusals
from motcua.foundation.typed_number import typed_number
from motcua.helping.outings import actions
from motcua.helping.outings.actions import AtTheDoor, Round
from motcua.helping.outings.bringing import Away, bring
from motcua.helping.outings.errors import NoSuchOuting
from motcua.helping.outings.times import Clock
from motcua.parts.doors import Visit, opens
from motcua.parts.menu import VOLUNTEERS
from motcua.village.agreeing import given_in
from motcua.village.out_page import out_page
from motcua.village.typed import beside_in, person_in, uuid_in
from motcua.village.visit_list import visit_list


@opens(to=VOLUNTEERS)
@require_safe
def out(request: Visit) -> HttpResponse:
    """Which villages, what this and my other telephones hold; as a shell, of nobody."""
    return out_page(request)


def _told(act: Callable[[], dict[str, object]]) -> HttpResponse:
    """What came of it, for the script: ``{"state": "done", …}``, or why it was refused."""
    try:
        return JsonResponse({"state": "done", **act()})
    except Refusal as refusal:
        each = refusal.each if isinstance(refusal, Refusals) else (refusal,)
        why = [{"field": one.field, "code": one.code, "sentence": str(one)} for one in each]
        return JsonResponse({"state": "refused", "why": why}, status=refusal.status)


@opens(to=VOLUNTEERS)
@require_POST
def take(request: Visit) -> HttpResponse:
    """The list, for the telephone that asks."""
    form, by, at = request.POST, request.actor, request.at
    first, last = (typed_number(form.get(name)) for name in ("first", "last"))
    where = Round(form.get("village", ""), first, last)

    def taken() -> dict[str, object]:
        one = actions.take(
            key=_uuid(request, "id"), phone=_uuid(request, "phone"), where=where, by=by, at=at
        )
        return visit_list(one, by=by, at=at)

    return _told(taken)


@opens(to=VOLUNTEERS)
@require_POST
def heard(request: Visit) -> HttpResponse:
    """The telephone speaks: how much it has not brought. It hears whether its list still is."""

    def noted() -> dict[str, object]:
        unsent = typed_number(request.POST.get("unsent")) or 0
        by, at = request.actor, request.at
        one = actions.hear(key=_uuid(request, "id"), unsent=unsent, by=by, at=at)
        return {"ended": one.ended_at is not None, "at": at.isoformat()}

    return _told(noted)


@opens(to=VOLUNTEERS)
@require_POST
def give_back(request: Visit) -> HttpResponse:
    """The list has left the telephone."""

    def given() -> dict[str, object]:
        actions.give_back(key=_uuid(request, "id"), by=request.actor, at=request.at)
        return {}

    return _told(given)


@opens(to=VOLUNTEERS)
@require_POST
def call(request: Visit) -> HttpResponse:
    """How it was at one door."""
    form = request.POST

    def noted() -> dict[str, object]:
        door = AtTheDoor(
            household=typed_number(form.get("household")) or 0,
            met=form.get("met", ""),
            note=form.get("note", ""),
            said_at=_moment(request, "at"),
        )
        actions.call(
            call_id=_uuid(request, "id"),
            key=_uuid(request, "outing"),
            door=door,
            clock=_clock(request),
            by=request.actor,
            at=request.at,
        )
        return {}

    return _told(noted)


@opens(to=VOLUNTEERS)
@require_POST
def helped(request: Visit) -> HttpResponse:
    """A help that was given without a line; what was typed with it comes by itself."""
    form = request.POST

    def taken_in() -> dict[str, object]:
        bring(
            help_id=_uuid(request, "id"),
            person=person_in(form),
            given=given_in(form),
            beside=beside_in(form),
            away=_away(request),
            clock=_clock(request),
            by=request.actor,
            at=request.at,
            follows=uuid_in(form.get("follows", "")),
        )
        return {}

    return _told(taken_in)


def _away(request: Visit) -> Away:
    return Away(
        outing=_uuid(request, "outing"),
        began=_moment(request, "began"),
        ended=_moment(request, "ended"),
        how=request.POST.get("how", ""),
    )


def _clock(request: Visit) -> Clock:
    return Clock(theirs=_moment(request, "now"), ours=request.at)


def _uuid(request: Visit, name: str) -> UUID:
    """What the telephone made; NoSuchOuting for what is no such number."""
    found = uuid_in(request.POST.get(name, ""))
    if found is None:
        raise NoSuchOuting
    return found


def _moment(request: Visit, name: str) -> datetime:
    """A moment as scripts write it, with its zone; what is none is now."""
    try:
        found = datetime.fromisoformat(request.POST.get(name, ""))
    except ValueError:
        return request.at
    return found if found.tzinfo else request.at
