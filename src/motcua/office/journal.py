"""The auditor's door: the journal, its check, its export."""

from django.conf import settings
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from motcua.audit.bundle import fingerprint
from motcua.audit.key import journal_key
from motcua.foundation.clock import day_of
from motcua.foundation.refusal import Refusal
from motcua.office import trust
from motcua.office.journal_page import asked, listed
from motcua.office.verbs import VERBS
from motcua.parts.doors import Visit, opens
from motcua.parts.menu import AUDITORS, staff_page


@opens(to=AUDITORS)
def journal(request: Visit) -> HttpResponse:
    """Who did or read what, when and why, the newest first."""
    return _drawn(request)


@opens(to=AUDITORS)
@require_POST
def check(request: Visit) -> HttpResponse:
    """Walk the newest lines now."""
    trust.check_newest(by=request.actor, at=request.at)
    return redirect("office:journal")


@opens(to=AUDITORS)
@require_POST
def export(request: Visit) -> HttpResponseBase:
    """The signed bundle of a period, to keep and to verify elsewhere."""
    try:
        made = trust.export(request.POST.dict(), by=request.actor, at=request.at)
    except Refusal as refusal:
        return _drawn(request, refusal)
    return FileResponse(made.file, as_attachment=True, filename=f"{made.name}.jsonl")


def _drawn(request: Visit, refusal: Refusal | None = None) -> HttpResponse:
    question = asked(request.GET.dict(), by=request.actor)
    after = request.GET.get("after", "")
    public = journal_key(settings.DATA).public_key().public_bytes_raw()
    context = {
        "shown": listed(request, question, after=after),
        "wanted": question.words,
        "wrong": question.wrong,
        "verbs": list(VERBS.items()),
        "check": trust.last_check(by=request.actor),
        "most": trust.CHECKED,
        "key": fingerprint(public),
        "today": f"{day_of(request.at):%d/%m/%Y}",
        "typed": request.POST if refusal else {},
        "refusal": refusal,
    }
    status = refusal.status if refusal else 200
    return staff_page(request, "office/journal.html", context, status)
