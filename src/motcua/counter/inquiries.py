"""The page of what other offices were asked and have not answered."""

from django.http import HttpResponse

from motcua.counter.frame import DESK, desk_page
from motcua.dossiers.asked_elsewhere import PAGE, waiting
from motcua.foundation.typed_number import typed_number
from motcua.parts.doors import Visit, opens
from motcua.parts.formats import moment


@opens(to=DESK)
def inquiries(request: Visit) -> HttpResponse:
    """All that other offices still owe an answer to."""
    after = typed_number(request.GET.get("after", ""))
    rows = waiting(by=request.actor, at=request.at, after=after)
    shown = [(one, moment(one.due_at), one.due_at < request.at) for one in rows[:PAGE]]
    more = f"?after={rows[PAGE - 1].pk}" if len(rows) > PAGE else ""
    return desk_page(request, "counter/inquiries.html", {"rows": shown, "more": more})
