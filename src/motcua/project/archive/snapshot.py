"""One moment of the database, for as long as it is being read."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def snapshot() -> Iterator[None]:
    """Reads within see the database as it is now, while others go on writing."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        else:
            # Deferred, not IMMEDIATE: no writer has to wait for a backup.
            cursor.execute("BEGIN DEFERRED")
            cursor.execute("SELECT count(*) FROM sqlite_master").fetchone()
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")
