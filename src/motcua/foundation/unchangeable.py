"""Tables whose rows are written once: the database itself refuses to change or remove them.

For rows that must survive a bug, a shell and a hurried administrator; Python refuses first, with
a sentence. What the database refuses comes up as django.db.DatabaseError.
"""

from collections.abc import Iterator

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import RunPython
from django.db.migrations.state import StateApps


def unchangeable(*tables: str) -> RunPython:
    """The migration that puts the refusing triggers on tables (UPDATE, DELETE; TRUNCATE too)."""

    def forwards(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        lite = editor.connection.vendor == "sqlite"
        for table in tables:
            for statement in _for_sqlite(table) if lite else _for_postgres(table):
                editor.execute(statement, params=None)

    return RunPython(forwards, RunPython.noop)


def _for_sqlite(table: str) -> Iterator[str]:
    for act in ("UPDATE", "DELETE"):
        yield (
            f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table}: rows are written once'); END"
        )


def _for_postgres(table: str) -> Iterator[str]:
    yield (
        f"CREATE FUNCTION {table}_written_once() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{table}: rows are written once'; END $$"
    )
    yield (
        f"CREATE TRIGGER {table}_fixed BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_written_once()"
    )
