"""The door to the changes of the law and the calendar: what waits, what was decided, deciding."""

from urllib.parse import quote

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from motcua.foundation.actor import Role
from motcua.foundation.refusal import Refusal
from motcua.foundation.typed_number import typed_number
from motcua.office.changes_page import opened, row_of
from motcua.office.law_list import law_tabs
from motcua.office.versions_page import KEYS, KINDS
from motcua.parts.doors import Visit, opens
from motcua.parts.menu import DECIDING, staff_page
from motcua.procedures.amending import actions
from motcua.procedures.amending.queries import amendment_of, listed


@opens(to=DECIDING)
def changes(request: Visit) -> HttpResponse:
    """Those that wait for a decision, then those that were decided, the latest first."""
    by, code = request.actor, request.GET.get("code", "")[:20]
    before = typed_number(request.GET.get("before", ""))
    waiting = listed(by=by, waiting=True, code=code)
    decided = listed(by=by, waiting=False, code=code, before=before)
    context = {
        "waiting": [row_of(one) for one in waiting.rows],
        "decided": [row_of(one) for one in decided.rows],
        "older": f"?before={decided.older}&code={quote(code)}" if decided.older else "",
        "code": code,
        "tabs_shown": law_tabs(by) if by.has(Role.ADMINISTRATOR) else (),
    }
    return staff_page(request, "office/changes.html", context)


@opens(to=DECIDING)
def change(request: Visit, amendment_id: int) -> HttpResponse:
    """One change: who asked for what and why, before and after, and what was decided."""
    return _drawn(request, amendment_id)


@opens(to=DECIDING)
@require_POST
def decide(request: Visit, amendment_id: int, verb: str) -> HttpResponse:
    """Approve it, turn it down with a reason, or take back what one asked for."""
    by, at = request.actor, request.at
    reason = request.POST.get("reason", "")
    try:
        if verb == "refuse":
            actions.refuse(amendment_id=amendment_id, reason=reason, by=by, at=at)
        elif verb in ("approve", "withdraw"):
            getattr(actions, verb)(amendment_id=amendment_id, by=by, at=at)
        else:
            raise Http404
    except Refusal as refusal:
        return _drawn(request, amendment_id, refusal)
    return redirect(f"{reverse('office:change', args=[amendment_id])}?did={verb}")


def _drawn(request: Visit, amendment_id: int, refusal: Refusal | None = None) -> HttpResponse:
    one = amendment_of(amendment_id, by=request.actor)
    context = {
        "one": opened(one, by=request.actor),
        "did": request.GET.get("did", ""),
        "typed": request.POST.get("reason", ""),
        "refusal": refusal,
        "kinds": KINDS,
        "keys": KEYS,
    }
    status = refusal.status if refusal else 200
    return staff_page(request, "office/change.html", context, status)
