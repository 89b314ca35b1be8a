"""What a page on the phone asks by itself: the line, the sending, the outbox, the worker."""

from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.http import require_POST, require_safe

from motcua.dossiers.errors import KeyReused, NotNow
from motcua.dossiers.sent_before import handed_in_as
from motcua.foundation.clock import day_of
from motcua.parts.doors import PUBLIC, Visit, opens
from motcua.parts.saying_no import sign_in_address
from motcua.portal.filing import still_to_come
from motcua.portal.frame import shown
from motcua.portal.reading import posted
from motcua.portal.sealing import whose
from motcua.portal.sending import file_sent
from motcua.portal.stale import is_stale
from motcua.portal.telling import reused, signed_out, to_come, told
from motcua.portal.visitor import begin_holding
from motcua.portal.worker import app_of, worker_script
from motcua.procedures.queries import in_force


@opens(to=PUBLIC, brings=True)
@require_safe
def line(request: Visit) -> HttpResponse:
    """There is a line: who is signed in here, the seal for the next form, where to sign in, what
    time it is, and until when somebody acts for another here.

    A browser gets its name here, before it sends anything: what it sends twice is of one.
    """
    begin_holding(request)
    said = {"who": whose(request), "seal": get_token(request), "sign_in": sign_in_address(request)}
    helps = {"until": request.help.until.isoformat()} if request.help else {}
    return JsonResponse({**said, **helps, "at": request.at.isoformat()})


@opens(to=PUBLIC, brings=True)
@require_POST
def send(request: Visit, code: str) -> HttpResponse:
    """The form as the script sends it: kept or handed in as `apply` does, told in few words."""
    procedure = in_force(code, day_of(request.at))
    sent = posted(request, procedure)
    if is_stale(request, sent.was_known):
        return signed_out(request)
    by = begin_holding(request)
    if missing := still_to_come(sent, by=by, at=request.at):
        return to_come(sent.id, missing)
    try:
        filed = file_sent(request, sent, procedure)
    except (KeyReused, NotNow):
        return reused(sent, handed_in_as(sent.id, by))
    return told(request, sent, procedure, filed)


@opens(to=PUBLIC)
def outbox(request: Visit) -> HttpResponse:
    """What this phone keeps and sends."""
    return shown(request, "outbox.html", {"shell": "shell" in request.GET})


@opens(to=PUBLIC)
def done(request: Visit) -> HttpResponse:
    """Leaving a phone that others use."""
    return shown(request, "done.html", {"shell": "shell" in request.GET})


@opens(to=PUBLIC)
@require_safe
def worker(request: Visit) -> HttpResponse:
    """The script that answers for the pages when there is no line."""
    response = HttpResponse(worker_script(), content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    return response


@opens(to=PUBLIC)
@require_safe
def manifest(request: Visit) -> HttpResponse:
    """The commune as an application that can be installed."""
    return JsonResponse(app_of(request), content_type="application/manifest+json")
