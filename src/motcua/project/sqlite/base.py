"""Django's SQLite backend on a driver that is new enough, with a fair queue of writers.

Debian's and CPython's own SQLite may carry the WAL-reset bug that was mended in 3.51.3; the
driver from `pysqlite3` brings its own library. Django names the standard module, so the names
are pointed at the newer one before Django's backend is first imported.
"""

import sys
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import pysqlite3

sys.modules["sqlite3"] = pysqlite3
sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2

from django.db.backends.sqlite3 import base  # noqa: E402

from motcua.project.sqlite.fair_lock import FairLock  # noqa: E402


class Cursor(base.SQLiteCursorWrapper):
    """Django's own, which looks through the text of a statement once and not each time."""

    def convert_query(self, query: str, *, param_names: Sequence[str] | None = None) -> str:
        """`%s` as SQLite's `?`."""
        if param_names is None:
            return _with_question_marks(query)
        return str(super().convert_query(query, param_names=param_names))


@lru_cache(maxsize=512)
def _with_question_marks(query: str) -> str:
    return str(base.FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%"))


class DatabaseWrapper(base.DatabaseWrapper):
    """`transaction_mode` is IMMEDIATE: every ``atomic()`` is a writer and waits for its turn.

    Reading in autocommit never waits. A write in autocommit, which the house does not do, falls
    back on SQLite's own waiting. A database in memory has one process and no queue.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._turn: FairLock | None = None

    def create_cursor(self, name: str | None = None) -> Cursor:
        """A cursor of this connection; SQLite knows none by name."""
        cursor: Cursor = self.connection.cursor(factory=Cursor)
        return cursor

    def _start_transaction_under_autocommit(self) -> None:
        turn = self._our_turn()
        if turn is None:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
            return
        turn.take()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            turn.give()
            raise

    def _our_turn(self) -> FairLock | None:
        if self.is_in_memory_db():
            return None
        if self._turn is None:
            name = Path(self.settings_dict["NAME"])
            self._turn = FairLock(name.with_name(name.name + ".queue"))
        return self._turn

    def _commit(self) -> None:
        # A commit that fails leaves the transaction open: Django rolls it back, and that gives.
        super()._commit()  # type: ignore[misc]
        if self._turn is not None:
            self._turn.give()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            if self._turn is not None:
                self._turn.give()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            if self._turn is not None:
                self._turn.close()


__all__ = ["DatabaseWrapper"]
