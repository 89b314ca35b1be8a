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

from motcua.project.database import database_of

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


def may_alter_the_journal() -> bool:
    """Whether the role of this connection could change or remove a line, triggers or not."""
    if connection.vendor != "postgresql":
        return False
    with connection.cursor() as cursor:
        cursor.execute(_MAY_ALTER)
        return bool(cursor.fetchone()[0])
