"""make bench: submissions beside the bare driver, and the desk as the archive grows.

BENCH_DOSSIERS gives the sizes of the archives: ``BENCH_DOSSIERS="10000 100000" make bench``.
"""

import os

from bench.dossiers.engines import run, show
from bench.dossiers.house import ENGINES

SIZES = os.environ.get("BENCH_DOSSIERS", "10000 1000000").split()

if __name__ == "__main__":
    for engine in ENGINES:
        show(f"durable submissions, {engine}", run(engine, "submitting"))
    for engine in ENGINES:
        show(f"from {SIZES[0]} to {SIZES[-1]} dossiers, {engine}", run(engine, "growing", *SIZES))
