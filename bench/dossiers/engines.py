"""Each engine with a fresh database that is thrown away.

python -m bench.dossiers.engines sqlite submitting
python -m bench.dossiers.engines postgres growing 10000 1000000
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from bench.dossiers import growing
from bench.dossiers.house import database


def run(engine: str, part: str, *options: str) -> Iterator[dict[str, Any]]:
    """The rows of a part on that engine, as they come."""
    if part == "growing":
        yield from growing.run(engine, *options)
        return
    with database(engine) as environment:
        command = [sys.executable, "-m", f"bench.dossiers.{part}", *options]
        done = subprocess.run(
            command, env=environment, stdout=subprocess.PIPE, text=True, check=True
        )
        yield from map(json.loads, done.stdout.splitlines())


def show(title: str, rows: Iterable[dict[str, Any]]) -> None:
    """A table that a person reads."""
    print(f"\n{title}")
    for row in rows:
        print("  " + "  ".join(f"{name} {value}" for name, value in row.items()), flush=True)


if __name__ == "__main__":
    show(" ".join(sys.argv[1:]), run(*sys.argv[1:]))
