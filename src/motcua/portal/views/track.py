"""The code and a second fact: where a dossier is, and a draft on another telephone."""

from django.http import HttpResponse
from django.shortcuts import redirect

from motcua.dossiers.codes import spoken
from motcua.dossiers.states import State
from motcua.dossiers.tracking import Status
from motcua.dossiers.tracking import track as look
from motcua.dossiers.words import STATES
from motcua.foundation.refusal import Refusal
from motcua.parts.doors import PUBLIC, Visit, opens
from motcua.parts.origin import origin_of
from motcua.portal.ended import ended_papers
from motcua.portal.frame import shown
from motcua.portal.opening import open_draft
from motcua.portal.words import MEANING


@opens(to=PUBLIC)
def track(request: Visit) -> HttpResponse:
    """The status, and nothing else; the code in the address only fills in the box."""
    context = {"code": _code(request), "fact": request.POST.get("fact", ""), "status": None}
    if request.method != "POST":
        return shown(request, "track.html", {**context, "refusal": None})
    try:
        status = _look(request)
    except Refusal as refusal:
        return shown(request, "track.html", {**context, "refusal": refusal}, refusal.status)
    words = {
        "word": STATES[status.state],
        "meaning": MEANING[status.state],
        "said_code": spoken(status.dossier.code),
        "ended": ended_papers(status.dossier),
    }
    return shown(request, "track.html", {**context, **words, "status": status, "refusal": None})


@opens(to=PUBLIC)
def draft(request: Visit) -> HttpResponse:
    """A draft begun elsewhere is opened here."""
    context = {"code": _code(request), "fact": request.POST.get("fact", ""), "handed_in": False}
    if request.method != "POST":
        return shown(request, "draft.html", {**context, "refusal": None})
    try:
        status = _look(request)
        if status.state == State.DRAFT:
            return redirect(open_draft(request, status.dossier))
    except Refusal as refusal:
        return shown(request, "draft.html", {**context, "refusal": refusal}, refusal.status)
    return shown(request, "draft.html", {**context, "refusal": None, "handed_in": True})


def _code(request: Visit) -> str:
    return (request.POST.get("code") or request.GET.get("code") or "")[:20]


def _look(request: Visit) -> Status:
    return look(
        typed=_code(request),
        fact=request.POST.get("fact", ""),
        origin=origin_of(request),
        at=request.at,
    )
