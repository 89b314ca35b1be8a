"""A list of a whole town, and of its books, is brought: what every row costs, on each engine.

python -m bench.sheets [ROWS] [people|births|people,births] [ENGINE …]

200,000 rows of both on both engines unless said otherwise. Each pass is a program of its own, as in
the product, with another beside it that writes into the same commune ten times a second.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from bench.dossiers.house import ENGINES, database
from bench.figures import note

ROWS = "200000"
KINDS = "people,births"
# Seconds for looking at a list and taking it over.
MOST = 120.0


def run(engine: str, rows: str, kinds: str) -> Iterator[dict[str, Any]]:
    """The rows of `bench.sheets.measuring`, as they come."""
    with database(engine) as environment:
        command = [sys.executable, "-W", "ignore", "-m", "bench.sheets.measuring", rows, kinds]
        with subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, text=True
        ) as process:
            yield from map(json.loads, process.stdout or ())
        if process.returncode:
            raise SystemExit(process.returncode)


def main(rows: str = ROWS, kinds: str = KINDS, *engines: str) -> None:
    """A line for each pass."""
    for engine in engines or ENGINES:
        print(f"\n{engine}: {int(rows):,} rows")
        whole: dict[str, float] = {}
        for one in run(engine, rows, kinds):
            print(
                f"  {one['list']:<11} {one['pass']:<24} {one['seconds']:6.1f} s,"
                f" CPU {one['cpu']:6.1f} s (load {one['load']:.1f}),"
                f" at most {one['peak']:.0f} MiB, the reader {one['reader']:.0f};"
                f" another's act {1000 * one['middle']:.0f} ms,"
                f" the longest {1000 * one['waited']:.0f} ms",
                flush=True,
            )
            if one["pass"] in ("looked at", "taken over"):
                whole[one["list"]] = whole.get(one["list"], 0) + one["seconds"]
        for kind, seconds in whole.items():
            what = f"{kind}, {engine}: {int(rows):,} rows looked at and taken over"
            note(what, seconds, "s", most=MOST)


if __name__ == "__main__":
    main(*sys.argv[1:])
