"""What the product's role may do on PostgreSQL, and no more: the sentences that say so to it.

Apart from `rights`, which the web asks too: PostgreSQL's driver is loaded where it is the database.
"""

from collections.abc import Iterator

from django.db import connection
from psycopg import sql

# Every table with the trigger that foundation.unchangeable puts up.
_FIXED = """SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
WHERE t.tgname = c.relname || '_fixed'"""


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
