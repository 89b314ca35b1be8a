"""The rows that the product wrote for one dossier, as the database keeps them."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.db import connection

from motcua.dossiers.models import Dossier

# How each table says which rows are this dossier's: by its key, or by its name as text.
TABLES = {
    "dossiers_dossier": "id",
    "dossiers_party": "dossier_id",
    "dossiers_dossierevent": "dossier_id",
    "audit_line": "about",
    "results_document": "about",
    "results_result": "decision",
}
_BY_NAME = {"about", "decision"}
# Keys that the database makes.
_MADE = {
    ("dossiers_party", "words"),
    ("dossiers_party", "id"),
    ("dossiers_dossierevent", "id"),
    ("audit_line", "id"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its columns and their values, without a key that the database makes."""

    table: str
    values: dict[str, Any]

    def statement(self, hole: str) -> str:
        """Its INSERT, with a hole for each value."""
        columns = ", ".join(f'"{name}"' for name in self.values)
        return (
            f"INSERT INTO {self.table} ({columns}) VALUES ({', '.join([hole] * len(self.values))})"
        )


def stored(key: uuid.UUID) -> Any:
    """A key as this database stores it."""
    return key.hex if connection.vendor == "sqlite" else key


def rows_of(dossier: Dossier, table: str) -> list[Row]:
    """Its rows in a table, in the order of writing."""
    column = TABLES[table]
    key = f"dossier:{dossier.pk}" if column in _BY_NAME else stored(dossier.pk)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} WHERE {column} = %s ORDER BY id", [key])
        names = [column[0] for column in cursor.description]
        found = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return [
        Row(table, {name: value for name, value in row.items() if (table, name) not in _MADE})
        for row in found
    ]
