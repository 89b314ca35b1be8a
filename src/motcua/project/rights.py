"""Who may do what on PostgreSQL: the product works as a role that cannot alter the past.

The tables belong to an owner (DATABASE_OWNER_URL), as whom only `motcua migrate` works. The
product's own role (DATABASE_URL) may add lines to the journal and to the books, and neither
change nor remove them, nor take their triggers away, since it owns nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.db import connection, connections
from django.db.utils import load_backend
from psycopg import sql

from motcua.project.database import database_of

# Every table with the trigger that foundation.unchangeable puts up.
_FIXED = """SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
WHERE t.tgname = c.relname || '_fixed'"""
_MAY_ALTER = """SELECT pg_has_role(current_user, relowner, 'USAGE')
OR has_table_privilege(current_user, oid, 'UPDATE')
OR has_table_privilege(current_user, oid, 'DELETE')
OR has_table_privilege(current_user, oid, 'TRUNCATE')
FROM pg_class WHERE oid = 'audit_line'::regclass"""


@contextmanager
def as_owner() -> Iterator[bool]:
    """Work as the owner of the tables; False when no other owner is named."""
    if not settings.DATABASE_OWNER_URL:
        yield False
        return
    ours = connections["default"]
    theirs = database_of(settings.DATABASE_OWNER_URL, settings.DATA)
    owner: dict[str, Any] = {**ours.settings_dict, **theirs}
    connections["default"] = load_backend(owner["ENGINE"]).DatabaseWrapper(owner, "default")
    try:
        yield True
    finally:
        connections["default"].close()
        connections["default"] = ours


def grant(role: str, password: str) -> None:
    """Give the product's role what it needs and no more; it is made when there is none."""
    who = sql.Identifier(role)
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
        if cursor.fetchone() is None:
            made = sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(who, sql.Literal(password))
            cursor.execute(_text(made))
        cursor.execute(_FIXED)
        fixed = [row[0] for row in cursor.fetchall()]
        for statement in _grants(fixed):
            cursor.execute(_text(sql.SQL(statement).format(role=who)))


def may_alter_the_journal() -> bool:
    """Whether the role of this connection could change or remove a line, triggers or not."""
    if connection.vendor != "postgresql":
        return False
    with connection.cursor() as cursor:
        cursor.execute(_MAY_ALTER)
        return bool(cursor.fetchone()[0])


def _grants(fixed: list[str]) -> Iterator[str]:
    yield "GRANT USAGE ON SCHEMA public TO {role}"
    yield "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role}"
    yield "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}"
    yield "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}"
    for table in fixed:
        yield f"REVOKE UPDATE, DELETE ON {table} FROM {{role}}"
    yield "REVOKE DELETE ON audit_head FROM {role}"
    yield "REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {role}"


def _text(statement: sql.Composable) -> str:
    return statement.as_string(connection.connection)
