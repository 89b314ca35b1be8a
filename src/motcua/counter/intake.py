"""A person walks in: the form in one screen, handed in and accepted in one press."""

from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from motcua.consequences.hands import tell_opened
from motcua.counter.frame import RECEPTION, desk_page
from motcua.counter.intake_page import intake_page
from motcua.counter.onward import page_of
from motcua.counter.resident_answers import filled, found
from motcua.counter.taking_in import is_draft, procedure_of, taken_in, typed_in
from motcua.dossiers import queries
from motcua.dossiers.codes import spoken
from motcua.foundation.clock import day_of
from motcua.foundation.refusal import Refusal
from motcua.parts.doors import Visit, opens
from motcua.parts.doubts import doubts_said
from motcua.procedures.finding import found as found_procedures
from motcua.procedures.finding import shelved
from motcua.procedures.pack import Procedure
from motcua.procedures.queries import by_version, catalogue


@opens(to=RECEPTION)
def services(request: Visit) -> HttpResponse:
    """What a person may come for: the most asked first, found by plain words."""
    language, typed = get_language() or "vi", request.GET.get("q", "").strip()[:80]
    offered = found_procedures(catalogue(day_of(request.at)), typed, language)
    context = {
        "typed": typed,
        "first": [(one.code, one.title(language)) for one in offered if one.often or typed],
        "shelves": [
            (name, [(one.code, one.title(language)) for one in held])
            for name, held in shelved([one for one in offered if not one.often and not typed])
        ],
    }
    return desk_page(request, "counter/services.html", context)


@opens(to=RECEPTION)
def intake(request: Visit, code: str) -> HttpResponse:
    """The whole form; a press takes it in."""
    if request.method == "POST":
        return _taken(request, code)
    draft = uuid4()
    procedure = procedure_of(draft, code, request.at)
    return _shown(request, procedure, draft, answers=_defaults(code, request))


@opens(to=RECEPTION)
@require_POST
def person(request: Visit, code: str) -> HttpResponse:
    """Look a resident up, or fill in the one chosen; what was typed stays."""
    draft, form = _draft_of(request), request.POST
    by, at = request.actor, request.at
    procedure = procedure_of(draft, code, at)
    ready = filled(procedure, form, form.get("prefill", ""), by=by, at=at)
    residents = found(form.get("find_person", ""), by=by, at=at) if "find" in form else ()
    return _shown(
        request,
        procedure,
        draft,
        answers=ready.answers,
        form=form,
        residents=residents,
        ready=ready,
    )


@opens(to=RECEPTION)
def draft(request: Visit, dossier_id: UUID) -> HttpResponse:
    """A draft that a person began elsewhere, opened by its code and finished with them."""
    if not is_draft(dossier_id, by=request.actor):
        return redirect("counter:dossier", dossier_id)
    by, at = request.actor, request.at
    row = queries.open_for(dossier_id=dossier_id, by=by, at=at, why="draft")
    tell_opened(row, by=by, at=at)
    procedure = by_version(row.procedure_id)
    return _shown(request, procedure, row.pk, answers=row.answers, code=spoken(row.code))


def _taken(request: Visit, code: str) -> HttpResponse:
    key, form = _draft_of(request), request.POST
    try:
        dossier, verb = taken_in(key, code, form, by=request.actor, at=request.at)
    except Refusal as refusal:
        if refusal.status in (403, 404):
            raise
        procedure = procedure_of(key, code, request.at)
        return _shown(request, procedure, key, answers=typed_in(form), form=form, refusal=refusal)
    return redirect(page_of(dossier, did=verb))


def _shown(
    request: Visit,
    procedure: Procedure,
    draft: UUID,
    *,
    refusal: Refusal | None = None,
    **told: Any,
) -> HttpResponse:
    """The form as `intake_page` fills it in, and what of its law is still to be confirmed."""
    context = {
        **intake_page(procedure, draft, refusal=refusal, **told),
        "doubts": doubts_said(procedure, day_of(request.at)),
    }
    status = refusal.status if refusal else 200
    return desk_page(request, "counter/intake.html", context, status=status)


def _draft_of(request: Visit) -> UUID:
    try:
        return UUID(request.POST.get("draft", ""))
    except ValueError as fault:
        raise BadRequest("draft") from fault


def _defaults(code: str, request: Visit) -> dict[str, str]:
    """What the pack answers by itself."""
    fields = procedure_of(uuid4(), code, request.at).form.fields
    return {field.name: field.default for field in fields if field.default}
