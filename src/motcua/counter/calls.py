"""The list of who is to be called, and one press for what came of it."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from motcua.counter.calls_shown import call_shown
from motcua.counter.frame import RECEPTION, desk_page
from motcua.dossiers.calling.actions import note_call
from motcua.dossiers.calling.errors import CallMoved
from motcua.dossiers.calling.queries import After, waiting
from motcua.foundation.typed_number import typed_number
from motcua.parts.doors import Visit, opens


@opens(to=RECEPTION)
def calls(request: Visit) -> HttpResponse:
    """Who waits, the promise that ends first at the top."""
    return _shown(request)


@opens(to=RECEPTION)
@require_POST
def note(request: Visit, call_id: UUID) -> HttpResponse:
    """Called, no answer, could not reach: with the next one the page goes on."""
    seen = typed_number(request.POST.get("seen", "")) or 0
    outcome = request.POST.get("outcome", "")
    try:
        done = note_call(
            call_id=call_id, outcome=outcome, seen=seen, by=request.actor, at=request.at
        )
    except CallMoved as refusal:
        return _shown(request, refusal)
    return redirect(f"{reverse('counter:calls')}?did={outcome}.{done.dossier.code}")


def _shown(request: Visit, refusal: CallMoved | None = None) -> HttpResponse:
    rows, more = waiting(by=request.actor, at=request.at, after=_after(request))
    context = {
        "calls": [call_shown(one, request.at) for one in rows],
        "more": f"?after={more.promised_by.isoformat()}_{more.id}" if more else "",
        "did": request.GET.get("did", "").partition(".")[0],
        "refusal": refusal,
    }
    return desk_page(request, "counter/calls.html", context, refusal.status if refusal else 200)


def _after(request: Visit) -> After | None:
    when, _sep, key = request.GET.get("after", "").replace(" ", "+").partition("_")
    try:
        return After(datetime.fromisoformat(when), UUID(key))
    except ValueError:
        return None
