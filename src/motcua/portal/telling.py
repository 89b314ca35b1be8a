"""What became of a form, told to the script that sent it: what the outbox shows."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.dossiers.actions.papers import TAKES_PAPERS
from motcua.dossiers.codes import spoken
from motcua.dossiers.expiring import kept_until
from motcua.dossiers.models import Dossier
from motcua.dossiers.words import STATES
from motcua.foundation.refusal import Refusal
from motcua.parts.asking import spoken as said
from motcua.parts.doors import Visit
from motcua.parts.environment import speaks
from motcua.parts.saying_no import sign_in_address
from motcua.portal.confirming import send_code
from motcua.portal.errors import PhoneMissing
from motcua.portal.filing import Filed
from motcua.portal.reading import KEEP, Posted
from motcua.procedures.answers import Finding
from motcua.procedures.pack import Procedure
from motcua.procedures.queries import by_version


def told(request: Visit, sent: Posted, procedure: Procedure, filed: Filed) -> HttpResponse:
    """The state of the item, and where the person goes on.

    ``received``: it has its number. ``kept``: a draft, as asked. ``confirm``: the telephone is to
    be confirmed. ``repair``: a draft, with what is to be put right. ``wait``: a draft, because too
    much was handed in; ``why`` says until when.
    """
    draft = filed.dossier
    if filed.handed_in:
        where = reverse("portal:receipt", args=[draft.pk])
        return _answer("received", draft, where, number=draft.number)
    if filed.wrong:
        where = f"{reverse('portal:apply', args=[procedure.code])}?draft={draft.pk}&judge=1"
        why = _why(procedure, filed.findings, filed.paper_errors)
        return _answer("repair", draft, where, why=why, has_files=True)
    if filed.spent:
        why = [{"sentence": str(filed.spent)}]
        return _answer("wait", draft, reverse("portal:continue", args=[draft.pk]), why=why)
    if sent.wants == KEEP:
        at = draft.kept_at.isoformat()
        where, until = reverse("portal:kept", args=[draft.pk]), kept_until(draft).isoformat()
        return _answer("kept", draft, where, at=at, until=until)
    return _confirming(request, draft)


def by_script(request: Visit) -> bool:
    """Whether the outbox asks, and is told in few words; else a page is drawn."""
    return request.headers.get("Accept") == "application/json"


def brought(dossier: Dossier) -> HttpResponse:
    """What was asked for, or forgotten, is with its dossier."""
    where = reverse("portal:one", args=[dossier.pk])
    return _answer("received", dossier, where, number=dossier.number)


def not_brought(
    request: Visit,
    dossier: Dossier,
    *,
    findings: Sequence[Finding] = (),
    errors: Mapping[str, str] | None = None,
    refusal: Refusal | None = None,
) -> HttpResponse:
    """What is to be put right; or why nothing can be brought any more."""
    why = _why(by_version(dossier.procedure_id), findings, errors or {})
    if dossier.where not in TAKES_PAPERS:
        return _too_late(dossier)
    if refusal:
        why = [*why, {"sentence": str(refusal)}]
        where = reverse("portal:attach", args=[dossier.pk])
        return _answer("refused", dossier, where, why=why)
    # A file that was not taken is still on the phone, to be looked at.
    return _answer("repair", dossier, request.path, why=why, has_files=not errors)


def _too_late(dossier: Dossier) -> HttpResponse:
    """Nothing can be brought to it any more: what was typed is only on the phone, to be read."""
    word = {"state": STATES[dossier.where]}
    sentence = _("Your dossier is at “%(state)s” already and takes nothing more.") % word
    where = reverse("portal:one", args=[dossier.pk])
    return _answer("late", dossier, where, why=[{"sentence": sentence}])


def signed_out(request: Visit) -> HttpResponse:
    """The form was drawn for somebody who is not signed in any more."""
    return JsonResponse({"state": "sign_in", "where": sign_in_address(request)})


def to_come(about: UUID, missing: Sequence[UUID]) -> HttpResponse:
    """Files that it names are not here, or no more: nothing was kept, they are sent again first."""
    said = {"state": "to_come", "id": str(about), "missing": [str(one) for one in missing]}
    return JsonResponse(said, status=409)


def reused(sent: Posted, before: Dossier | None) -> HttpResponse:
    """Its number stands for something that was handed in before and says otherwise."""
    why = [{"sentence": _("It was handed in before. What you changed since was not taken over.")}]
    where = reverse("portal:one", args=[before.pk if before else sent.id])
    return JsonResponse({"state": "reused", "where": where, "why": why}, status=409)


def _confirming(request: Visit, draft: Dossier) -> HttpResponse:
    try:
        if not draft.filer_phone:
            raise PhoneMissing(field="phone")
        send_code(request, draft.filer_phone, draft=str(draft.pk))
    except Refusal as refusal:
        why, where = [{"sentence": str(refusal)}], reverse("portal:continue", args=[draft.pk])
        return _answer("repair", draft, where, why=why, has_files=True)
    return _answer("confirm", draft, reverse("portal:confirm"), has_files=True)


def _why(
    procedure: Procedure, findings: Sequence[Finding], errors: Mapping[str, str]
) -> list[dict[str, str]]:
    """Everything that is to be put right. A sentence names its question; a paper is named here."""
    papers = {f"paper:{one.name}": said(one.words, speaks()).label for one in procedure.papers}
    found = {one.field: str(one.sentence) for one in findings} | dict(errors)
    return [
        {"field": name, "label": papers.get(name, ""), "sentence": why}
        for name, why in found.items()
    ]


def _answer(state: str, draft: Dossier, where: str, **facts: Any) -> JsonResponse:
    about = {"state": state, "id": str(draft.pk), "code": spoken(draft.code), "where": where}
    return JsonResponse({**about, **facts})
