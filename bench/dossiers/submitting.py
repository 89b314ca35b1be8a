"""Durable submissions a second by 1, 4 and 16 clients, beside the same rows by the bare driver."""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.dossiers.town import AT, Town, build

# isort: split
from django.db import connection

from bench.dossiers.floor import Floor
from motcua.dossiers.actions import submit
from motcua.dossiers.models import Dossier

CLIENTS = (1, 4, 16)


def product(town: Town, _: Dossier) -> Callable[[], object]:
    """A client of the product: the act itself, below the door."""
    return lambda: submit(town.intake(), by=town.resident, at=AT, verified=True)


def bare(_: Town, pattern: Dossier) -> Callable[[], object]:
    """A client of the bare driver."""
    return Floor(pattern).write


def measure(make: Callable[[], Callable[[], object]], clients: int, each: int) -> dict[str, float]:
    """So many processes at once, so many acts each; the rate and the waiting of one."""
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
    took = [json.loads(path.read_text()) for path in folder.glob("*.json")]
    seconds = sorted(s for client in took for s in client["seconds"])
    return {
        "a_second": round(len(seconds) / (max(c["end"] for c in took) - begin)),
        "p50_ms": round(seconds[len(seconds) // 2] * 1000, 1),
        "p99_ms": round(seconds[int(len(seconds) * 0.99)] * 1000, 1),
        "cpu_ms": round(sum(c["cpu"] for c in took) / len(seconds) * 1000, 2),
    }


def _act(make: Callable[[], Callable[[], object]], begin: float, each: int) -> dict[str, object]:
    act = make()
    act()
    time.sleep(max(0.0, begin - time.monotonic()))
    seconds, cpu = [], time.process_time()
    for _ in range(each):
        started = time.monotonic()
        act()
        seconds.append(time.monotonic() - started)
    return {"seconds": seconds, "end": time.monotonic(), "cpu": time.process_time() - cpu}


def main(each: str = "800") -> None:
    """One row for each number of clients; what is in the database at the end is counted."""
    town = build()
    pattern = submit(town.intake(), by=town.resident, at=AT, verified=True)
    for clients in CLIENTS:
        share = max(20, int(each) // clients)
        ours = measure(lambda: product(town, pattern), clients, share)
        floor = measure(lambda: bare(town, pattern), clients, share)
        ratio = round(ours["a_second"] / floor["a_second"], 2)
        print(json.dumps({"clients": clients, "ratio": ratio, "ours": ours, "bare": floor}))
    print(json.dumps(kept(town)))


def kept(town: Town) -> dict[str, object]:
    """Every number once and without a gap, on the product's own dossiers."""
    numbers = Dossier.objects.filter(number__startswith="H38").values_list("number", flat=True)
    last = sorted(int(number[-4:]) for number in numbers)
    return {"dossiers": len(last), "numbers_in_a_row": last == list(range(1, len(last) + 1))}


if __name__ == "__main__":
    main(*sys.argv[1:])
