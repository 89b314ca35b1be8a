"""The register of dossiers as a PDF, asked for and waited for."""

from uuid import UUID, uuid4

from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.shortcuts import redirect

from motcua.counter.frame import DESK, desk_page
from motcua.counter.printed import Printed, documents_about
from motcua.counter.register_book import ask_for_register, typed_day
from motcua.foundation.clock import day_of
from motcua.foundation.refusal import Refusal
from motcua.parts.doors import Visit, opens


@opens(to=DESK)
def register(request: Visit) -> HttpResponse:
    """Choose the days; what was asked for stands below, ready or being printed."""
    refusal = None
    if request.method == "POST":
        try:
            return _asked(request)
        except Refusal as refused:
            refusal = refused
    today = f"{day_of(request.at):%d/%m/%Y}"
    context = {
        "press": uuid4(),
        "since": request.POST.get("since", today),
        "until": request.POST.get("until", today),
        "refusal": refusal,
        "documents": _made(request),
    }
    return desk_page(request, "counter/register.html", context, refusal.status if refusal else 200)


@opens(to=DESK)
def made(request: Visit) -> HttpResponse:
    """The list of registers alone, while the press works."""
    return desk_page(request, "counter/parts/registers.html", {"documents": _made(request)})


def _made(request: Visit) -> list[Printed]:
    commune = request.actor.commune or ""
    return list(documents_about(f"register:{commune}", commune=commune))[:20]


def _asked(request: Visit) -> HttpResponse:
    try:
        key = UUID(request.POST.get("press", ""))
    except ValueError as fault:
        raise BadRequest("press") from fault
    since = typed_day(request.POST.get("since", ""), "since")
    until = typed_day(request.POST.get("until", ""), "until")
    ask_for_register(since=since, until=until, key=key, by=request.actor, at=request.at)
    return redirect("counter:register")
