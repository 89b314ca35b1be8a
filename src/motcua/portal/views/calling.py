"""“Have someone call me”: where and when, and by when it is promised."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect

from motcua.dossiers.calling.actions import Wish, ask_for_call
from motcua.dossiers.errors import NotFound
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries import own
from motcua.dossiers.states import State
from motcua.foundation.refusal import Refusal
from motcua.parts.doors import PUBLIC, Visit, opens
from motcua.parts.origin import origin_of
from motcua.portal.being_called import call_page
from motcua.portal.frame import shown
from motcua.portal.visitor import holder


@opens(to=PUBLIC)
def call(request: Visit, key: UUID) -> HttpResponse:
    """Asked for by whoever owns the draft; asked twice it is one call."""
    draft = own(dossier_id=key, by=holder(request), at=request.at, why="call")
    if draft.state != State.DRAFT:
        return redirect("portal:receipt", key)
    if request.method != "POST":
        return _shown(request, draft)
    form = request.POST
    wish = Wish(form.get("phone", ""), form.get("convenient", ""), form.get("question", ""))
    try:
        ask_for_call(
            wish, dossier_id=key, by=holder(request), at=request.at, origin=origin_of(request)
        )
    except NotFound:
        raise
    except Refusal as refusal:
        return _shown(request, draft, refusal)
    return redirect("portal:call", key)


def _shown(request: Visit, draft: Dossier, refusal: Refusal | None = None) -> HttpResponse:
    status = refusal.status if refusal else 200
    return shown(request, "call.html", call_page(request, draft, refusal), status)
