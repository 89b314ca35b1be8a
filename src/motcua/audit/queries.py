"""Reading the journal: the auditor's page."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import Q

from motcua.audit.errors import JournalNotYours
from motcua.audit.models import JournalLine
from motcua.foundation.actor import Actor, Role
from motcua.foundation.typed_number import typed_number


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the auditor asks for; what is None is not asked. A `verb` ending in "." is a prefix."""

    actor: str | None = None
    about: str | None = None
    verb: str | None = None
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Lines, the latest first; `older` is the key of the next page, "" on the last."""

    lines: tuple[JournalLine, ...]
    older: str


def page(*, by: Actor, wanted: Wanted, after: str = "", limit: int = 50) -> Page:
    """The lines of the actor's own commune, by keyset: a page costs the same at a million lines.

    Refused with `audit.not_yours` for anyone but an auditor; ValueError for a key that is none.
    The door records that the journal itself was read.
    """
    if not by.has(Role.AUDITOR):
        raise JournalNotYours
    found = JournalLine.objects.filter(_asked(wanted), chain=by.commune or "")
    if after:
        at, number = _place(after)
        found = found.filter(Q(at__lt=at) | Q(at=at, number__lt=number), at__lte=at)
    lines = tuple(found.order_by("-at", "-number")[: limit + 1])
    last = lines[limit - 1] if len(lines) > limit else None
    return Page(lines[:limit], f"{last.at.isoformat()}~{last.number}" if last else "")


def _asked(wanted: Wanted) -> Q:
    asked = Q()
    if wanted.actor is not None:
        asked &= Q(actor=wanted.actor)
    if wanted.about is not None:
        asked &= Q(about=wanted.about)
    if wanted.verb is not None:
        prefix = wanted.verb.endswith(".")
        asked &= Q(verb__startswith=wanted.verb) if prefix else Q(verb=wanted.verb)
    if wanted.since is not None:
        asked &= Q(at__gte=wanted.since)
    if wanted.until is not None:
        asked &= Q(at__lt=wanted.until)
    return asked


def _place(key: str) -> tuple[datetime, int]:
    """Where a page goes on; ValueError for a key that no page gave."""
    moment, _, line = key.partition("~")
    at, number = datetime.fromisoformat(moment), typed_number(line)
    if number is None or at.tzinfo is None:
        raise ValueError(key)
    return at, number


def latest(chain: str, verb: str) -> JournalLine | None:
    """The newest line about what a machine did, such as a check; None when there is none.

    For the state of the machine alone: whoever may not read the journal learns no name from it.
    """
    rows = JournalLine.objects.filter(chain=chain, verb=verb).order_by("-at", "-number")
    return rows.only("at", "facts").first()


def last_digest(about: str) -> str:
    """The seal of the newest line about something, "" when there is none: changes when it does."""
    with connection.cursor() as cursor:
        cursor.execute(_LAST_DIGEST, [about])
        row = cursor.fetchone()
    return str(row[0]) if row else ""


_LAST_DIGEST = "SELECT digest FROM audit_line WHERE about = %s ORDER BY id DESC LIMIT 1"
