"""After the form: the receipt, and the page of a kept draft with its code."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect

from motcua.dossiers.codes import spoken
from motcua.dossiers.expiring import kept_until
from motcua.dossiers.queries import own
from motcua.dossiers.states import State
from motcua.dossiers.tracking import births, phones
from motcua.parts.doors import KNOWN, PUBLIC, Visit, opens
from motcua.portal.ended import ended_papers
from motcua.portal.frame import shown
from motcua.portal.hands_shown import hands
from motcua.portal.qr import qr
from motcua.portal.reviewing import review
from motcua.portal.visitor import holder


@opens(to=KNOWN)
def receipt(request: Visit, key: UUID) -> HttpResponse:
    """Handed in: the code, the number, the dates, the fee, what to bring."""
    dossier = own(dossier_id=key, by=request.actor, at=request.at, why="receipt")
    if dossier.state == State.DRAFT:
        return redirect("portal:kept", key)
    context = {
        "dossier": dossier,
        "code": spoken(dossier.code),
        "qr": qr(request, dossier.code),
        "review": review(dossier, request.at),
        "ended": ended_papers(dossier),
    }
    return shown(request, "receipt.html", context)


@opens(to=PUBLIC)
def kept(request: Visit, key: UUID) -> HttpResponse:
    """Kept: the code that opens the draft again, here or anywhere."""
    draft = own(dossier_id=key, by=holder(request), at=request.at, why="kept")
    if draft.state != State.DRAFT:
        return redirect("portal:receipt", key)
    context = {
        "draft": draft,
        "code": spoken(draft.code),
        "qr": qr(request, draft.code, draft=True),
        "hands": hands(draft),
        "until": kept_until(draft),
        "has_fact": bool(phones(draft) or births(draft)),
    }
    return shown(request, "kept.html", context)
