"""Sessions in the database, read by a statement made once: every page asks for one."""

from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseSessions
from django.contrib.sessions.models import Session

from motcua.foundation.clock import now
from motcua.foundation.rows import by_key


class SessionStore(DatabaseSessions):
    """Django's own, but for the reading of the row."""

    def _get_session_from_db(self) -> Any:
        row = by_key(Session, self.session_key)
        if row is None or row.expire_date <= now():
            self._session_key: str | None = None
            return None
        return row
