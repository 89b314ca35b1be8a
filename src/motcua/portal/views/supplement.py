"""Bringing what was asked for, and adding a paper that was forgotten."""

from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import redirect

from motcua.dossiers import actions, queries
from motcua.dossiers.errors import AnswersMissing
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from motcua.foundation.refusal import Refusal
from motcua.parts.doors import KNOWN, Visit, opens
from motcua.parts.origin import origin_of
from motcua.portal.frame import shown
from motcua.portal.papers import attach_all, papers_asked
from motcua.portal.pressing import press_of
from motcua.portal.reading import Posted, posted
from motcua.portal.supplementing import supplement_page
from motcua.procedures.queries import by_version


@opens(to=KNOWN)
def supplement(request: Visit, key: UUID) -> HttpResponse:
    """Only what was asked for is open; all else stands beside it to be read."""
    dossier = queries.own(dossier_id=key, by=request.actor, at=request.at, why="supplement")
    if request.method == "POST":
        return _sent(request, dossier)
    if dossier.state != State.AWAITING_SUPPLEMENT:
        return redirect("portal:one", key)
    return shown(request, "supplement.html", {**supplement_page(dossier), "key": uuid4()})


def _sent(request: Visit, dossier: Dossier) -> HttpResponse:
    sent = posted(request, by_version(dossier.procedure_id))
    press, errors = press_of(request, dossier.pk), {}
    if dossier.state == State.AWAITING_SUPPLEMENT:
        errors = attach_all(
            dossier.pk,
            sent.files,
            sent.removed,
            by=request.actor,
            at=request.at,
            origin=origin_of(request),
        )
    if errors:
        return _wrong(request, dossier, sent, press.key, errors=errors)
    try:
        actions.supplement(press, answers=sent.answers, unknown=dossier.unknown)
    except AnswersMissing as missing:
        return _wrong(request, dossier, sent, press.key, findings=missing.facts["problems"])
    except Refusal as refusal:
        return _wrong(request, dossier, sent, press.key, refusal=refusal)
    return redirect("portal:one", dossier.pk)


def _wrong(
    request: Visit, dossier: Dossier, sent: Posted, key: UUID, **said: object
) -> HttpResponse:
    content = supplement_page(dossier, answers=sent.answers, **said)  # type: ignore[arg-type]
    return shown(request, "supplement.html", {**content, "key": key}, 422)


@opens(to=KNOWN)
def attach(request: Visit, key: UUID) -> HttpResponse:
    """Add a photograph to a dossier that is under way."""
    dossier = queries.own(dossier_id=key, by=request.actor, at=request.at, why="attach")
    procedure, errors = by_version(dossier.procedure_id), {}
    if request.method == "POST":
        sent = posted(request, procedure)
        errors = attach_all(
            key, sent.files, (), by=request.actor, at=request.at, origin=origin_of(request)
        )
        if not errors:
            return redirect("portal:one", key)
    papers = papers_asked(procedure, dossier=dossier, unknown=(), errors=errors, helped=False)
    context = {"dossier": dossier, "papers": papers, "mistakes": papers}
    return shown(request, "attach.html", context, 422 if errors else 200)
