"""Which database: a file of SQLite beside the data, or PostgreSQL by DATABASE_URL."""

from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

# WAL lets readers read while one writes; FULL makes a commit survive a power cut.
_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
    "PRAGMA cache_size=-16000; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=268435456;"
)


def database_of(url: str, data: Path) -> dict[str, Any]:
    """Django's settings for ``""`` (the embedded file), ``sqlite:///path`` or ``postgresql://…``."""
    parts = urlsplit(url)
    if parts.scheme in ("", "sqlite"):
        return _embedded(Path(unquote(parts.path[1:])) if parts.path else data / "motcua.sqlite3")
    if parts.scheme in ("postgres", "postgresql"):
        return _server(parts)
    raise ValueError(f"DATABASE_URL: {parts.scheme}:// is neither sqlite:// nor postgresql://")


def _embedded(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "motcua.project.sqlite",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": _PRAGMAS},
    }


def _server(parts: SplitResult) -> dict[str, Any]:
    """`?host=/folder` names a socket; other words after the ? go to libpq (`sslmode=require`)."""
    asked = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": asked.pop("host", unquote(parts.hostname or "")),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        # Compiling a plan takes longer than any query of ours.
        "OPTIONS": {"options": "-c jit=off", **asked},
    }
