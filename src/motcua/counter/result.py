"""What becomes of a signed paper: three acts of the desk, two of them the chair's and final."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect

from motcua.counter.frame import DECIDERS, DESK, desk_page
from motcua.counter.onward import page_of
from motcua.counter.presses import pressed
from motcua.counter.result_page import Asked, act, result_page, weighed
from motcua.counter.taking_in import typed_in
from motcua.dossiers.states import Verb
from motcua.foundation.refusal import Refusal
from motcua.parts.doors import Visit, opens


@opens(to=DESK)
def reprint(request: Visit, dossier_id: UUID, result_id: UUID) -> HttpResponse:
    """The same signed file once more, with a reason."""
    return _page(request, dossier_id, result_id, Verb.REPRINT)


@opens(to=DECIDERS)
def revoke(request: Visit, dossier_id: UUID, result_id: UUID) -> HttpResponse:
    """Take its force away; asked twice."""
    return _page(request, dossier_id, result_id, Verb.REVOKE)


@opens(to=DECIDERS)
def replace(request: Visit, dossier_id: UUID, result_id: UUID) -> HttpResponse:
    """Name the newer result that stands in its place; asked twice."""
    return _page(request, dossier_id, result_id, Verb.REPLACE)


def _page(request: Visit, dossier_id: UUID, result_id: UUID, verb: Verb) -> HttpResponse:
    """The form, the last look, or the act; a refusal keeps what was typed."""
    asked, status = Asked(), 200
    if request.method == "POST":
        press, form = pressed(request, dossier_id), typed_in(request.POST)
        try:
            said = weighed(verb, form, by=press.by, at=press.at)
            if verb is Verb.REPRINT or form.get("sure"):
                done = act(press, result_id, verb, said)
                return redirect(page_of(done, did=verb) + "#results")
            asked = Asked(said, sure=True)
        except Refusal as refusal:
            if refusal.status in (403, 404):
                raise
            asked, status = Asked(form, refusal), refusal.status
    context = result_page(request, dossier_id, result_id, verb, asked)
    return desk_page(request, "counter/result.html", context, status=status)
