"""Durable submissions a second by 1, 4 and 16 clients, beside the same rows by the bare driver.

Clients are processes on both sides. The two take turns, round by round, so that a busy machine is
busy for both.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bench.dossiers.town import AT, Town, build

# isort: split
from django.db import connection

from bench.dossiers.floor import Floor
from bench.figures import note
from motcua.dossiers.actions import submit
from motcua.dossiers.models import Dossier

CLIENTS = (1, 4, 16)
ROUNDS = 4
SHARE, P99_MS = 0.5, 100.0

Make = Callable[[], Callable[[], object]]


@dataclass
class Taken:
    """What the acts of some rounds took: seconds of each, of all, and of the processor."""

    seconds: list[float] = field(default_factory=list)
    whole: float = 0.0
    cpu: float = 0.0

    @property
    def a_second(self) -> float:
        """Acts a second, all clients together."""
        return len(self.seconds) / self.whole

    def shown(self) -> dict[str, float]:
        """Rate, waiting of one, processor milliseconds of one."""
        ordered = sorted(self.seconds)
        return {
            "a_second": round(self.a_second),
            "p50_ms": round(ordered[len(ordered) // 2] * 1000, 1),
            "p99_ms": round(ordered[int(len(ordered) * 0.99)] * 1000, 1),
            "cpu_ms": round(self.cpu / len(ordered) * 1000, 2),
        }


def run(taken: Taken, make: Make, clients: int, each: int) -> None:
    """So many processes at once, so many acts each."""
    folder = Path(tempfile.mkdtemp())
    connection.close()
    begin = time.monotonic() + 0.5 + clients * 0.1
    for client in range(clients):
        if os.fork() == 0:
            (folder / f"{client}.json").write_text(json.dumps(_act(make, begin, each)))
            os._exit(0)
    for _ in range(clients):
        if os.wait()[1]:
            raise RuntimeError("a client failed")
    told = [json.loads(path.read_text()) for path in folder.glob("*.json")]
    taken.seconds += [second for client in told for second in client["seconds"]]
    taken.whole += max(client["end"] for client in told) - begin
    taken.cpu += sum(client["cpu"] for client in told)


def _act(make: Make, begin: float, each: int) -> dict[str, object]:
    act = make()
    # Statements are prepared and laws are read once, as in a server that stands.
    for _ in range(6):
        act()
    time.sleep(max(0.0, begin - time.monotonic()))
    seconds, cpu = [], time.process_time()
    for _ in range(each):
        started = time.monotonic()
        act()
        seconds.append(time.monotonic() - started)
    return {"seconds": seconds, "end": time.monotonic(), "cpu": time.process_time() - cpu}


def compare(town: Town, pattern: Dossier, clients: int, acts: int) -> dict[str, object]:
    """The product and the bare driver in turns."""
    ours, bare = Taken(), Taken()
    each = max(10, acts // clients // ROUNDS)
    for _ in range(ROUNDS):
        run(ours, lambda: _submission(town), clients, each)
        run(bare, lambda: Floor(pattern).write, clients, each)
    _note(clients, ours, bare)
    ratio = round(ours.a_second / bare.a_second, 2)
    return {"clients": clients, "ratio": ratio, "ours": ours.shown(), "bare": bare.shown()}


def _note(clients: int, ours: Taken, bare: Taken) -> None:
    """The budgets are those of 16 clients."""
    busy = clients == CLIENTS[-1]
    share, most = (SHARE, P99_MS) if busy else (None, None)
    where = f"submissions, {clients} clients, {connection.vendor}"
    note(where, ours.a_second, "a second", bare=bare.a_second, share=share)
    mine, floor = ours.shown(), bare.shown()
    note(f"{where}: p99", mine["p99_ms"], "ms", bare=floor["p99_ms"], most=most)
    note(f"{where}: processor of clients", mine["cpu_ms"], "ms CPU", bare=floor["cpu_ms"])


def _submission(town: Town) -> Callable[[], object]:
    """A client of the product: the act itself, below the door."""
    return lambda: submit(town.intake(), by=town.resident, at=AT, verified=True)


def main(acts: str = "1600") -> None:
    """One row for each number of clients; what is in the database at the end is counted."""
    town = build()
    pattern = submit(town.intake(), by=town.resident, at=AT, verified=True)
    for clients in CLIENTS:
        print(json.dumps(compare(town, pattern, clients, int(acts))), flush=True)
    print(json.dumps(kept()))


def kept() -> dict[str, object]:
    """Every number once and without a gap, on the product's own dossiers."""
    numbers = Dossier.objects.filter(number__startswith="H38").values_list("number", flat=True)
    last = sorted(int(number[-4:]) for number in numbers)
    return {"dossiers": len(last), "numbers_in_a_row": last == list(range(1, len(last) + 1))}


if __name__ == "__main__":
    main(*sys.argv[1:])
