"""What finding an entry costs among a million, and how many mistyped names are found.

python -m bench.books [ENTRIES] [ENGINE …]       1,000,000 on both engines: an hour
"""

import sys

from bench.books.running import run
from bench.dossiers.house import ENGINES
from bench.figures import note

ENTRIES = "1000000"
# What a page may take at the median.
MOST_MS = 60.0
FOUND = "the person on the first page, %"


def main(entries: str = ENTRIES, *engines: str) -> None:
    """A line for each kind of question."""
    for engine in engines or ENGINES:
        print(f"\n{engine}: {int(entries):,} entries")
        for row in run(engine, entries):
            print("  " + "  ".join(f"{name}: {value}" for name, value in row.items()), flush=True)
            where = f"the books, {int(entries):,} entries, {engine}"
            if "page" in row:
                note(f"{where}: {row['page']}", float(row["median_ms"]), "ms", most=MOST_MS)
            if "mistyped" in row:
                note(f"{where}: mistyped, {row['mistyped']}", float(row[FOUND]), "% found")


if __name__ == "__main__":
    main(*sys.argv[1:])
