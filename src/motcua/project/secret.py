"""The installation's own secret, made once and kept with its data, never in the repository."""

import os
import secrets
from pathlib import Path


def secret_key(data: Path) -> str:
    """The key from MOTCUA_SECRET_KEY, else from ``<data>/secret-key``, made at first need."""
    given = os.environ.get("MOTCUA_SECRET_KEY", "")
    if given:
        return given
    kept = data / "secret-key"
    data.mkdir(parents=True, exist_ok=True)
    try:
        with os.fdopen(os.open(kept, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return kept.read_text(encoding="ascii")
