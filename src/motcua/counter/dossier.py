"""The page of one dossier, and the acts that are pressed on it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from motcua.counter.acts import ACTS
from motcua.counter.dossier_page import dossier_page
from motcua.counter.frame import DESK, RECEPTION, desk_page
from motcua.counter.onward import after_act, page_of
from motcua.counter.presses import pressed
from motcua.counter.taking_in import finished, is_draft, typed_in
from motcua.counter.verb_forms import Refused
from motcua.counter.words import DONE
from motcua.dossiers import actions
from motcua.foundation.refusal import Refusal
from motcua.parts.doors import Visit, opens


@opens(to=DESK)
def dossier(request: Visit, dossier_id: UUID) -> HttpResponse:
    """Everything about one dossier in one view; opening it is journalled."""
    if request.actor.has(*RECEPTION) and is_draft(dossier_id, by=request.actor):
        return redirect("counter:draft", dossier_id)
    context = dossier_page(request, dossier_id)
    did = DONE.get(request.GET.get("did", ""))
    context |= {"did": did[1] if did else "", "of": request.GET.get("of", "")}
    return desk_page(request, "counter/dossier.html", context)


@opens(to=DESK)
@require_POST
def act(request: Visit, dossier_id: UUID, verb: str) -> HttpResponse:
    """One press of a verb's button; a refusal keeps what was typed beside the new state."""
    if verb not in ACTS:
        raise Http404(verb)
    press, typed = pressed(request, dossier_id), typed_in(request.POST)
    try:
        done = ACTS[verb](press, typed)
    except Refusal as refusal:
        if refusal.status in (403, 404):
            raise
        context = dossier_page(request, dossier_id, Refused(verb, refusal, typed))
        return desk_page(request, "counter/dossier.html", context, status=refusal.status)
    return after_act(request, done, verb)


@opens(to=RECEPTION)
@require_POST
def again(request: Visit, dossier_id: UUID) -> HttpResponse:
    """What came to nothing is begun again with the person, nothing typed twice."""
    press = pressed(request, dossier_id)
    by, at = request.actor, request.at
    draft = actions.begin_again(
        dossier_id=dossier_id, draft_id=press.key, by=by, at=at, right="counter"
    )
    return redirect("counter:draft", draft.pk)


@opens(to=RECEPTION)
@require_POST
def copy(request: Visit, dossier_id: UUID) -> HttpResponse:
    """A new copy of what was corrected is asked for with the person, nothing typed twice."""
    press = pressed(request, dossier_id)
    by, at = request.actor, request.at
    draft = actions.ask_copy(
        dossier_id=dossier_id, draft_id=press.key, by=by, at=at, right="counter"
    )
    return redirect("counter:draft", draft.pk)


@opens(to=RECEPTION)
@require_POST
def finish(request: Visit, dossier_id: UUID) -> HttpResponse:
    """What the person said at the counter, field by field; nothing is typed twice."""
    press, typed = pressed(request, dossier_id), typed_in(request.POST)
    try:
        done, verb = finished(press, request.POST)
    except Refusal as refusal:
        if refusal.status in (403, 404):
            raise
        context = dossier_page(request, dossier_id, Refused("complete", refusal, typed))
        return desk_page(request, "counter/dossier.html", context, status=refusal.status)
    return redirect(page_of(done, did=verb))
