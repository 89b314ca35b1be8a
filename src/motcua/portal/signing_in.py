"""Signing in with a login or a telephone, and how long a browser stays signed in."""

from datetime import timedelta

from django.contrib.auth import authenticate, login
from django.db.models import Q
from django.http import HttpRequest

from motcua.dossiers.tries import Limit, give_back, spend
from motcua.parts.doors import Visit
from motcua.parts.origin import origin_of
from motcua.people.errors import NotAPhone
from motcua.people.models import Account
from motcua.people.phone import normal
from motcua.people.queries import actor_for
from motcua.portal.confirming import hand_drafts_to
from motcua.portal.errors import TooManySignIns, WrongSignIn
from motcua.portal.visitor import holder

MOST_WRONG, WRONG_WITHIN = 50, timedelta(minutes=15)
# No name is longer, and no database takes the letter 0 in one.
_LONGEST = 200
# A resident's phone is often shared; an officer's desk is theirs for the working day.
RESIDENT_STAYS, STAFF_STAYS = timedelta(hours=2), timedelta(hours=10)


def sign_in(visit: Visit, typed: str, password: str) -> Account:
    """Sign in; WrongSignIn says nothing of what was wrong, TooManySignIns asks to wait."""
    browser = holder(visit)
    tries = [_from_one_address(visit)]
    spend(tries, visit.at)
    found = authenticate(visit, login=_login_of(typed), password=password)
    if not isinstance(found, Account):
        raise TooManySignIns if getattr(visit, "axes_locked_out", False) else WrongSignIn
    give_back(tries)
    waiting = "confirming" in visit.session
    _let_in(visit, found)
    visit.actor = actor_for(found, at=visit.at)
    if waiting:
        hand_drafts_to(visit.actor, browser, visit.at)
    return found


def _from_one_address(visit: Visit) -> Limit:
    """Axes counts by name and address; this stops who tries one password on every name."""
    return Limit(f"sign-in:{origin_of(visit)}", MOST_WRONG, WRONG_WITHIN)


def is_staff(visit: Visit) -> bool:
    """Whether the visitor serves a commune."""
    return len(visit.actor.roles) > 1


def _let_in(request: HttpRequest, account: Account) -> None:
    login(request, account, backend="motcua.people.backends.AccountBackend")
    staff = account.memberships.exists()
    request.session.set_expiry(STAFF_STAYS if staff else RESIDENT_STAYS)


def _login_of(typed: str) -> str:
    """The login of a telephone, when exactly one account has it; else what was typed."""
    typed = typed.replace("\0", "")[:_LONGEST]
    try:
        phone = normal(typed)
    except NotAPhone:
        return typed.strip()
    logins = Account.objects.filter(Q(phone=phone) | Q(login=typed.strip()))
    found = list(logins.values_list("login", flat=True)[:2])
    return found[0] if len(found) == 1 else typed.strip()
