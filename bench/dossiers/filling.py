"""A commune's archive: so many dossiers written straight into the tables, for the bench alone.

Each has its two parties and two events; 97 in 100 are closed, the rest stand open. The rows are
those of a dossier that the product wrote, with other keys, names, states and dates.
"""

import random
import uuid
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

from django.db import connection, transaction

from bench.dossiers.floor import Floor
from motcua.dossiers.models import Dossier
from motcua.foundation.names import folded

BATCH = 20_000
# Weighted as names are: a few families are half of a commune.
FAMILIES = ["Vàng"] * 20 + ["Lù"] * 14 + ["Nguyễn"] * 14 + ["Hoàng"] * 9 + ["Sần"] * 6
FAMILIES += ["Nông", "Lò", "Tráng", "Phạm", "Trần", "Lê", "Phan", "Cù", "Vũ", "Giàng", "Thào", "Ma"]
MIDDLES = ["Văn", "Thị", "A", "Xuân", "Thị Bích", "Đức", "Minh", "Thị Kim", "Seo", "Ngọc"]
_ONSETS = ("Th", "M", "B", "Ph", "L", "D", "K", "H", "Tr", "N", "Gi")
_RIMES = ("ử", "ẫu", "ảy", "úc", "an", "ềm", "ông", "ính", "oan", "ư", "ới", "ẩm")
GIVENS = [onset + rime for onset in _ONSETS for rime in _RIMES]
START = datetime(2016, 1, 4, 1, 0, tzinfo=UTC)
_TIMES = {"dossiers_dossier": 1, "dossiers_party": 1, "dossiers_dossierevent": 2}


def fill(pattern: Dossier, there: int, count: int) -> None:
    """Write them after those that are there; the planner's statistics are taken at the end."""
    floor = Floor(pattern)
    made = _dossiers(floor, random.Random(20261124 + there), range(there, there + count))
    while batch := list(islice(made, BATCH)):
        with transaction.atomic(), connection.cursor() as cursor:
            for table in _TIMES:
                rows = [row for one in batch for row in one[table]]
                _write(cursor, table, floor.rows[table][0][0], rows)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _write(cursor: Any, table: str, names: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    columns = ", ".join(f'"{name}"' for name in names)
    if connection.vendor == "sqlite":
        holes = ", ".join(["%s"] * len(names))
        cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({holes})", rows)
        return
    with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _dossiers(
    floor: Floor, chance: random.Random, numbers: Sequence[int]
) -> Iterator[dict[str, Any]]:
    for number in numbers:
        yield _one(floor, chance, number)


def _one(floor: Floor, chance: random.Random, number: int) -> dict[str, Any]:
    key = uuid.UUID(int=chance.getrandbits(128), version=4)
    closed = chance.random() < 0.97
    at = START + timedelta(minutes=5 * number)
    name = f"{chance.choice(FAMILIES)} {chance.choice(MIDDLES)} {chance.choice(GIVENS)}"
    new = {
        "id": floor.key(key),
        "dossier_id": floor.key(key),
        "code": f"{number:09}",
        "number": f"H38.99.01-filled-{number}",
        "state": 10 if closed else chance.choice((1, 2, 4, 4, 4, 5)),
        "step": "" if closed else "check",
        "name": name,
        "name_folded": folded(name),
        "subject_name": name,
        "filer_name": name,
        "submitted_at": at,
        "kept_at": at,
        "due_at": at + timedelta(days=1),
        "followed_at": at,
    }
    return {
        table: [_row(floor, *row, new) for row in rows * _TIMES[table]]
        for table, rows in floor.rows.items()
    }


def _row(floor: Floor, names: Sequence[str], values: Sequence[Any], new: dict[str, Any]) -> Any:
    put = {**new, "act": floor.key(uuid.uuid4())}
    return [_stored(floor, put.get(name, value)) for name, value in zip(names, values, strict=True)]


def _stored(floor: Floor, value: Any) -> Any:
    if isinstance(value, datetime) and floor.lite:
        return f"{value:%Y-%m-%d %H:%M:%S}"
    return value
