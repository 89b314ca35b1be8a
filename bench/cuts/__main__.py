"""The line, the page, the browser, the server are taken away while somebody is at a form.

    python -m bench.cuts [CASES [SEED [FAULT]]]     300 cases unless said otherwise; all faults
                                                    in turn, or those of one alone (BROWSER, LINE…)

A real Chromium, `motcua serve`, a line between them that is cut at any byte. Each fault falls at a
seeded moment between the first key and the commune's answer; then the person goes on. Ends with 1
when a field that was said to be kept is gone, or a dossier is there twice or not at all.
"""

import shutil
import sys
import tempfile
import time
from pathlib import Path

from bench.cuts.ledger import MUST_BE_ZERO, faults, ledger
from bench.cuts.plan import Fault, cases
from bench.cuts.run import Seen, run
from bench.kill.house import House

CASES, SEED = 300, 20261126
_COLUMNS = ("cases", "typed", "stored", "kept", *MUST_BE_ZERO)


def measure(
    count: int, seed: int, only: frozenset[Fault]
) -> tuple[list[Seen], list[dict[str, object]]]:
    """What everybody saw, and the ledger, of one run on a fresh installation."""
    folder = Path(tempfile.mkdtemp(prefix="motcua-cuts-"))
    house = House(folder / "data")
    seen: list[Seen] = []
    try:
        settled = zip(house.facts("bench.kill.settle", str(count)), cases(count, seed), strict=True)
        people = [(login, case) for login, case in settled if case.fault in only]
        logins = [login for login, _case in people]
        house.open()
        begun = time.monotonic()
        for one in run(house, people):
            seen.append(one)
            _progress(one, count, time.monotonic() - begun)
        return seen, ledger(seen, logins, house.facts("bench.cuts.rows"))
    finally:
        house.kill()
        shutil.rmtree(folder, ignore_errors=True)


def _progress(one: Seen, count: int, seconds: float) -> None:
    if one.wrong or one.lost or not one.received:
        told = one.wrong or f"lost {one.lost}" if one.lost or one.wrong else "not received"
        print(f"  {one.case}: {told}", flush=True)
    elif one.case.number % 10 == 0:
        print(f"  {one.case.number} of {count}, {seconds:.0f} s", file=sys.stderr, flush=True)


def main(count: str = str(CASES), seed: str = str(SEED), fault: str = "") -> int:
    """The ledger; the exit code."""
    only = frozenset({Fault[fault]} if fault else Fault)
    print(f"{count} people at a form, seed {seed}: fields typed = fields stored?")
    seen, lines = measure(int(count), int(seed), only)
    print(f"{'':<46}" + "".join(f"{name:>8}" for name in _COLUMNS))
    for line in lines:
        print(f"{line['fault']:<46}" + "".join(f"{line[name]:>8}" for name in _COLUMNS))
    total = [sum(int(str(line[name])) for line in lines) for name in _COLUMNS]
    print(f"{'all':<46}" + "".join(f"{one:>8}" for one in total))
    print("seconds from the end of the fault to the number, at the median and at most:")
    for line in lines:
        waits = sorted(one.seconds for one in seen if one.case.fault == line["fault"])
        print(f"  {line['fault']:<44}{waits[len(waits) // 2]:>8.1f}{waits[-1]:>8.1f}")
    wrong = faults(lines)
    print("every promise was kept" if not wrong else f"BROKEN: {', '.join(wrong)}")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
