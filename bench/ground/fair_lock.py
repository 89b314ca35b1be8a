"""The fair lock beside SQLite's own waiting: acts a second and p99 at 1, 4 and 16 writers."""

import json
import subprocess
import sys
import tempfile

from bench.figures import note

_WRITES = 60


def run(writers: int, *options: str) -> dict[str, float]:
    """One measurement in a process and a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="motcua-bench-") as folder:
        command = [sys.executable, "-m", "bench.ground.writers", folder, str(writers), str(_WRITES)]
        said = subprocess.run([*command, *options], capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(said.stdout)
    return found


def main() -> None:
    print(f"{'writers':>7} {'queue':>7} {'acts/s':>7} {'p50 ms':>8} {'p99 ms':>8} {'max ms':>8}")
    for writers in (1, 4, 16):
        for options, name in (((), "fair"), (("--unfair",), "SQLite")):
            got = run(writers, *options)
            print(
                f"{writers:>7} {name:>7} {got['acts_a_second']:>7} {got['p50_ms']:>8}"
                f" {got['p99_ms']:>8} {got['max_ms']:>8}"
                + (f"  {got['failed']} FAILED" if got["failed"] else "")
            )
            note(f"p99 of {writers} writers, queue: {name}", got["p99_ms"], "ms")


if __name__ == "__main__":
    main()
