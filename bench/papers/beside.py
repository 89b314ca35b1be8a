"""Signed papers a second by the press, beside typesetting and signing called bare.

    python -m bench.papers.beside

The press reads the row, seals the QR, typesets, signs (PAdES B-LT), keeps the file durably, writes
the row and its line in the journal. Bare is Typst on a sheet of the same kind and pyHanko with the
same key, certificate and time-stamp, and nothing kept. They take turns, paper by paper, so that a
busy machine is busy for both.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from statistics import median
from typing import Any

import bench.ground.house  # noqa: F401 - an empty database in a folder that is thrown away

# isort: split
from bench.figures import note
from bench.papers.bare import Bare
from motcua.foundation.actor import Actor, Role
from motcua.places.models import Commune, Province
from motcua.results import press, sheets
from motcua.results.actions import Signing, ask_for_result
from motcua.results.models import Result
from motcua.results.sealing import token_of
from motcua.results.signers.base import LONG_TERM, Seal
from motcua.results.typesetting import qr_picture
from tests.results.samples import BIRTH

PAPERS, WARM = 60, 5
TEMPLATE = "extract_birth"
AT = datetime(2026, 3, 3, 2, 0, tzinfo=UTC)


@dataclass
class Taken:
    """Seconds by the clock and by the processor, one of each for a paper."""

    clock: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def time(self, act: Callable[[], object]) -> None:
        """Do it and note what it took."""
        clock, cpu = time.perf_counter(), time.process_time()
        act()
        self.clock.append(time.perf_counter() - clock)
        self.cpu.append(time.process_time() - cpu)

    def shown(self, name: str) -> str:
        """One line for a person."""
        middle = 1000 * median(self.clock)
        rate, cpu = f"{self.a_second:6.1f} a second", f"{self.cpu_ms:6.1f} ms CPU"
        return f"{name:<28}{rate}  {middle:6.1f} ms  {cpu}"

    @property
    def a_second(self) -> float:
        """Papers a second."""
        return len(self.clock) / sum(self.clock)

    @property
    def cpu_ms(self) -> float:
        """Processor milliseconds of one."""
        return 1000 * sum(self.cpu) / len(self.cpu)


def results(count: int) -> list[Result]:
    """So many decided results of one commune, no two alike."""
    province = Province.objects.get_or_create(code="15", defaults={"name": "Tỉnh Lào Cai"})[0]
    known = {"name": "Xã Cốc San", "province": province}
    commune, _ = Commune.objects.get_or_create(code="02746", defaults=known)
    chair = Actor("account:1", "Phạm Văn Ký", frozenset({Role.CHAIR}), commune.pk)
    return [
        ask_for_result(
            commune=commune.pk,
            decision=f"dossier:{number}",
            template=TEMPLATE,
            data={**BIRTH, "register.number": f"{number}/2019"},
            holder=BIRTH["child.name"],
            symbol="TLKS-BS",
            signing=Signing(chair.name, "CHỦ TỊCH"),
            about=f"dossier:{number}",
            by=chair,
            at=AT,
        )
        for number in range(1, count + 1)
    ]


def sheet_of(result: Result) -> Mapping[str, Any]:
    """What the press would typeset, worked out beforehand."""
    qr = qr_picture(f"http://127.0.0.1:8000/v/{token_of(result, at=AT)}")
    return sheets.signed_sheet(result, at=AT, level=LONG_TERM, qr=qr, rehearsal=True)


def main() -> None:
    """Warm both up, then take turns."""
    made = results(2 * (PAPERS + WARM))
    seal = Seal("Phạm Văn Ký", "Ủy ban nhân dân xã Cốc San", "Trích lục", "Cốc San", AT)
    bare, ours, floor = Bare(seal), Taken(), Taken()
    for turn, (one, other) in enumerate(zip(made[::2], made[1::2], strict=True)):
        if turn == WARM:
            ours, floor = Taken(), Taken()
        sheet = sheet_of(other)
        ours.time(partial(press.produce, one.document_id, AT))
        floor.time(partial(bare.make, TEMPLATE, sheet, AT))
    print(ours.shown("press"))
    print(floor.shown("typesetting + signing, bare"))
    clock = sum(ours.clock) / sum(floor.clock)
    cpu = sum(ours.cpu) / sum(floor.cpu)
    print(f"press to bare: {clock:.2f} by the clock, {cpu:.2f} by the processor   budget 1.3")
    note("signed papers by the press", ours.a_second, "a second", bare=floor.a_second)
    note("a signed paper by the press", ours.cpu_ms, "ms CPU", bare=floor.cpu_ms, times=1.3)


if __name__ == "__main__":
    main()
