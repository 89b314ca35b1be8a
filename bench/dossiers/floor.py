"""The same rows through the bare driver: what the machine and the database can do at best.

A dossier that the product wrote is the pattern; its rows are written again with new keys, in the
same transaction, with the same locks and the same seal of the journal.
"""

import hashlib
import os
import uuid
from collections.abc import Sequence
from typing import Any

import psycopg
import pysqlite3
from django.conf import settings
from django.db import connection

from motcua.dossiers.models import Dossier
from motcua.project.database import _PRAGMAS
from motcua.project.sqlite.fair_lock import FairLock

_Row = tuple[list[str], list[Any]]
_TABLES = {
    "dossiers_dossier": "id",
    "dossiers_party": "dossier_id",
    "dossiers_dossierevent": "dossier_id",
}


class Floor:
    """One client of the bare driver."""

    def __init__(self, pattern: Dossier) -> None:
        self.lite = connection.vendor == "sqlite"
        self.hole = "?" if self.lite else "%s"
        self.rows = {table: self._pattern(table, key, pattern) for table, key in _TABLES.items()}
        self.line = self._pattern("audit_line", "about", f"dossier:{pattern.pk}")
        self.series = f"dossier:{pattern.commune.agency_code}:floor"
        self.old = pattern
        self._open()

    def _open(self) -> None:
        if self.lite:
            path = str(settings.DATABASES["default"]["NAME"])
            self.driver = pysqlite3.connect(path, isolation_level=None, timeout=20)
            self.driver.executescript(_PRAGMAS)
            self.turn = FairLock(settings.DATABASES["default"]["NAME"].with_suffix(".floor"))
        else:
            self.driver = psycopg.connect(os.environ["DATABASE_URL"], autocommit=True)

    def _pattern(self, table: str, key: str, value: Any) -> list[_Row]:
        given = value if isinstance(value, str) else self.key(value.pk)
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {table} WHERE {key} = %s", [given])
            names = [column[0] for column in cursor.description]
            found = [list(row) for row in cursor.fetchall()]
        kept = [place for place, name in enumerate(names) if (table, name) not in _MADE]
        return [([names[place] for place in kept], [row[place] for place in kept]) for row in found]

    def key(self, key: uuid.UUID) -> Any:
        """A key as this database stores it."""
        return key.hex if self.lite else key

    def write(self) -> None:
        """One submission's rows, durable when this returns."""
        key = uuid.uuid4()
        new = {
            "id": self.key(key),
            "dossier_id": self.key(key),
            "act": self.key(key),
            "code": str(key.int % 10**9).rjust(9, "0"),
        }
        if self.lite:
            self.turn.take()
        try:
            self._do("BEGIN IMMEDIATE" if self.lite else "BEGIN")
            new["number"] = f"floor-{self._one(_SERIES, [self.series])[0]}"
            for table, rows in self.rows.items():
                for row in rows:
                    self._insert_like(table, row, new)
            self._one(_COUNT, [self.old.commune_id])
            self._journal()
            self._do("COMMIT")
        finally:
            if self.lite:
                self.turn.give()

    def _insert_like(self, table: str, row: _Row, new: dict[str, Any]) -> None:
        names, values = row
        put = [new.get(name, value) for name, value in zip(names, values, strict=True)]
        columns = ", ".join(f'"{name}"' for name in names)
        holes = ", ".join([self.hole] * len(names))
        self._do(f"INSERT INTO {table} ({columns}) VALUES ({holes})", put)

    def _journal(self) -> None:
        number, previous = self._one(_HEAD, [self.old.commune_id])
        digest = hashlib.sha256(f"{number}{previous}{self.line}".encode()).hexdigest()
        names, values = self.line[0]
        put = {**dict(zip(names, values, strict=True)), "number": number, "digest": digest}
        columns, holes = ", ".join(put), ", ".join([self.hole] * len(put))
        self._do(f"INSERT INTO audit_line ({columns}) VALUES ({holes})", list(put.values()))
        self._do(_SEAL.replace("%s", self.hole), [digest, self.old.commune_id])

    def _one(self, statement: str, values: Sequence[Any]) -> tuple[Any, ...]:
        found: tuple[Any, ...] = self._do(statement.replace("%s", self.hole), values).fetchone()
        return found

    def _do(self, statement: str, values: Sequence[Any] = ()) -> Any:
        return self.driver.execute(statement, list(values))


_MADE = {("dossiers_party", "id"), ("dossiers_dossierevent", "id"), ("audit_line", "id")}
_SERIES = (
    "INSERT INTO foundation_series (name, last) VALUES (%s, 1) "
    "ON CONFLICT (name) DO UPDATE SET last = foundation_series.last + 1 RETURNING last"
)
_COUNT = (
    "INSERT INTO dossiers_statecount (commune_id, state, step, count) VALUES (%s, 1, '', 1) "
    "ON CONFLICT (commune_id, state, step) DO UPDATE SET count = dossiers_statecount.count + 1 "
    "RETURNING count"
)
_HEAD = (
    "INSERT INTO audit_head (chain, number, digest) VALUES (%s, 1, '') "
    "ON CONFLICT (chain) DO UPDATE SET number = audit_head.number + 1 RETURNING number, digest"
)
_SEAL = "UPDATE audit_head SET digest = %s WHERE chain = %s"
