"""The first page and what is found from it, the page of one procedure, the page of help."""

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse

from motcua.foundation.clock import day_of
from motcua.parts.catalogue import told_of
from motcua.parts.doors import PUBLIC, Visit, opens
from motcua.parts.environment import speaks
from motcua.parts.square import square
from motcua.portal.frame import shown
from motcua.portal.home_lists import home_lists
from motcua.portal.offers import offered, sought
from motcua.portal.office_hours import hours_said
from motcua.procedures.queries import in_force

_PRIVATE = ("/apply/", "/track", "/d", "/mine", "/receipt/", "/kept/", "/confirm", "/phone", "/v/")


@opens(to=PUBLIC)
def home(request: Visit) -> HttpResponse:
    """What has happened, the search, the list; or what was found."""
    typed = request.GET.get("q", "").strip()[:80]
    if not typed:
        lists = home_lists(offered(request.at), speaks())
        return shown(request, "home.html", {"lists": lists}, public=True)
    context = {"typed": typed, "found": sought(offered(request.at), typed)}
    return shown(request, "found.html", context, public=True)


@opens(to=PUBLIC)
def procedure(request: Visit, code: str) -> HttpResponse:
    """What one procedure is for, what to bring, what it costs, how long it takes."""
    found = in_force(code, day_of(request.at))
    address = f"{settings.MOTCUA_ADDRESS}{reverse('portal:procedure', args=[found.code])}"
    context = {
        "told": told_of(found, settings.COMMUNE, request.at),
        "hours": hours_said(settings.COMMUNE, request.at),
        "address": address,
        "qr": square(address),
    }
    return shown(request, "procedure.html", context, public=True)


@opens(to=PUBLIC)
def help_page(request: Visit) -> HttpResponse:
    """How it goes, in a few questions and answers."""
    return shown(request, "help.html", public=True)


@opens(to=PUBLIC)
def robots(request: Visit) -> HttpResponse:
    """What search engines leave alone: everything that belongs to a person."""
    rules = ["User-agent: *", *(f"Disallow: {path}" for path in _PRIVATE), ""]
    return HttpResponse("\n".join(rules), content_type="text/plain; charset=utf-8")
