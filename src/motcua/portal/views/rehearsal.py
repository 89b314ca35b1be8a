"""The box of messages that were only pretended to be sent."""

from django.conf import settings
from django.http import Http404, HttpResponse

from motcua.foundation.typed_number import typed_number
from motcua.notifications.queries import rehearsal_box, rehearsing
from motcua.parts.doors import PUBLIC, Visit, opens
from motcua.people.errors import NotAPhone
from motcua.people.phone import normal
from motcua.portal.frame import shown

_PAGE = 30


@opens(to=PUBLIC)
def messages(request: Visit) -> HttpResponse:
    """Every pretended message of the commune, the newest first; none where messages are real."""
    if not rehearsing():
        raise Http404
    typed, before = request.GET.get("to", "").strip()[:20], request.GET.get("before", "")
    key = typed_number(before)
    rows = rehearsal_box(commune=settings.COMMUNE, to=_number(typed), before=key, limit=_PAGE + 1)
    more = rows[_PAGE - 1].pk if len(rows) > _PAGE else None
    return shown(request, "messages.html", {"rows": rows[:_PAGE], "more": more, "to": typed})


def _number(typed: str) -> str:
    """The number as it is kept; what is none finds nothing."""
    try:
        return normal(typed) if typed else ""
    except NotAPhone:
        return typed
