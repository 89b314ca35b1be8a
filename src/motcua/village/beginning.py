"""To begin: who the person is, how they agreed, who stands beside them."""

from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.foundation.clock import day_of
from motcua.foundation.partial_date import PartialDate
from motcua.foundation.refusal import Refusal
from motcua.helping.actions import begin as begin_help
from motcua.helping.models import Consent, Help
from motcua.helping.queries import own_help
from motcua.notifications.queries import rehearsing
from motcua.parts.doors import HELP, Visit, opens
from motcua.parts.menu import HELPERS, RECEPTION, staff_page
from motcua.people.areas import areas_of
from motcua.places.queries import villages
from motcua.village.agreeing import consent_kinds, given_in, send_code
from motcua.village.typed import beside_in, person_in, uuid_in


@opens(to=HELPERS)
def begin(request: Visit) -> HttpResponse:
    """The form; a press begins, or has a code sent to the person first."""
    if request.method != "POST":
        return _drawn(request, _again(request))
    try:
        if "send" in request.POST:
            check = send_code(request)
            return _drawn(request, check=check)
        made = _begun(request)
    except Refusal as refusal:
        return _drawn(request, refusal=refusal, check=request.POST.get("check", ""))
    request.session[HELP] = str(made.pk)
    response = redirect("portal:home")
    # Nothing that this browser still holds of the last person, or of the helper, is shown again.
    response["Clear-Site-Data"] = '"cache"'
    return response


def _begun(request: Visit) -> Help:
    form = request.POST
    return begin_help(
        help_id=uuid_in(form.get("id", "")) or uuid4(),
        person=person_in(form),
        given=given_in(form),
        beside=beside_in(form),
        follows=uuid_in(form.get("follows", "")),
        by=request.actor,
        at=request.at,
    )


def _again(request: Visit) -> Help | None:
    """An earlier help of one's own that is gone on with: the same person, and consent anew."""
    key = uuid_in(request.GET.get("again", ""))
    return own_help(help_id=key, by=request.actor) if key else None


def _drawn(
    request: Visit,
    again: Help | None = None,
    *,
    refusal: Refusal | None = None,
    check: str = "",
) -> HttpResponse:
    typed = request.POST
    context = {
        "typed": typed,
        "again": again,
        "again_birth": PartialDate.stored(again.birth).shown if again else "",
        "id": uuid_in(typed.get("id", "")) or uuid4(),
        "follows": typed.get("follows", "") or (again.pk if again else ""),
        "villages": _villages(request),
        "kinds": [
            *consent_kinds(),
            (Consent.CODE.value, _("A code is sent to their telephone and they tell it to me")),
        ],
        "check": check,
        "rehearsing": rehearsing(),
        "refusal": refusal,
    }
    return staff_page(request, "village/begin.html", context, refusal.status if refusal else 200)


def _villages(request: Visit) -> list[tuple[str, str]]:
    """A volunteer's own; at the counter all of the commune, and elsewhere."""
    by, at = request.actor, request.at
    if not by.has(*RECEPTION):
        return [(one.code, one.name) for one in areas_of(by=by, at=at)]
    here = villages(by.commune or "", day_of(at))
    return [("", _("Elsewhere")), *((one.code, one.name) for one in here)]
