"""Bringing what was asked for, and adding a paper that was forgotten."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import redirect

from motcua.dossiers import actions, queries
from motcua.dossiers.actions.papers import TAKES_PAPERS
from motcua.dossiers.arriving.queries import lacking
from motcua.dossiers.errors import AnswersMissing
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from motcua.foundation.refusal import Refusal
from motcua.parts.doors import KNOWN, Visit, opens
from motcua.parts.origin import origin_of
from motcua.portal.frame import shown
from motcua.portal.papers import attach_all, attach_arrived, papers_asked
from motcua.portal.pressing import press_of
from motcua.portal.reading import Posted, posted
from motcua.portal.supplementing import bringing, supplement_page
from motcua.portal.telling import brought, by_script, not_brought, to_come
from motcua.procedures.queries import by_version


@opens(to=KNOWN)
def supplement(request: Visit, key: UUID) -> HttpResponse:
    """Only what was asked for is open; all else stands beside it to be read."""
    dossier = queries.own(dossier_id=key, by=request.actor, at=request.at, why="supplement")
    if request.method == "POST":
        return _sent(request, dossier)
    if dossier.state != State.AWAITING_SUPPLEMENT:
        return redirect("portal:one", key)
    context = {**supplement_page(dossier), **bringing(request, dossier), "key": uuid4()}
    return shown(request, "supplement.html", context)


def _sent(request: Visit, dossier: Dossier) -> HttpResponse:
    sent = posted(request, by_version(dossier.procedure_id))
    press, errors = press_of(request, dossier.pk), {}
    if dossier.state == State.AWAITING_SUPPLEMENT:
        if missing := _still_to_come(request, dossier, sent):
            return to_come(dossier.pk, missing)
        errors = _attached(request, dossier, sent)
    if errors:
        return _wrong(request, dossier, sent, press.key, errors=errors)
    try:
        dossier = actions.supplement(press, answers=sent.answers, unknown=dossier.unknown)
    except AnswersMissing as missing:
        return _wrong(request, dossier, sent, press.key, findings=missing.facts["problems"])
    except Refusal as refusal:
        return _wrong(request, dossier, sent, press.key, refusal=refusal)
    return _done(request, dossier)


def _wrong(request: Visit, dossier: Dossier, sent: Posted, key: UUID, **said: Any) -> HttpResponse:
    if by_script(request):
        return not_brought(request, dossier, **said)
    content = supplement_page(dossier, answers=sent.answers, **said)
    context = {**content, **bringing(request, dossier), "key": key}
    return shown(request, "supplement.html", context, 422)


@opens(to=KNOWN)
def attach(request: Visit, key: UUID) -> HttpResponse:
    """Add a photograph to a dossier that is under way."""
    dossier = queries.own(dossier_id=key, by=request.actor, at=request.at, why="attach")
    if request.method == "POST":
        return _added(request, dossier)
    if dossier.where not in TAKES_PAPERS:
        return redirect("portal:one", key)
    return _attach_page(request, dossier, {})


def _added(request: Visit, dossier: Dossier) -> HttpResponse:
    sent = posted(request, by_version(dossier.procedure_id))
    if missing := _still_to_come(request, dossier, sent):
        return to_come(dossier.pk, missing)
    errors = _attached(request, dossier, sent)
    # A phone whose file found no way in any more brings nothing: it is not told that it was taken.
    late = dossier.where not in TAKES_PAPERS and not sent.brings_files and by_script(request)
    if not errors and not late:
        return _done(request, dossier)
    if by_script(request):
        return not_brought(request, dossier, errors=errors)
    return _attach_page(request, dossier, errors)


def _attach_page(request: Visit, dossier: Dossier, errors: Mapping[str, str]) -> HttpResponse:
    procedure = by_version(dossier.procedure_id)
    papers = papers_asked(procedure, dossier=dossier, unknown=(), errors=errors, helped=False)
    context = {**bringing(request, dossier), "papers": papers, "mistakes": papers, "key": uuid4()}
    return shown(request, "attach.html", context, 422 if errors else 200)


def _still_to_come(request: Visit, dossier: Dossier, sent: Posted) -> list[UUID]:
    named = [one for keys in sent.arrived.values() for one in keys]
    return lacking(named, dossiers=[dossier.pk], by=request.actor, at=request.at) if named else []


def _attached(request: Visit, dossier: Dossier, sent: Posted) -> dict[str, str]:
    """What could not be taken, by paper; each file that could is with the dossier."""
    how: Any = {"by": request.actor, "at": request.at, "origin": origin_of(request)}
    removed = sent.removed if dossier.state == State.AWAITING_SUPPLEMENT else ()
    errors = attach_all(dossier.pk, sent.files, removed, **how)
    return errors | attach_arrived(dossier.pk, sent.arrived, **how)


def _done(request: Visit, dossier: Dossier) -> HttpResponse:
    return brought(dossier) if by_script(request) else redirect("portal:one", dossier.pk)
