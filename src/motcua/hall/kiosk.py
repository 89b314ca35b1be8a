"""Taking a number: at the tablet by the door, or on one's own telephone."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal
from motcua.hall.errors import Closed
from motcua.hall.frame import shown
from motcua.hall.limits import count_press
from motcua.hall.opening import opening
from motcua.hall.queues import queues
from motcua.parts.doors import PUBLIC, Visit, opens
from motcua.parts.formats import hour, long_day
from motcua.parts.letterhead import Letterhead, letterhead_for
from motcua.parts.origin import origin_of
from motcua.procedures.calendar_queries import calendar_of
from motcua.turns.actions import take_turn
from motcua.turns.models import Priority
from motcua.turns.queries import ticket_by_key

# What a tablet by the door does after a number: go back by itself, print before it goes back.
MODES = ("back", "print")
PRIORITIES = (
    (Priority.NONE, "person", _("No")),
    (Priority.OLD, "old", _("Older person")),
    (Priority.DISABLED, "wheelchair", _("Disabled person")),
    (Priority.PREGNANT, "pregnant", _("Pregnant")),
    (Priority.SMALL_CHILD, "child", _("With a small child")),
    (Priority.MERIT, "star", _("Person of merit")),
)


@dataclass(frozen=True, slots=True)
class Press:
    """What came with a press: the key that the page was given, and what was chosen."""

    key: str
    service: str
    priority: Priority
    mode: str


@opens(to=PUBLIC)
def kiosk(request: Visit, commune: str) -> HttpResponse:
    """One press on a service is one number."""
    place = letterhead_for(commune, request.at)
    if request.method != "POST":
        return _drawn(request, place)
    press = _press(request)
    try:
        _take(request, commune, press)
    except Refusal as refusal:
        return _drawn(request, place, press, refusal)
    response = redirect("hall:ticket", commune, press.key)
    response["Location"] += f"?kiosk={press.mode}" if press.mode else ""
    return response


def _take(request: Visit, commune: str, press: Press) -> None:
    # A second tap, or a resend on a bad line, is answered with the number that there is.
    if ticket_by_key(press.key, commune=commune):
        return
    now = opening(calendar_of(commune), request.at)
    if not now.gives:
        raise Closed(opens=f"{hour(now.opens)}, {long_day(now.opens)}")
    count_press(commune=commune, origin=origin_of(request), at=request.at)
    take_turn(
        commune=commune,
        service=press.service,
        key=press.key,
        priority=press.priority,
        by=request.actor,
        at=request.at,
    )


def _press(request: Visit) -> Press:
    sent = request.POST
    priority = sent.get("priority", "")
    return Press(
        key=_key(sent.get("key", "")),
        service=sent.get("service", "")[:1],
        priority=Priority(priority) if priority in Priority.values else Priority.NONE,
        mode=_mode(sent.get("kiosk", "")),
    )


def _key(text: str) -> str:
    try:
        return str(UUID(text))
    except ValueError:
        return str(uuid4())


def _mode(text: str) -> str:
    return text if text in MODES else ""


def _drawn(
    request: Visit, place: Letterhead, press: Press | None = None, refusal: Refusal | None = None
) -> HttpResponse:
    context = {
        "queues": queues(place.code, request.at),
        "priorities": PRIORITIES,
        "chosen": press.priority if press else Priority.NONE,
        "key": uuid4(),
        "mode": press.mode if press else _mode(request.GET.get("kiosk", "")),
        "now": opening(calendar_of(place.code), request.at),
        "refusal": refusal,
    }
    return shown(request, "kiosk.html", place, context, refusal.status if refusal else 200)
