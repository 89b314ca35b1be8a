"""The books in a fresh database of an engine, measured in a process of their own."""

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from bench.dossiers.house import database


def run(engine: str, entries: str) -> Iterator[dict[str, Any]]:
    """The rows of `bench.books.measuring`, as they come."""
    with database(engine) as environment:
        command = [sys.executable, "-m", "bench.books.measuring", entries]
        # One client does the work of a village.
        house = {**environment, "MOTCUA_LIMITS": "100000", "MOTCUA_HOSTS": "testserver"}
        with subprocess.Popen(command, env=house, stdout=subprocess.PIPE, text=True) as process:
            yield from map(json.loads, process.stdout or ())
        if process.returncode:
            raise SystemExit(process.returncode)
