"""My number: how many are before me, and where I am called to."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse

from motcua.foundation.clock import day_of
from motcua.hall.aloud import desk_name
from motcua.hall.frame import shown
from motcua.hall.kiosk import MODES
from motcua.hall.queues import name_of, sign_of
from motcua.parts.doors import PUBLIC, Visit, opens
from motcua.parts.letterhead import letterhead_for
from motcua.parts.square import square
from motcua.turns.errors import NoSuchTurn
from motcua.turns.queries import ahead, ticket_by_key


@opens(to=PUBLIC)
def ticket(request: Visit, commune: str, key: UUID) -> HttpResponse:
    """The ticket, on the telephone, on the tablet by the door and on paper."""
    address = settings.MOTCUA_ADDRESS + reverse("hall:ticket", args=[commune, key])
    mode = request.GET.get("kiosk", "")
    context = {
        **_facts(request, commune, key),
        "key": key,
        "qr": square(address),
        "mode": mode if mode in MODES else "",
    }
    return shown(request, "ticket.html", letterhead_for(commune, request.at), context)


@opens(to=PUBLIC)
def now(request: Visit, commune: str, key: UUID) -> HttpResponse:
    """What has changed since: the part of the page that is asked for again and again."""
    place = letterhead_for(commune, request.at)
    return shown(request, "ticket_now.html", place, _facts(request, commune, key))


def _facts(request: Visit, commune: str, key: UUID) -> dict[str, Any]:
    turn = ticket_by_key(str(key), commune=commune)
    if turn is None:
        raise NoSuchTurn
    return {
        "turn": turn,
        "desk": desk_name(turn.desk),
        "service": name_of(turn.service),
        "sign": sign_of(turn.service),
        "ahead": ahead(turn),
        "over": turn.day != day_of(request.at),
    }
