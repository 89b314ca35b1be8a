"""One's own password; whoever was given theirs begins with choosing another."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from motcua.dossiers.tries import Limit, give_back, spend
from motcua.foundation.refusal import Refusal
from motcua.parts.doors import ARRIVING, Visit, admits, opens
from motcua.parts.menu import STAFF, staff_page
from motcua.parts.way_back import safe_next
from motcua.people.actions import change_password
from motcua.people.errors import WrongPassword
from motcua.people.models import Account
from motcua.people.passwords import LEAST

_MOST_WRONG, _WITHIN = 5, timedelta(minutes=15)


@opens(to=ARRIVING)
def password(request: Visit) -> HttpResponse:
    """Choose another password; the present one is asked for, since a desk may be left open."""
    if request.method != "POST":
        return _drawn(request)
    try:
        _change(request)
    except Refusal as refusal:
        return _drawn(request, refusal)
    return redirect(
        f"{reverse('office:password')}?{urlencode({'done': 1, 'next': _after(request)})}"
    )


def _change(request: Visit) -> None:
    account = _own(request)
    tries = [Limit(f"password:{request.actor.id}", _MOST_WRONG, _WITHIN)]
    spend(tries, request.at)
    try:
        change_password(
            account=account,
            present=request.POST.get("present", ""),
            chosen=request.POST.get("chosen", ""),
            again=request.POST.get("again", ""),
            by=request.actor,
            at=request.at,
        )
    except WrongPassword:
        raise
    except Refusal:
        give_back(tries)
        raise
    give_back(tries)
    # This session goes on under the new password; all others of the account end.
    update_session_auth_hash(request, account)


def _drawn(request: Visit, refusal: Refusal | None = None) -> HttpResponse:
    given = _own(request).password_given
    context: dict[str, Any] = {
        "given": given,
        "done": "done" in request.GET and not given,
        "refusal": refusal,
        "least": LEAST,
        "after": _after(request),
    }
    if given or not admits(STAFF, request.actor):
        context |= {"places": (), "desk_url": _after(request)}
    return staff_page(request, "office/password.html", context, refusal.status if refusal else 200)


def _after(request: Visit) -> str:
    home = reverse("counter:home" if admits(STAFF, request.actor) else "portal:home")
    return safe_next(request, home)


def _own(request: Visit) -> Account:
    """Read anew: what the door holds may be a stand-in, and this row is written."""
    return Account.objects.get(pk=int(request.actor.id.removeprefix("account:")))
