"""Who stands at the residents' door: an account, a confirmed telephone, or only a browser."""

import re
import secrets
from datetime import datetime, timedelta

from motcua.foundation.actor import PUBLIC, Actor, Role
from motcua.parts.doors import GUEST, Visit, remember_guest

# So long after the last page a confirmed telephone counts as confirmed in one browser.
CONFIRMED = timedelta(minutes=60)
_BROWSER = "browser"
# The name that a page drew for its browser.
PAGE = "Motcua-Page"
_DRAWN = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def known(visit: Visit) -> bool:
    """Whether the visitor signed in or showed that a telephone is theirs."""
    return visit.actor.id != PUBLIC.id


def confirmed_phone(visit: Visit) -> str:
    """The telephone that this browser's person confirmed (E.164); empty when none."""
    head, _, phone = visit.actor.id.partition(":")
    return phone if head == "phone" else ""


def holder(visit: Visit) -> Actor:
    """Who owns the drafts begun here: the known visitor, else the browser itself if it has any."""
    if known(visit):
        return visit.actor
    token = visit.session.get(_BROWSER) if visit.COOKIES else None
    return _browser(token) if token else PUBLIC


def begin_holding(visit: Visit) -> Actor:
    """The same, but a browser that owned nothing until now gets a name of its own.

    A page of ours brings one that it drew itself: two of its first questions may be on their way
    at once, and are one browser's all the same.
    """
    found = holder(visit)
    if found.id != PUBLIC.id:
        return found
    drawn = visit.headers.get(PAGE, "")
    token = drawn if _DRAWN.fullmatch(drawn) else secrets.token_urlsafe(24)
    visit.session[_BROWSER] = token
    # On a shared telephone the next person must not meet it; the code opens it again.
    visit.session.set_expiry(CONFIRMED)
    return _browser(token)


def confirm(visit: Visit, guest: Actor) -> None:
    """Let this browser act for the telephone for `CONFIRMED`, counted from its last act."""
    remember_guest(visit, guest)
    visit.session.set_expiry(CONFIRMED)
    visit.actor = guest


def stays_until(visit: Visit, at: datetime) -> datetime:
    """Until when the telephone stays confirmed if nothing more is done."""
    return at + timedelta(seconds=visit.session.get_expiry_age())


def _browser(token: str) -> Actor:
    return Actor(id=f"browser:{token}", name="", roles=frozenset({Role.GUEST}))


__all__ = [
    "CONFIRMED",
    "GUEST",
    "begin_holding",
    "confirm",
    "confirmed_phone",
    "holder",
    "known",
    "stays_until",
]
