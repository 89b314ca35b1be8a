"""make bench: every part that ends by itself within minutes, and one table of what was found.

    python -m bench [PART …]

Each part is a process of its own. One that cannot run here (no Chromium, say) is named with its
last words, and the others go on. BENCH_DOSSIERS names the sizes of the two archives: "10000 100000"
unless it says otherwise; "10000 1000000" is the budget's own and takes an hour.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.figures import table

PARTS: dict[str, tuple[str, ...]] = {
    "portal": (),
    "counter": (),
    "papers": (),
    "product": (),
    "keys": (),
    "retry": ("1",),
    "ground": (),
    "names": ("200000",),
    "sheets": ("20000", "people,births"),
    "dossiers": (),
}


def run(part: str, options: tuple[str, ...], figures: Path) -> str:
    """Its name and its last words when it failed, or nothing."""
    print(f"\n== {part}", flush=True)
    command = [sys.executable, "-W", "ignore", "-m", f"bench.{part}", *options]
    begun = time.monotonic()
    environment = {**os.environ, "BENCH_FIGURES": str(figures)}
    done = subprocess.run(command, env=environment, stderr=subprocess.PIPE, text=True, check=False)
    print(f"   {time.monotonic() - begun:.0f} s", flush=True)
    if done.returncode == 0:
        return ""
    words = done.stderr.strip().splitlines() or [f"exit code {done.returncode}"]
    return f"{part} was not measured to its end: {words[-1]}"


def main(*parts: str) -> int:
    """0 when every part ran; a budget that is not met is said in the table and is no failure."""
    unknown = set(parts) - set(PARTS)
    if unknown:
        print(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
        return 2
    with tempfile.TemporaryDirectory(prefix="motcua-bench-") as folder:
        figures = Path(folder) / "figures"
        figures.touch()
        failed = [fault for part in parts or PARTS if (fault := run(part, PARTS[part], figures))]
        lines = figures.read_text(encoding="utf-8").splitlines()
    print()
    for line in [*table(json.loads(line) for line in lines), *failed]:
        print(line)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
