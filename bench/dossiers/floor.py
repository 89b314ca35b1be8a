"""The same rows through the bare driver: what the machine and the database can do at best.

A dossier that the product wrote is the pattern; its rows are written again with new keys, in the
same order, in one transaction, with the same locks, the same queue of writers and the same seal of
the journal. Nothing is asked and nothing is worked out.
"""

import os
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import pysqlite3
from django.conf import settings
from django.db import connection

from bench.dossiers.pattern import Row, rows_of, stored
from motcua.audit.chain import SEALED, digest_of
from motcua.dossiers.models import Dossier
from motcua.project.database import _PRAGMAS
from motcua.project.sqlite.fair_lock import FairLock

_TABLES = ("dossiers_dossier", "dossiers_party", "dossiers_dossierevent")


class Floor:
    """One client of the bare driver."""

    def __init__(self, pattern: Dossier) -> None:
        self.lite = connection.vendor == "sqlite"
        self.hole = "?" if self.lite else "%s"
        self.begin = "BEGIN IMMEDIATE" if self.lite else "BEGIN"
        rows = [row for table in _TABLES for row in rows_of(pattern, table)]
        self.rows = [(row.statement(self.hole), row.values) for row in rows]
        # Others write lines about the pattern too: the first is that of its handing in.
        self.line: Row = rows_of(pattern, "audit_line")[0]
        self.write_line = self.line.statement(self.hole)
        self.chain = pattern.commune_id
        self.series = f"dossier:{pattern.commune.agency_code}:floor"
        self._open()

    def _open(self) -> None:
        connection.close()
        if self.lite:
            path = Path(settings.DATABASES["default"]["NAME"])
            self.driver = pysqlite3.connect(str(path), isolation_level=None, timeout=20)
            self.driver.executescript(_PRAGMAS)
            # The very queue in which the product's writers stand.
            self.turn = FairLock(path.with_name(path.name + ".queue"))
        else:
            self.driver = psycopg.connect(os.environ["DATABASE_URL"], autocommit=True)

    def write(self) -> None:
        """One submission's rows, durable when this returns."""
        key = uuid.uuid4()
        new = {
            "id": stored(key),
            "dossier_id": stored(key),
            "act": stored(key),
            "code": key.hex[:9],
        }
        if self.lite:
            self.turn.take()
        try:
            self._do(self.begin)
            new["number"] = f"floor-{self._one(_SERIES, [self.series])[0]:09}"
            for statement, values in self.rows:
                self._do(statement, list({**values, **_only(new, values)}.values()))
            self._journal(key)
            self._do(_COUNT.replace("%s", self.hole), [self.chain])
            self._do("COMMIT")
        finally:
            if self.lite:
                self.turn.give()

    def _journal(self, key: uuid.UUID) -> None:
        number, previous = self._one(_HEAD, [self.chain])
        told = {"number": number, "previous": previous, "about": f"dossier:{key}"}
        line = {**self.line.values, **told}
        digest = digest_of({**{name: line[name] for name in SEALED}, "at": _NOW})
        self._do(self.write_line, list({**line, "digest": digest}.values()))
        self._do(_SEAL.replace("%s", self.hole), [digest, self.chain])

    def _one(self, statement: str, values: Sequence[Any]) -> tuple[Any, ...]:
        found: tuple[Any, ...] = self._do(statement.replace("%s", self.hole), values).fetchone()
        return found

    def _do(self, statement: str, values: Sequence[Any] = ()) -> Any:
        return self.driver.execute(statement, values)


def _only(new: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in new.items() if name in values}


_NOW = datetime(2026, 3, 3, 2, 0, tzinfo=UTC).isoformat(timespec="microseconds")
_SERIES = (
    "INSERT INTO foundation_series (name, last) VALUES (%s, 1) "
    "ON CONFLICT (name) DO UPDATE SET last = foundation_series.last + 1 RETURNING last"
)
_COUNT = (
    "INSERT INTO dossiers_statecount (commune_id, state, step, count) VALUES (%s, 1, '', 1) "
    "ON CONFLICT (commune_id, state, step) DO UPDATE SET count = dossiers_statecount.count + 1"
)
_HEAD = (
    "INSERT INTO audit_head (chain, number, digest) VALUES (%s, 1, '') "
    "ON CONFLICT (chain) DO UPDATE SET number = audit_head.number + 1 RETURNING number, digest"
)
_SEAL = "UPDATE audit_head SET digest = %s WHERE chain = %s"
