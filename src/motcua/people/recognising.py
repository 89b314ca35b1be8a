"""Whom a book means: the resident of a commune who bears this name, birth date and number.

Sure only where one person fits and nothing speaks against it; else those who may be meant, for
somebody to look at. Nobody is ever taken for another silently.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from motcua.audit.actions import record_reading
from motcua.foundation.actor import Actor
from motcua.foundation.names import folded, tidy
from motcua.people.kin_fits import within
from motcua.people.models import Resident

_MANY = 20


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody as a book names them; `birth` in the stored form, "" where it does not say."""

    name: str
    birth: str = ""
    identity: str = ""


@dataclass(frozen=True, slots=True)
class Recognised:
    """The one who is meant, or those who may be; neither where nobody here bears the name."""

    sure: Resident | None = None
    maybe: Sequence[Resident] = ()


def recognise(*, commune: str, named: Named, by: Actor, at: datetime, why: str) -> Recognised:
    """Who of a commune is meant. A search for whoever writes the books; traced when it finds."""
    if not folded(named.name):
        return Recognised()
    asked = Q(name_folded=folded(named.name))
    if named.identity:
        asked |= Q(identity_number=named.identity)
    rows = Resident.objects.select_related("household", "village").filter(asked, commune=commune)
    found = possible(rows.order_by("pk")[:_MANY], named)
    if found:
        about = [f"resident:{row.pk}" for row in found]
        record_reading(chain=commune, by=by, at=at, what="resident", about=about, why=why)
    sure = sure_of(found, named)
    return Recognised(sure) if sure else Recognised(maybe=found)


def possible(rows: Iterable[Resident], named: Named) -> list[Resident]:
    """Those of some residents who may be meant."""
    return [row for row in rows if _possible(row, named)]


def sure_of(rows: Iterable[Resident], named: Named) -> Resident | None:
    """The one of some residents who is meant, where exactly one fits."""
    found = possible(rows, named)
    sure = [row for row in found if _numbered(row, named)] or found
    return sure[0] if len(sure) == 1 and _certain(sure[0], named) else None


def whole(row: Resident, named: Named) -> bool:
    """Whether the number agrees, or a birth of which both say the whole date."""
    return _numbered(row, named) or (len(named.birth) == len("1991-05-12") == len(row.birth))


def _possible(row: Resident, named: Named) -> bool:
    """Whoever has the number, and whoever has the name and no other birth date."""
    return _numbered(row, named) or within(row.birth, named.birth)


def _certain(row: Resident, named: Named) -> bool:
    """The very name, the number or a birth date that both say, and neither that contradicts."""
    if _written(row.full_name) != _written(named.name) or not within(row.birth, named.birth):
        return False
    if named.identity and row.identity_number:
        return _numbered(row, named)
    return bool(named.birth)


def _numbered(row: Resident, named: Named) -> bool:
    return bool(named.identity) and row.identity_number == named.identity


def _written(name: str) -> str:
    return unicodedata.normalize("NFC", tidy(name)).casefold()
