"""A commune's archive: so many dossiers written straight into the tables, for the bench alone.

97 in 100 are closed: the dossier with its two parties, its first and last act, their two lines in
the journal, the paper and the result. The rest stand open. The database copies the rows of dossiers
that the product wrote, under other keys, names, states and dates; every index is kept as always.
"""

import os
import random
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection, transaction

from bench.dossiers.pattern import rows_of, stored
from motcua.dossiers.codes import _check
from motcua.dossiers.models import Dossier
from motcua.foundation.names import folded

BATCH = 50_000
# Weighted as names are: a few families are half of a commune.
FAMILIES = ["Vàng"] * 20 + ["Lù"] * 14 + ["Nguyễn"] * 14 + ["Hoàng"] * 9 + ["Sần"] * 6
FAMILIES += ["Nông", "Lò", "Tráng", "Phạm", "Trần", "Lê", "Phan", "Cù", "Vũ", "Giàng", "Thào", "Ma"]
MIDDLES = ["Văn", "Thị", "A", "Xuân", "Thị Bích", "Đức", "Minh", "Thị Kim", "Seo", "Ngọc"]
_ONSETS = ("Th", "M", "B", "Ph", "L", "D", "K", "H", "Tr", "N", "Gi")
_RIMES = ("ử", "ẫu", "ảy", "úc", "an", "ềm", "ông", "ính", "oan", "ư", "ới", "ẩm")
GIVENS = [onset + rime for onset in _ONSETS for rime in _RIMES]
START = datetime(2016, 1, 4, 1, 0, tzinfo=UTC)

_NEW = """
CREATE TEMPORARY TABLE IF NOT EXISTS filled (closed boolean, n integer,
id {key}, first {key}, last {key}, document {key}, result {key},
about varchar(60), code varchar(9), state integer, step varchar(8),
name varchar(200), name_folded varchar(200), at {moment}, due {moment})
"""
# What differs from the pattern, in each table.
_CHANGED = {
    "dossiers_dossier": {
        "id": "f.id",
        "code": "f.code",
        "number": "'H38.99.01-filled-' || f.n",
        "state": "f.state",
        "step": "f.step",
        "subject_name": "f.name",
        "filer_name": "f.name",
        "kept_at": "f.at",
        "submitted_at": "f.at",
        "due_at": "f.due",
        "result_id": "f.result",
        "owner": "'account:' || (1000000 + f.n / 3)",
    },
    "dossiers_party": {"dossier_id": "f.id", "name": "f.name", "name_folded": "f.name_folded"},
    "dossiers_dossierevent": {"dossier_id": "f.id", "at": "f.at", "followed_at": "f.at"},
    "audit_line": {"about": "f.about", "at": "f.at"},
    "results_document": {"id": "f.document", "about": "f.about", "key": "'result:' || f.about"},
    "results_result": {
        "id": "f.result",
        "document_id": "f.document",
        "decision": "f.about",
        "number": "f.n || '/filled'",
        "holder": "f.name",
    },
}
_COUNT = """
INSERT INTO dossiers_statecount (commune_id, state, step, count)
SELECT %s, state, step, count(*) FROM filled WHERE true GROUP BY state, step
ON CONFLICT (commune_id, state, step)
DO UPDATE SET count = dossiers_statecount.count + excluded.count
"""
# A table comes after those that it points at.
_ORDER = ("results_document", "results_result", "dossiers_dossier")
_ORDER += ("dossiers_party", "dossiers_dossierevent", "audit_line")


@dataclass(frozen=True, slots=True)
class Patterns:
    """A dossier that was handed over, and one that waits to be accepted."""

    closed: Dossier
    opened: Dossier


def fill(patterns: Patterns, there: int, count: int) -> None:
    """Write `count` after those that are there."""
    lite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        kinds = ("char(32)", "datetime") if lite else ("uuid", "timestamptz")
        cursor.execute(_NEW.format(key=kinds[0], moment=kinds[1]))
        if lite:
            # For the filling alone: keys fall all over the indexes.
            cursor.execute("PRAGMA cache_size=-2000000")
            cursor.execute("PRAGMA synchronous=OFF")
        for begin in range(there, there + count, BATCH):
            _batch(cursor, patterns, range(begin, min(begin + BATCH, there + count)))
        if not lite:
            # What PostgreSQL does by itself before long; SQLite is not told, as in the product.
            cursor.execute("VACUUM ANALYZE")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)" if lite else "CHECKPOINT")
    connection.close()
    # All of it on the disk: else the first acts measured pay for gigabytes of the filling.
    os.sync()


def _batch(cursor: Any, patterns: Patterns, numbers: range) -> None:
    commune = patterns.closed.commune_id
    with transaction.atomic():
        cursor.execute("DELETE FROM filled")
        _write(cursor, [*_made(random.Random(20261124 + numbers[0]), numbers)])
        cursor.execute("SELECT number FROM audit_head WHERE chain = %s", [commune])
        # The line of dossier n: two for each, after those that are there.
        line = f"{cursor.fetchone()[0] - 2 * numbers[0]} + 2 * f.n"
        for table in _ORDER:
            _copy(cursor, table, patterns.closed, "f.closed", line)
            _copy(cursor, table, patterns.opened, "NOT f.closed", line)
        change = "UPDATE audit_head SET number = number + %s WHERE chain = %s"
        cursor.execute(change, [2 * len(numbers), commune])
        cursor.execute(_COUNT, [commune])


def _write(cursor: Any, rows: list[tuple[Any, ...]]) -> None:
    if connection.vendor == "sqlite":
        holes = ", ".join(["%s"] * len(rows[0]))
        cursor.executemany(f"INSERT INTO filled VALUES ({holes})", rows)
        return
    with cursor.copy("COPY filled FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _copy(cursor: Any, table: str, pattern: Dossier, which: str, line: str) -> None:
    """All of the people; of other tables the first of the pattern's rows and the last."""
    rows = rows_of(pattern, table)
    if table != "dossiers_party":
        rows = [*rows[:1], *rows[1:][-1:]]
    for place, row in enumerate(rows):
        put = {**_CHANGED[table], "act": ("f.first", "f.last")[place]}
        if table == "audit_line":
            put["number"] = f"{line} + {place + 1}"
        shown = ", ".join(put.get(name, "%s") for name in row.values)
        values = [value for name, value in row.values.items() if name not in put]
        names = ", ".join(f'"{name}"' for name in row.values)
        copied = f"INSERT INTO {table} ({names}) SELECT {shown} FROM filled f WHERE {which}"
        cursor.execute(copied, values)


def _made(chance: random.Random, numbers: range) -> Iterator[tuple[Any, ...]]:
    """The rows of the table `filled`."""
    lite = connection.vendor == "sqlite"
    for number in numbers:
        closed = chance.random() < 0.97
        state = (10, "") if closed else (chance.choice((1, 2, 4, 4, 4, 5)), "check")
        keys = [uuid.UUID(int=chance.getrandbits(128), version=4) for _ in range(5)]
        at = START + timedelta(minutes=5 * number)
        due = at + timedelta(days=1)
        name = f"{chance.choice(FAMILIES)} {chance.choice(MIDDLES)} {chance.choice(GIVENS)}"
        digits = str(10_000_000 + 89 * number)
        yield (
            closed,
            number,
            *map(stored, keys[:4]),
            stored(keys[4]) if closed else None,
            f"dossier:{keys[0]}",
            digits + _check(digits),
            *state,
            name,
            folded(name),
            *([f"{at:%Y-%m-%d %H:%M:%S}", f"{due:%Y-%m-%d %H:%M:%S}"] if lite else [at, due]),
        )
