"""Writing the journal: always inside the transaction of the act that it tells of."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from django.db import connection, transaction

from motcua.audit.chain import canonical, digest_of
from motcua.audit.sought import sought
from motcua.foundation.actor import Actor

# Three statements of SQL instead of the ORM: a line costs a third of what it did, and the
# journal is written at every act and every reading.
_LOCK = """
INSERT INTO audit_head (chain, number, digest) VALUES (%s, 1, '')
ON CONFLICT (chain) DO UPDATE SET number = audit_head.number + 1
RETURNING number, digest
"""
_WRITE = """
INSERT INTO audit_line (chain, number, at, actor, actor_name, roles, verb, about, why, facts,
previous, digest) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
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
    order of their commits, and an act that fails leaves no line. `facts` is plain JSON.
    """
    if at.tzinfo is None:
        raise ValueError("a line of the journal needs a time with its zone")
    # Without a savepoint: half a line must take the act down with it.
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
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
        stored = {
            **line,
            "at": connection.ops.adapt_datetimefield_value(at),
            "facts": canonical(line["facts"]),
        }
        cursor.execute(_WRITE, [*stored.values(), digest])
        cursor.execute(_SEAL, [digest, chain])


def record_search(
    *, chain: str, by: Actor, at: datetime, what: str, words: str, shown: Sequence[str], why: str
) -> None:
    """Say that people were looked for by a name or number, why, and which rows were shown.

    The line is about the words, by their digest alone.
    """
    facts = {"about": list(shown), "shown": len(shown)}
    verb = f"read.{what}"
    record(chain=chain, by=by, at=at, verb=verb, about=sought(words), why=why, facts=facts)


def record_reading(
    *, chain: str, by: Actor, at: datetime, what: str, about: Sequence[str], why: str
) -> None:
    """Say that personal data was read: which page (`what`), of whom or what (`about`), and why.

    One line for one page, however many rows it shows.
    """
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
