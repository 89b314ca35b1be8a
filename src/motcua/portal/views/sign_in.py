"""In and out, for residents and staff alike."""

from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect

from motcua.foundation.refusal import Refusal
from motcua.parts.doors import PUBLIC, Visit, opens
from motcua.parts.language import speak
from motcua.parts.way_back import safe_next
from motcua.portal.frame import shown
from motcua.portal.signing_in import is_staff, sign_in
from motcua.portal.visitor import known


@opens(to=PUBLIC)
def enter(request: Visit) -> HttpResponse:
    """Login or telephone, and password."""
    after, typed = safe_next(request, ""), request.POST.get("login", "")
    if request.method != "POST":
        if known(request) and not after:
            return redirect(_home(request))
        return _drawn(request, after, typed)
    try:
        account = sign_in(request, typed, request.POST.get("password", ""))
    except Refusal as refusal:
        return _drawn(request, after, typed, refusal)
    return speak(redirect(after or _home(request)), account.language)


@opens(to=PUBLIC)
def leave(request: Visit) -> HttpResponse:
    """Out: the next person at this telephone sees nothing of the last one."""
    response = redirect("portal:home")
    if request.method != "POST":
        # Any page of anyone can have a browser fetch this address: it must forget nothing.
        return response
    logout(request)
    # Not the storage: what has not been sent stays there, sealed. The pages take the key away.
    response["Clear-Site-Data"] = '"cache"'
    return response


def _home(request: Visit) -> str:
    return "/desk/" if is_staff(request) else "/mine"


def _drawn(request: Visit, after: str, typed: str, refusal: Refusal | None = None) -> HttpResponse:
    context = {"next": after, "typed": typed, "refusal": refusal}
    return shown(request, "sign_in.html", context, refusal.status if refusal else 200)
