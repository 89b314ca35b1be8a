"""The screen of the waiting room: who is called where. No names, no services of a person."""

from typing import Any

from django.http import HttpResponse

from motcua.foundation.clock import day_of
from motcua.hall import aloud
from motcua.hall.frame import shown
from motcua.hall.opening import opening
from motcua.hall.queues import described
from motcua.parts.doors import PUBLIC, Visit, opens
from motcua.parts.letterhead import letterhead_for
from motcua.procedures.calendar_queries import calendar_of
from motcua.turns import queries


@opens(to=PUBLIC)
def screen(request: Visit, commune: str) -> HttpResponse:
    """The whole screen."""
    place = letterhead_for(commune, request.at)
    return shown(request, "screen.html", place, _facts(request, commune))


@opens(to=PUBLIC)
def now(request: Visit, commune: str) -> HttpResponse:
    """What changes on it, asked for every few seconds."""
    place = letterhead_for(commune, request.at)
    return shown(request, "screen_now.html", place, _facts(request, commune))


def _facts(request: Visit, commune: str) -> dict[str, Any]:
    seen = queries.screen(commune, request.at)
    return {
        "called": [_call(one, request) for one in seen.called],
        "lately": [_call(one, request) for one in queries.lately_called(commune, request.at)],
        "queues": described(commune, seen.waiting_by_service),
        "waiting": seen.waiting,
        "now": opening(calendar_of(commune), request.at),
    }


def _call(one: queries.Called, request: Visit) -> dict[str, Any]:
    """`turn` tells one call from every other, also from the same number of another day."""
    return {
        "shown": one.shown,
        "desk": aloud.desk_name(one.desk),
        "serving": one.serving,
        "said": aloud.call(one.shown, one.desk),
        "turn": f"{day_of(request.at)}-{one.shown}-{one.calls}",
    }
