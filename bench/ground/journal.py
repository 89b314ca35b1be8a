"""What the journal costs: CPU of a line beside the bare driver, and the rate of verifying.

python -m bench.ground.journal [LINES]
"""

import json
import sqlite3
import sys
import time
from collections.abc import Callable

from bench.ground.house import FOLDER

# isort: split
from django.db import transaction

from bench.figures import note
from motcua.audit import journal
from motcua.audit.actions import record
from motcua.foundation.actor import SYSTEM
from motcua.foundation.clock import now

LINES = 100_000
_AN_ACT = 500


def cpu_ms(what: Callable[[int], object], times: int) -> float:
    """CPU milliseconds of one call, of the whole process."""
    begun = time.process_time()
    for n in range(times):
        what(n)
    return (time.process_time() - begun) * 1000 / times


def bare() -> float:
    """The same three statements through the driver, without seal or indexes: the floor."""
    database = sqlite3.connect(FOLDER / "bare.sqlite3", isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("CREATE TABLE head (chain TEXT PRIMARY KEY, number INTEGER, digest TEXT)")
    database.execute("CREATE TABLE line (id INTEGER PRIMARY KEY, chain, number, text, digest)")
    database.execute("INSERT INTO head VALUES ('02647', 0, '')")
    database.execute("BEGIN IMMEDIATE")

    def write_bare(n: int) -> None:
        take = "UPDATE head SET number = number + 1 WHERE chain = ? RETURNING number, digest"
        number, digest = database.execute(take, ["02647"]).fetchone()
        text = json.dumps({"number": number, "previous": digest})
        line = ["02647", number, text, digest]
        database.execute("INSERT INTO line (chain, number, text, digest) VALUES (?,?,?,?)", line)
        database.execute("UPDATE head SET digest = ? WHERE chain = ?", ["x" * 64, "02647"])

    spent = cpu_ms(write_bare, 5000)
    database.execute("COMMIT")
    return spent


def write(n: int) -> None:
    """A line as an act writes it."""
    facts = {"step": n, "reason": "đủ giấy tờ"}
    about = f"dossier:{n}"
    record(chain="02647", by=SYSTEM, at=now(), verb="check", about=about, facts=facts)


def act(_: int) -> None:
    """Many lines in one transaction, so that its commit weighs nothing."""
    with transaction.atomic():
        for n in range(_AN_ACT):
            write(n)


def main(lines: int = LINES) -> None:
    spent = cpu_ms(act, lines // _AN_ACT) / _AN_ACT
    floor = bare()
    print(f"a line in an act: {spent:.3f} ms CPU; the bare driver {floor:.3f} ms")
    note("a line of the journal in an act", spent, "ms CPU", bare=floor)
    alone = cpu_ms(write, 500)
    print(f"a line in a transaction of its own (a reading): {alone:.3f} ms CPU")
    begun = time.perf_counter()
    found = list(journal.faults(lambda count: None, {}))
    took = time.perf_counter() - begun
    print(f"verify-log: {lines / took:,.0f} lines a second, {len(found)} faults")
    note("lines of the journal verified", lines / took, "a second")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
