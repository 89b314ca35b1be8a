"""The form: drawn, kept, handed in."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from motcua.dossiers.completeness import problems
from motcua.dossiers.errors import KeyReused, NotNow
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries import drafts
from motcua.dossiers.sent_before import handed_in_as
from motcua.foundation.clock import day_of
from motcua.parts.catalogue import title_of
from motcua.parts.doors import PUBLIC, Visit, opens
from motcua.portal.already import already
from motcua.portal.filing import Filed
from motcua.portal.for_whom import asks_for_whom, offers
from motcua.portal.form_page import (
    Content,
    empty_form,
    form_page,
    judged,
    of_draft,
    with_mistakes,
)
from motcua.portal.frame import shown
from motcua.portal.prefill import NOBODY, NOTHING_KNOWN, for_whom, prefilled
from motcua.portal.reading import KEEP, Posted, posted
from motcua.portal.sending import file_sent
from motcua.portal.stale import is_stale, of_somebody_else
from motcua.portal.views.confirm import begin
from motcua.portal.visitor import begin_holding, holder
from motcua.portal.waiting import still_a_draft
from motcua.procedures.pack import Procedure
from motcua.procedures.queries import in_force


@opens(to=PUBLIC)
def apply(request: Visit, code: str) -> HttpResponse:
    """The form of a procedure; whoever has a draft of it goes on where they stopped."""
    procedure = in_force(code, day_of(request.at))
    if request.method == "POST":
        return _sent(request, procedure)
    draft = _draft(request, code)
    if draft is not None:
        return _drawn(request, procedure, _left(request, draft, procedure))
    if "shell" in request.GET:
        return _drawn(request, procedure, empty_form(NOTHING_KNOWN))
    if "blank" in request.GET:
        return _drawn(request, procedure, empty_form(NOTHING_KNOWN))
    if not for_whom(procedure, request.GET.dict()) and (asked := _whose(request, procedure)):
        return asked
    return _drawn(request, procedure, empty_form(prefilled(request, procedure)))


def _whose(request: Visit, procedure: Procedure) -> HttpResponse | None:
    """The question that comes before the form, where its answer spares others."""
    found = offers(request, procedure) if asks_for_whom(procedure) else ()
    if not found:
        return None
    other = urlencode({**request.GET.dict(), "for": NOBODY})
    context = {
        "procedure": procedure,
        "title": title_of(procedure),
        "offers": found,
        "other": f"?{other}",
    }
    return shown(request, "whose.html", context)


def _sent(request: Visit, procedure: Procedure) -> HttpResponse:
    sent = posted(request, procedure)
    if is_stale(request, sent.was_known):
        return of_somebody_else(request)
    try:
        filed = file_sent(request, sent, procedure)
    except (KeyReused, NotNow):
        before = handed_in_as(sent.id, begin_holding(request))
        return already(request, sent, procedure, before)
    return _filed(request, sent, procedure, filed)


def _filed(request: Visit, sent: Posted, procedure: Procedure, filed: Filed) -> HttpResponse:
    if filed.handed_in:
        return redirect("portal:receipt", filed.dossier.pk)
    if filed.spent:
        return still_a_draft(request, filed.dossier, filed.spent)
    if filed.wrong:
        return _drawn(request, procedure, with_mistakes(sent, filed), 422)
    if sent.call is not None:
        where = reverse("portal:call", args=[filed.dossier.pk])
        return redirect(f"{where}?{urlencode({'question': sent.call})}")
    if sent.wants == KEEP:
        return redirect("portal:kept", filed.dossier.pk)
    return begin(request, filed.dossier)


def _left(request: Visit, draft: Dossier, procedure: Procedure) -> Content:
    """A draft as the person left it; with all that is to be put right when they come for that.

    It is judged by the law of the day on which it is looked at.
    """
    draft.procedure_id = procedure.version_id
    if "judge" in request.GET:
        return judged(draft, problems(draft, on=day_of(request.at), at_decision=False))
    return of_draft(draft)


def _draft(request: Visit, code: str) -> Dossier | None:
    by = holder(request)
    if {"new", "shell"} & request.GET.keys() or by.id == "public":
        return None
    wanted = request.GET.get("draft", "")
    mine = drafts(by=by, code=code)
    return next((one for one in mine if not wanted or one.pk == _uuid(wanted)), None)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _drawn(
    request: Visit, procedure: Procedure, content: Content, status: int = 200
) -> HttpResponse:
    context = form_page(request, procedure, content) | {"shell": "shell" in request.GET}
    return shown(request, "apply.html", context, status)
