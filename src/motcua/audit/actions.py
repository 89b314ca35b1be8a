"""Writing the journal: always inside the transaction of the act that it tells of."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from django.db import connection, transaction

from motcua.audit.chain import digest_of
from motcua.audit.models import JournalLine
from motcua.foundation.actor import Actor

_LOCK = """
INSERT INTO audit_head (chain, number, digest) VALUES (%s, 1, '')
ON CONFLICT (chain) DO UPDATE SET number = audit_head.number + 1
RETURNING number, digest
"""
_SEAL = "UPDATE audit_head SET digest = %s WHERE chain = %s"


def record(
    *,
    chain: str,
    by: Actor,
    at: datetime,
    verb: str,
    about: str,
    why: str = "",
    facts: Mapping[str, Any] | None = None,
) -> None:
    """Add a line to the chain of a commune (its code; "" for what belongs to none).

    The head row stays locked until the act's transaction ends: lines of one commune stand in the
    order of their commits, and an act that fails leaves no line.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_LOCK, [chain])
        number, previous = cursor.fetchone()
        line: dict[str, Any] = {
            "chain": chain,
            "number": number,
            "at": at.astimezone(UTC).isoformat(timespec="microseconds"),
            "actor": by.id,
            "actor_name": by.name,
            "roles": ",".join(sorted(by.roles)),
            "verb": verb,
            "about": about,
            "why": why,
            "facts": dict(facts or {}),
            "previous": previous,
        }
        digest = digest_of(line)
        JournalLine.objects.create(**{**line, "at": at}, digest=digest)
        cursor.execute(_SEAL, [digest, chain])


def record_reading(
    *, chain: str, by: Actor, at: datetime, what: str, about: Sequence[str], why: str
) -> None:
    """Say that personal data was read: which page (`what`), of whom or what (`about`), and why."""
    first = about[0] if len(about) == 1 else f"{len(about)} rows"
    record(
        chain=chain,
        by=by,
        at=at,
        verb=f"read.{what}",
        about=first,
        why=why,
        facts={} if len(about) == 1 else {"about": list(about)},
    )
