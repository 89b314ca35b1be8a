"""Confirming a telephone: for a dossier that waits for it, or to see one's own dossiers."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from motcua.dossiers import actions
from motcua.dossiers.actions import Intake
from motcua.dossiers.errors import AnswersMissing, KeyReused, SubmissionsSpent
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries import drafts
from motcua.dossiers.sent_before import handed_in_as, handed_in_before, let_go_of_twins
from motcua.foundation.refusal import Refusal
from motcua.foundation.telephone import written as phone_shown
from motcua.notifications.queries import rehearsing
from motcua.parts.doors import PUBLIC, Visit, opens
from motcua.parts.origin import origin_of
from motcua.parts.way_back import safe_next
from motcua.portal.already import already
from motcua.portal.confirming import Check, accept_code, send_again, send_code, under_way
from motcua.portal.errors import PhoneMissing
from motcua.portal.filing import intake_of_draft
from motcua.portal.frame import shown
from motcua.portal.reviewing import review
from motcua.portal.visitor import holder
from motcua.portal.waiting import still_a_draft


@opens(to=PUBLIC)
def confirm(request: Visit) -> HttpResponse:
    """The page of the six digits."""
    check = under_way(request)
    if request.method != "POST":
        return _drawn(request, check)
    try:
        accept_code(request, request.POST.get("code", ""))
    except Refusal as refusal:
        return _drawn(request, check, refusal)
    return _goes_on(request, check)


@opens(to=PUBLIC)
def again(request: Visit) -> HttpResponse:
    """Another code."""
    try:
        send_again(request)
    except Refusal as refusal:
        return _drawn(request, under_way(request), refusal)
    return redirect("portal:confirm")


@opens(to=PUBLIC)
def phone(request: Visit) -> HttpResponse:
    """Someone without an account comes back to what they handed in."""
    typed, after = request.POST.get("phone", ""), safe_next(request, "/mine")
    context = {"typed": typed, "next": after, "refusal": None}
    if request.method != "POST":
        return shown(request, "phone.html", context)
    try:
        send_code(request, typed, after=after)
    except Refusal as refusal:
        return shown(request, "phone.html", {**context, "refusal": refusal}, refusal.status)
    return redirect("portal:confirm")


def begin(request: Visit, draft: Dossier) -> HttpResponse:
    """A draft that is complete waits for its telephone to be confirmed."""
    try:
        send_code(request, _phone_of(draft), draft=str(draft.pk))
    except Refusal as refusal:
        return still_a_draft(request, draft, refusal)
    return redirect("portal:confirm")


def _phone_of(draft: Dossier) -> str:
    if not draft.filer_phone:
        raise PhoneMissing(field="phone")
    return draft.filer_phone


def _goes_on(request: Visit, check: Check) -> HttpResponse:
    """The draft that waited is handed in; what came to be missing meanwhile is shown in it."""
    if not check.draft:
        return redirect(check.next or "portal:mine")
    by, at = request.actor, request.at
    draft = next((one for one in drafts(by=by) if str(one.pk) == check.draft), None)
    if draft is None:
        # The same press before this one did it.
        return redirect("portal:receipt", check.draft)
    intake = intake_of_draft(draft, origin_of(request), at)
    try:
        before = handed_in_before(draft, intake.digest, by=by, at=at)
    except KeyReused:
        first = handed_in_as(draft.sent_as or draft.pk, by)
        return already(request, draft, intake.procedure, first, number=draft.pk)
    if before:
        return redirect("portal:receipt", before.pk)
    return _handed_in(request, draft, intake)


def _handed_in(request: Visit, draft: Dossier, intake: Intake) -> HttpResponse:
    try:
        dossier = actions.submit(intake, by=request.actor, at=request.at, verified=True)
    except AnswersMissing:
        return redirect(
            f"{reverse('portal:apply', args=[intake.procedure.code])}?draft={draft.pk}&judge=1"
        )
    except SubmissionsSpent as spent:
        return still_a_draft(request, draft, spent)
    let_go_of_twins(dossier, by=request.actor, at=request.at)
    return redirect("portal:receipt", draft.pk)


def _drawn(request: Visit, check: Check, refusal: Refusal | None = None) -> HttpResponse:
    draft = _draft(request, check)
    context = {
        "check": check,
        "phone": phone_shown(check.phone),
        "wait": check.wait(request.at),
        "refusal": refusal,
        "review": review(draft, request.at) if draft else None,
        "draft": draft,
        "rehearsing": rehearsing(),
    }
    return shown(request, "confirm.html", context, refusal.status if refusal else 200)


def _draft(request: Visit, check: Check) -> Dossier | None:
    if not check.draft:
        return None
    return next((one for one in drafts(by=holder(request)) if one.pk == UUID(check.draft)), None)
