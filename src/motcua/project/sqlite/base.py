"""Django's SQLite backend on a driver whose SQLite is new enough.

Debian's and CPython's own SQLite may carry the WAL-reset bug that was mended in 3.51.3; the
driver from `pysqlite3` brings its own library. Django names the standard module, so the names
are pointed at the newer one before Django's backend is first imported.
"""

import sys

import pysqlite3

sys.modules["sqlite3"] = pysqlite3
sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2

from django.db.backends.sqlite3.base import DatabaseWrapper  # noqa: E402

__all__ = ["DatabaseWrapper"]
