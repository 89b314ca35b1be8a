"""Who may open a route. Every view says it with `@opens`; a test of the house reads it from all."""

from collections.abc import Callable, Collection
from datetime import datetime
from enum import Enum
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.http import urlencode

from motcua.foundation import actor as acting
from motcua.foundation import clock
from motcua.foundation.actor import Actor, Role
from motcua.helping.errors import NoSuchHelp
from motcua.helping.models import Help
from motcua.helping.outings.queries import brought
from motcua.helping.queries import hand_of, lent
from motcua.parts.saying_no import not_allowed, say_no, sign_in_address, sign_in_first
from motcua.people.queries import actor_for


class Visit(HttpRequest):
    """The request as a view behind `@opens` sees it: who is there, and when."""

    actor: Actor
    at: datetime
    # For whom somebody acts at the residents' door; None where people act for themselves.
    help: Help | None


Rest = ParamSpec("Rest")
View = Callable[Concatenate[Visit, Rest], HttpResponseBase]
Guarded = Callable[Concatenate[HttpRequest, Rest], HttpResponseBase]
GUEST = "guest"
# Which help this browser is used for, by its number.
HELP = "helping"
# What a telephone brings from a round without a line says with which help it was typed.
BROUGHT = "Motcua-Help"


class Door(Enum):
    """The doors that ask for no role."""

    PUBLIC = "everyone"
    KNOWN = "an account or a telephone that was checked"
    SIGNED_IN = "an account"
    ARRIVING = "an account, also one whose password somebody else gave"


PUBLIC, KNOWN, SIGNED_IN = Door.PUBLIC, Door.KNOWN, Door.SIGNED_IN
ARRIVING = Door.ARRIVING


def opens(
    *, to: Door | Collection[Role], brings: bool = False
) -> Callable[[View[Rest]], Guarded[Rest]]:
    """State who may open the view, and hand it `request.actor` and `request.at`.

    `to` is PUBLIC, KNOWN, SIGNED_IN, ARRIVING or a set of roles of which one is enough. Whoever is
    not known is led to sign in and back; a form posted by someone whose session ended is kept on
    the page. Whoever has a password that somebody else gave is led to choose their own first.
    Where `brings`, what was typed with a help that was given without a line is taken in.
    """
    allowed = to if isinstance(to, Door) else frozenset(to)

    def guarded(view: View[Rest]) -> Guarded[Rest]:
        @wraps(view)
        def door(
            request: HttpRequest, /, *args: Rest.args, **kwargs: Rest.kwargs
        ) -> HttpResponseBase:
            visit = present(request)
            if allowed in (PUBLIC, KNOWN):
                _lend_a_hand(visit, brings)
            if not admits(allowed, visit.actor):
                return _turned_away(visit)
            if allowed not in (PUBLIC, ARRIVING) and _has_a_given_password(visit):
                return _led(visit, _with_way_back(visit, settings.PASSWORD_URL))
            return view(visit, *args, **kwargs)

        door.opens_to = allowed  # type: ignore[attr-defined]
        return door

    return guarded


def present(request: HttpRequest) -> Visit:
    """Fill in `actor`, `at` and `help`; asks the database only for somebody who has a session."""
    visit = cast(Visit, request)
    visit.at, visit.help = clock.now(), None
    visit.actor = _who(visit)
    return visit


def _who(visit: Visit) -> Actor:
    if settings.SESSION_COOKIE_NAME not in visit.COOKIES:
        return acting.PUBLIC
    if visit.user.is_authenticated:
        return actor_for(visit.user, at=visit.at)
    kept = visit.session.get(GUEST)
    return Actor(roles=frozenset({Role.GUEST}), **kept) if kept else acting.PUBLIC


def _lend_a_hand(visit: Visit, brings: bool) -> None:
    """At the residents' doors a helper stands for the person, and is nobody themselves."""
    if not visit.actor.id.startswith("account:"):
        return
    account = int(visit.actor.id.removeprefix("account:"))
    if brings and (named := visit.headers.get(BROUGHT)):
        found = brought(help_id=named, account=account, at=visit.at)
        if found is None:
            raise NoSuchHelp
    elif HELP in visit.session:
        found = lent(help_id=visit.session[HELP], account=account, at=visit.at)
    else:
        return
    if found is not None:
        visit.help, visit.actor, visit.user = found, hand_of(found), AnonymousUser()


def remember_guest(request: HttpRequest, guest: Actor) -> None:
    """Let the rest of this visit know the telephone that was just checked."""
    request.session.cycle_key()
    request.session[GUEST] = {"id": guest.id, "name": guest.name, "commune": guest.commune}


def admits(allowed: Door | Collection[Role], actor: Actor) -> bool:
    """Whether the actor may pass; pure, so a test can walk every route with every role."""
    if allowed is Door.PUBLIC:
        return True
    if allowed is Door.KNOWN:
        return actor.id != acting.PUBLIC.id
    if isinstance(allowed, Door):
        return actor.id.startswith("account:")
    return actor.id.startswith("account:") and actor.has(*allowed)


def _turned_away(request: Visit) -> HttpResponse:
    if request.actor.id.startswith("account:"):
        return say_no(request, not_allowed())
    if request.method in ("GET", "HEAD"):
        return _led(request, sign_in_address(request))
    return say_no(request, sign_in_first())


def _has_a_given_password(visit: Visit) -> bool:
    """Whoever gave it knows it: nothing is done in this person's name until it is changed."""
    return visit.user.is_authenticated and visit.user.password_given


def _with_way_back(request: HttpRequest, address: str) -> str:
    if request.method not in ("GET", "HEAD") or request.headers.get("HX-Request") == "true":
        return address
    return f"{address}?{urlencode({'next': request.get_full_path()})}"


def _led(request: HttpRequest, address: str) -> HttpResponse:
    """A page goes elsewhere at once; a fragment tells htmx to take the whole page there."""
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(headers={"HX-Redirect": address})
    return redirect(address)
