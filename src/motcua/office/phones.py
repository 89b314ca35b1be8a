"""The administrator's door to the telephones of helpers: who has a list, what is not in yet."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from motcua.audit.actions import record_reading
from motcua.dossiers.help_lists import helped_on
from motcua.foundation.typed_number import typed_number
from motcua.helping.outings.actions import call_back as call_back_list
from motcua.helping.outings.models import Outing
from motcua.helping.outings.queries import phones as phones_out
from motcua.parts.doors import Visit, opens
from motcua.parts.menu import ADMINISTRATORS, staff_page


@opens(to=ADMINISTRATORS)
def phones(request: Visit) -> HttpResponse:
    """Every list that is out, every telephone with work that is not in yet, and what was helped."""
    by, at = request.actor, request.at
    found, more = phones_out(by=by, before=typed_number(request.GET.get("after")))
    if found:
        about, why = [f"outing:{one.pk}" for one in found], reverse("office:phones")
        chain = by.commune or ""
        record_reading(chain=chain, by=by, at=at, what="phones", about=about, why=why)
    context = {
        "phones": [(one, *_standing(one, request)) for one in found],
        "more": f"?after={more}" if more else "",
        "did": "did" in request.GET,
        "counts": helped_on(by=by, at=at),
    }
    return staff_page(request, "office/phones.html", context)


@opens(to=ADMINISTRATORS)
@require_POST
def call_back(request: Visit, outing_id: int) -> HttpResponse:
    """End a list: the telephone drops it at its next word with the house."""
    call_back_list(outing_id=outing_id, by=request.actor, at=request.at)
    return redirect(f"{reverse('office:phones')}?did=call_back")


def _standing(one: Outing, request: Visit) -> tuple[str, str, str]:
    """In a word, its tone, its shape."""
    if one.ended_at is not None:
        return _("Ended, not all is in"), "warn", "clock"
    if one.until <= request.at:
        never = one.heard_at < one.until
        return (
            (_("Not heard of since its end") if never else _("Not all is in")),
            "stop",
            "triangle",
        )
    return _("Out"), "act", "half"
