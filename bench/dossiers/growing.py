"""Does the desk slow down as the archive grows? The same work in a small archive and a large one.

    python -m bench.dossiers.engines sqlite growing 10000 1000000

One client: hand in, accept, begin, check, sign, search by the name; then the work list and the
search as whole pages through the door, signed in. Each size has a database and a process of its
own, and they take turns in short spells, so that a busy machine is busy for both.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from bench.dossiers.house import database
from bench.figures import note

SPELLS, SECONDS = 12, 3
ROUNDS, TIMES = 3, 5
RATE_BUDGET, PAGE_BUDGET = 0.9, 60.0


@dataclass
class Grown:
    """A process with an archive, and what was measured in it."""

    size: int
    process: "subprocess.Popen[str]"
    worked: list[dict[str, float]] = field(default_factory=list)
    pages: list[dict[str, list[list[float]]]] = field(default_factory=list)

    def answer(self) -> Any:
        """Its next line; it ends the bench when it has died."""
        assert self.process.stdout
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"the archive of {self.size} dossiers has ended")
        return json.loads(line)

    def told(self, order: str) -> Any:
        """What it answers to an order."""
        assert self.process.stdin
        self.process.stdin.write(order + "\n")
        self.process.stdin.flush()
        return self.answer()

    @property
    def a_second(self) -> float:
        """Lifecycles a second."""
        return sum(w["done"] for w in self.worked) / sum(w["seconds"] for w in self.worked)

    @property
    def cpu_ms(self) -> float:
        """Processor milliseconds of a lifecycle."""
        return 1000 * sum(w["cpu"] for w in self.worked) / sum(w["done"] for w in self.worked)

    def page(self, name: str, column: int) -> float:
        """The median of a page: 0 milliseconds waited, 1 milliseconds of processor."""
        return round(median(took[column] for page in self.pages for took in page[name]), 1)


def run(engine: str, *sizes: str) -> Iterator[dict[str, Any]]:
    """A row for the filling, for the lifecycle and for each page, small beside large."""
    with ExitStack() as stack:
        grown = [_started(stack, engine, int(size)) for size in sizes]
        for one in grown:
            yield {"dossiers": one.size, "filled_s": round(one.answer()["filled"])}
        for _ in range(SPELLS):
            for one in grown:
                one.worked.append(one.told(f"work {SECONDS}"))
        yield _lifecycle(engine, grown)
        for _ in range(ROUNDS):
            for one in grown:
                one.pages.append(one.told(f"pages {TIMES}"))
        yield from _pages(engine, grown)


def _started(stack: ExitStack, engine: str, size: int) -> Grown:
    environment = stack.enter_context(database(engine))
    process = stack.enter_context(
        subprocess.Popen(
            [sys.executable, "-m", "bench.dossiers.archive", str(size)],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
    )
    # Killed before its database is thrown away, whatever happens here.
    stack.callback(process.kill)
    return Grown(size, process)


def _lifecycle(engine: str, grown: Sequence[Grown]) -> dict[str, Any]:
    small, large = grown[0], grown[-1]
    where = f"lifecycles among {large.size:,}, bare: {small.size:,}, {engine}"
    note(where, large.a_second, "a second", bare=small.a_second, share=RATE_BUDGET)
    note(f"{where}", large.cpu_ms, "ms CPU", bare=small.cpu_ms)
    ratio = large.a_second / small.a_second
    return {
        "what": "lifecycles a second",
        **{f"{one.size}": round(one.a_second, 1) for one in grown},
        **{f"cpu_ms_{one.size}": round(one.cpu_ms, 1) for one in grown},
        "ratio": round(ratio, 2),
        "cpu_ratio": round(small.cpu_ms / large.cpu_ms, 2),
        "budget": RATE_BUDGET,
        "met": ratio >= RATE_BUDGET,
    }


def _pages(engine: str, grown: Sequence[Grown]) -> Iterator[dict[str, Any]]:
    for name in grown[0].pages[0]:
        waited = grown[-1].page(name, 0)
        where = f"{name} among {grown[-1].size:,}, {engine}"
        note(where, waited, "ms", bare=grown[0].page(name, 0), most=PAGE_BUDGET)
        yield {
            "what": f"{name}, ms",
            **{f"{one.size}": one.page(name, 0) for one in grown},
            **{f"cpu_ms_{one.size}": one.page(name, 1) for one in grown},
            "budget": PAGE_BUDGET,
            "met": waited <= PAGE_BUDGET,
        }
