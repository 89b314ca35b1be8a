"""The installation's own secrets, made once and kept with its data, never in the repository."""

import os
import secrets
from pathlib import Path

from motcua.foundation.secret import kept


def secret_key(data: Path) -> str:
    """The key from MOTCUA_SECRET_KEY, else from ``<data>/secret-key``, made at first need."""
    given = os.environ.get("MOTCUA_SECRET_KEY", "")
    return given or kept(data / "secret-key", secrets.token_urlsafe(50))
