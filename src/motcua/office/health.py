"""The administrator's door to the machine: how it stands, and trying again what failed."""

from collections.abc import Callable, Mapping
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from motcua.consequences.actions import try_now
from motcua.foundation.refusal import Refusal
from motcua.notifications.actions import send_again
from motcua.office.condition import condition
from motcua.office.health_page import trouble
from motcua.office.law import in_force
from motcua.parts.doors import Visit, opens
from motcua.parts.menu import ADMINISTRATORS, staff_page
from motcua.results.mending import make_again


@opens(to=ADMINISTRATORS)
def health(request: Visit) -> HttpResponse:
    """What an administrator must know, on one screen."""
    return _drawn(request)


@opens(to=ADMINISTRATORS)
@require_POST
def again(request: Visit, verb: str, key: str) -> HttpResponse:
    """Try an act, send a message or make a paper once more."""
    if verb not in _VERBS:
        raise Http404
    try:
        _VERBS[verb](request, key)
    except ValueError as fault:
        raise Http404 from fault
    except Refusal as refusal:
        return _drawn(request, refusal)
    return redirect(f"{reverse('office:health')}?did={verb}")


_VERBS: Mapping[str, Callable[[Visit, str], object]] = {
    "try_now": lambda visit, key: try_now(stuck_id=int(key), by=visit.actor, at=visit.at),
    "send_again": lambda visit, key: send_again(message_id=int(key), by=visit.actor, at=visit.at),
    "make_again": lambda visit, key: make_again(document_id=UUID(key), by=visit.actor, at=visit.at),
}


def _drawn(request: Visit, refusal: Refusal | None = None) -> HttpResponse:
    by, at = request.actor, request.at
    context = {
        "found": condition(by=by, at=at),
        "trouble": trouble(by=by, at=at, why=reverse("office:health")),
        "law": in_force(at),
        "did": request.GET.get("did", ""),
        "refusal": refusal,
    }
    return staff_page(request, "office/health.html", context, refusal.status if refusal else 200)
