"""Which database this is, and whether it can be trusted with what it is given."""

from typing import NamedTuple

from django.db import connection

# Older ones can lose data when the write-ahead log is reset.
SOUND_SQLITE = (3, 51, 3)
_ASKED = {"sqlite": "SELECT sqlite_version()", "postgresql": "SHOW server_version"}


class Engine(NamedTuple):
    """``sqlite`` or ``postgresql``, its version, and whether that version is sound."""

    kind: str
    version: str
    sound: bool


def engine() -> Engine:
    """As the database itself says."""
    kind = connection.vendor
    with connection.cursor() as cursor:
        cursor.execute(_ASKED[kind])
        version = str(cursor.fetchone()[0]).split()[0]
    number = tuple(int(part) for part in version.split("."))
    return Engine(kind, version, kind != "sqlite" or number >= SOUND_SQLITE)
