"""The first page and what is found from it, the page of one procedure, the page of help."""

from django.conf import settings
from django.http import HttpResponse

from motcua.foundation.clock import day_of
from motcua.parts.catalogue import told_of
from motcua.parts.doors import PUBLIC, Visit, opens
from motcua.parts.environment import speaks
from motcua.portal.frame import shown
from motcua.portal.home_lists import home_lists
from motcua.portal.offers import offered, sought
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
    context = {"told": told_of(found, settings.COMMUNE, request.at)}
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
