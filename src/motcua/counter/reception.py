"""The one-stop desk: who waits, who is here, what they came for."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from motcua.counter.frame import RECEPTION, desk_page
from motcua.counter.queue_acts import QUEUE_ACTS
from motcua.counter.taking_in import typed_in
from motcua.foundation.refusal import Refusal
from motcua.parts.doors import Visit, opens
from motcua.turns import queries

_DESK = "desk"


@opens(to=RECEPTION)
def reception(request: Visit) -> HttpResponse:
    """The queue, the person at the desk, and a way to begin a dossier for them."""
    return desk_page(request, "counter/reception.html", _queue(request))


@opens(to=RECEPTION)
def line(request: Visit) -> HttpResponse:
    """Who waits, alone: looked at again every few seconds."""
    return desk_page(request, "counter/parts/line.html", _queue(request))


@opens(to=RECEPTION)
@require_POST
def seat(request: Visit) -> HttpResponse:
    """Say at which desk one sits; remembered for the session."""
    request.session[_DESK] = request.POST.get("desk", "").strip()[:20]
    return redirect("counter:reception")


@opens(to=RECEPTION)
@require_POST
def turn(request: Visit, verb: str) -> HttpResponse:
    """Call, call again, serve, finish, note who did not come."""
    if verb not in QUEUE_ACTS:
        raise Http404(verb)
    desk, form = request.session.get(_DESK, ""), typed_in(request.POST)
    try:
        QUEUE_ACTS[verb](form, desk, request.actor, request.at)
    except Refusal as refusal:
        context = {**_queue(request), "refusal": refusal}
        return desk_page(request, "counter/reception.html", context, status=refusal.status)
    return redirect("counter:reception")


def _queue(request: Visit) -> dict[str, Any]:
    by, at, desk = request.actor, request.at, request.session.get(_DESK, "")
    return {
        "desk": desk,
        "here_now": queries.at_desk(desk, by=by, at=at) if desk else None,
        "line": queries.line(by=by, at=at),
        "missed": queries.missed(by=by, at=at),
        "refusal": None,
    }
