"""Tables whose rows are written once: the database itself refuses to change or remove them.

For rows that must survive a bug, a shell and a hurried administrator; Python refuses first, with
a sentence. What the database refuses comes up as django.db.DatabaseError.
"""

from collections.abc import Iterator

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import RunPython
from django.db.migrations.state import StateApps

_PRESENT = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s",
    "postgresql": """SELECT tgname FROM pg_trigger
        WHERE tgrelid = %s::regclass AND NOT tgisinternal AND tgenabled IN ('O', 'A')""",
}


def unchangeable(*tables: str) -> RunPython:
    """The migration that puts the refusing triggers on tables (UPDATE, DELETE; TRUNCATE too)."""

    def forwards(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        for table in tables:
            put_up(editor.connection, table)

    return RunPython(forwards, RunPython.noop)


def still_unchangeable(*tables: str) -> RunPython:
    """The migration after one that rebuilt tables: SQLite loses the triggers then."""

    def forwards(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        for table in tables:
            if not standing(editor.connection, table):
                put_up(editor.connection, table)

    return RunPython(forwards, RunPython.noop)


def put_up(connection: BaseDatabaseWrapper, table: str) -> None:
    """Put the triggers on a table that has none."""
    statements = _for_sqlite(table) if connection.vendor == "sqlite" else _for_postgres(table)
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def standing(connection: BaseDatabaseWrapper, table: str) -> bool:
    """Whether the triggers of a table are up and enabled."""
    wanted = {
        "sqlite": {f"{table}_no_update", f"{table}_no_delete"},
        "postgresql": {f"{table}_fixed"},
    }
    with connection.cursor() as cursor:
        cursor.execute(_PRESENT[connection.vendor], [table])
        return wanted[connection.vendor] <= {row[0] for row in cursor.fetchall()}


def _for_sqlite(table: str) -> Iterator[str]:
    for act in ("UPDATE", "DELETE"):
        yield (
            f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table}: rows are written once'); END"
        )


def _for_postgres(table: str) -> Iterator[str]:
    yield (
        f"CREATE OR REPLACE FUNCTION {table}_written_once() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{table}: rows are written once'; END $$"
    )
    yield (
        f"CREATE TRIGGER {table}_fixed BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_written_once()"
    )
