"""Many processes write to one database file; said as one line of JSON.

python -m bench.ground.writers FOLDER WRITERS WRITES [--unfair]
"""

import json
import os
import sys
import time
from pathlib import Path

import django
from django.conf import settings
from django.db import connection, transaction

from motcua.project.database import database_of
from motcua.project.sqlite.fair_lock import FairLock

_TAKE = "UPDATE counter SET last = last + 1 RETURNING last"
# A submission: the dossier, its papers, its event, its line in the journal.
_KEEP = "INSERT INTO kept (number, text) VALUES (%s, %s)"
_ROWS = 9


def write_once(writer: int) -> float:
    """One durable act; the seconds that it took."""
    begun = time.perf_counter()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_TAKE)
        number = cursor.fetchone()[0]
        for row in range(_ROWS):
            cursor.execute(_KEEP, [number, f"{writer} {row} " + "x" * 400])
    return time.perf_counter() - begun


def write_all(writer: int, writes: int, out: Path) -> None:
    """What one process does: a few unmeasured acts, then the measured ones."""
    seconds = [write_once(writer) for _ in range(writes)]
    out.write_text(json.dumps(seconds), encoding="ascii")


def measure(folder: Path, writers: int, writes: int) -> dict[str, float]:
    """The rate, the percentiles and what is in the database at the end."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE counter (last INTEGER)")
        cursor.execute("INSERT INTO counter VALUES (0)")
        cursor.execute("CREATE TABLE kept (number INTEGER, text TEXT)")
    connection.close()
    begun = time.perf_counter()
    children = []
    for writer in range(writers):
        child = os.fork()
        if child == 0:
            write_all(writer, writes, folder / f"{writer}.json")
            os._exit(0)
        children.append(child)
    failed = sum(os.waitpid(child, 0)[1] != 0 for child in children)
    took = time.perf_counter() - begun
    return {"failed": failed, **summary(folder, took)}


def summary(folder: Path, took: float) -> dict[str, float]:
    """Milliseconds at the percentiles; `numbers` are different ones, `rows` all of them."""
    seconds = sorted(s for path in folder.glob("*.json") for s in json.loads(path.read_text()))
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(DISTINCT number), max(number), count(*) FROM kept")
        numbers, highest, rows = cursor.fetchone()
    return {
        "acts": len(seconds),
        "numbers": numbers,
        "highest": highest,
        "rows": rows,
        "acts_a_second": round(len(seconds) / took),
        "p50_ms": round(seconds[len(seconds) // 2] * 1000, 1),
        "p99_ms": round(seconds[int(len(seconds) * 0.99)] * 1000, 1),
        "max_ms": round(seconds[-1] * 1000, 1),
    }


def main(folder: str, writers: str, writes: str, *options: str) -> None:
    if "--unfair" in options:
        FairLock.take = lambda self: None  # type: ignore[method-assign]
    settings.configure(DATABASES={"default": database_of("", Path(folder))}, USE_TZ=True)
    django.setup()
    print(json.dumps(measure(Path(folder), int(writers), int(writes))))


if __name__ == "__main__":
    main(*sys.argv[1:])
