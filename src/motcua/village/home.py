"""Whom I help now, and whom I helped."""

from django.http import HttpResponse

from motcua.dossiers import help_lists
from motcua.dossiers.help_lists import Case
from motcua.dossiers.words import STATES
from motcua.foundation.typed_number import typed_number
from motcua.helping.queries import running
from motcua.parts.catalogue import title_of
from motcua.parts.doors import HELP, Visit, opens
from motcua.parts.menu import HELPERS, staff_page
from motcua.people.areas import areas_of
from motcua.procedures.queries import by_version


@opens(to=HELPERS)
def home(request: Visit) -> HttpResponse:
    """The helper's own page."""
    by, at = request.actor, request.at
    cases, more = help_lists.cases(by=by, at=at, before=typed_number(request.GET.get("after", "")))
    now = running(by=by, at=at)
    context = {
        "now": now,
        "here": now is not None and request.session.get(HELP) == str(now.pk),
        "cases": [_shown(one) for one in cases],
        "more": f"?after={more}" if more else "",
        "villages": areas_of(by=by, at=at),
        "counts": help_lists.helped_on(by=by, at=at),
        "over": "over" in request.GET,
    }
    return staff_page(request, "village/home.html", context)


def _shown(one: Case) -> tuple[Case, str, str]:
    service = title_of(by_version(one.procedure_id)).short
    return one, service, str(STATES[one.state])
