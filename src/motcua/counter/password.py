"""A new password for a resident who stands at the counter."""

from django.http import HttpResponse

from motcua.counter.frame import RECEPTION, desk_page
from motcua.foundation.refusal import Refusal
from motcua.parts.doors import Visit, opens
from motcua.people.actions import give_resident_password


@opens(to=RECEPTION)
def give_password(request: Visit) -> HttpResponse:
    """The form; sent, the password is on the answer alone: in no address, no row and no cache."""
    if request.method != "POST":
        return _shown(request)
    try:
        given = give_resident_password(
            login=request.POST.get("login", ""),
            shown=request.POST.get("shown", ""),
            by=request.actor,
            at=request.at,
        )
    except Refusal as refusal:
        if refusal.status == 403:
            raise
        return _shown(request, refusal)
    return desk_page(request, "counter/password.html", {"given": given, "refusal": None})


def _shown(request: Visit, refusal: Refusal | None = None) -> HttpResponse:
    context = {"given": None, "refusal": refusal, "typed": request.POST}
    status = refusal.status if refusal else 200
    return desk_page(request, "counter/password.html", context, status=status)
