"""What finding an entry costs among a million, how many mistyped names are found, and what it
costs to look for doubles of one entry.

python -m bench.books [ENTRIES] [ENGINE …]       1,000,000 on both engines: an hour
"""

import sys

from bench.books.running import run
from bench.dossiers.house import ENGINES
from bench.figures import note

ENTRIES = "1000000"
# What a page may take at the median.
MOST_MS = 60.0
# What looking for doubles of one entry may take, in the mean.
MOST_COMPARED_MS = 20.0
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
            if "compared" in row:
                took = float(row["mean_ms"])
                note(f"{where}: doubles of one entry", took, "ms", most=MOST_COMPARED_MS)
            if "mistyped" in row:
                note(f"{where}: mistyped, {row['mistyped']}", float(row[FOUND]), "% found")


if __name__ == "__main__":
    main(*sys.argv[1:])
