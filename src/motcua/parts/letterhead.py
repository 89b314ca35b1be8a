"""Whose door this is: the commune's name stands first on every page."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.foundation import clock
from motcua.foundation.actor import Actor, Role
from motcua.places import queries
from motcua.places.errors import UnknownPlace

_STAFF = (
    Role.RECEPTIONIST,
    Role.OFFICER,
    Role.CHAIR,
    Role.ADMINISTRATOR,
    Role.AUDITOR,
    Role.VOLUNTEER,
)
_OFFICE = _("Public Administration Service Centre")
# A commune's name and telephone change once in years; nobody waits longer than this to see it.
_KEPT_SECONDS = 600


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What heads and closes a page: the commune as it presents itself."""

    code: str
    name: str
    office: str | Promise = _OFFICE
    province: str = ""
    address: str = ""
    phone: str = ""


def letterhead_of(request: HttpRequest) -> Letterhead:
    """For staff the commune they serve; for everybody else the one whose house this is.

    Before the commune is loaded, and while the database rests, the product's own name stands in.
    """
    actor: Actor | None = getattr(request, "actor", None)
    staff = actor is not None and actor.has(*_STAFF)
    code = str(actor.commune if actor and staff and actor.commune else settings.COMMUNE)
    try:
        return _read(code, int(clock.now().timestamp()) // _KEPT_SECONDS)
    except (UnknownPlace, DatabaseError):
        return Letterhead(code=code, name="Một cửa")


def letterhead_for(code: str, at: datetime) -> Letterhead:
    """The letterhead of the commune that an address names; UnknownPlace when there is none."""
    return _read(code, int(at.timestamp()) // _KEPT_SECONDS)


@lru_cache(maxsize=256)
def _read(code: str, _until: int) -> Letterhead:
    found = queries.commune(code)
    return Letterhead(
        code=code,
        name=found.name,
        province=found.province.name,
        address=found.address,
        phone=found.phone,
    )
