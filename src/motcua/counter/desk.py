"""The work list and the one search box."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.translation import get_language

from motcua.counter import searching
from motcua.counter.bulk.choosing import MOST
from motcua.counter.bulk.table import offered
from motcua.counter.choices import filter_choices
from motcua.counter.frame import DESK, STAFF, desk_page
from motcua.counter.homes import home_of
from motcua.counter.work_list import asked, listed
from motcua.parts.doors import Visit, opens


@opens(to=STAFF)
def home(request: Visit) -> HttpResponseRedirect:
    """Where one's day begins: the list, the queue, the papers to sign, the journal, the machine."""
    return redirect(home_of(request.actor))


@opens(to=DESK)
def work_list(request: Visit) -> HttpResponse:
    """What is due first, with its filters."""
    wanted = asked(request.GET.dict(), by=request.actor, at=request.at)
    shown = listed(wanted, by=request.actor, at=request.at, after=request.GET.get("after"))
    context = {
        "list": shown,
        "bulk": offered(list(shown.places), by=request.actor),
        "most": MOST,
        "wanted": wanted.words,
        "choices": filter_choices(by=request.actor, at=request.at, language=get_language() or "vi"),
    }
    return desk_page(request, "counter/work_list.html", context)


@opens(to=DESK)
def search(request: Visit) -> HttpResponse:
    """A code, a number, what a QR says, or a name without its marks."""
    typed = request.GET.get("q", "")
    direct = searching.direct(typed, by=request.actor)
    if direct is not None:
        return redirect(direct)
    found = searching.people(
        typed, by=request.actor, at=request.at, before=request.GET.get("after")
    )
    return desk_page(request, "counter/search.html", {"found": found, "find_text": typed})
