"""Emptying the tables after a test that commits: the books and the journal refuse that, rightly.

Triggers that refuse are lifted for the moment of the flush and put back; no test can ask for it.
"""

from collections.abc import Iterable
from typing import Any

from django.db.backends.base.operations import BaseDatabaseOperations

_flush = BaseDatabaseOperations.execute_sql_flush


def _flush_all(self: BaseDatabaseOperations, statements: Iterable[str]) -> Any:
    connection: Any = self.connection  # type: ignore[attr-defined]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
            _flush(self, statements)
            cursor.execute("SET session_replication_role = DEFAULT")
            return
        cursor.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%RAISE(%'"
        )
        lifted = cursor.fetchall()
        for name, _ in lifted:
            cursor.execute(f'DROP TRIGGER "{name}"')
        _flush(self, statements)
        for _, sql in lifted:
            cursor.execute(sql)


def allow_flush() -> None:
    """Called once, when the suite is set up."""
    BaseDatabaseOperations.execute_sql_flush = _flush_all  # type: ignore[method-assign]
