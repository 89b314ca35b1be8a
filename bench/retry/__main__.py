"""How soon what waits on a phone is sent when the line is back.

    python -m bench.retry [TIMES [SEED]]     each way of coming back and each time away, 3 times
                                             unless said otherwise

A real Chromium, `motcua serve`, a line between them. A request was handed in without a line and
waits in the outbox, which stands open. Counted is from the moment at which the line is back to the
beginning of the sending that comes through it.
"""

import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

from bench.cuts.line import Line
from bench.cuts.phone import Phone
from bench.figures import note
from bench.kill.house import House
from bench.kill.people import TYPED

TIMES, SEED = 3, 20261128
# Seconds without a line, and up to so many more: the page looks every few seconds, and a line does
# not come back in step with it.
AWAY, MORE = (2, 12, 45), 3.0
MOST = 5.0
_PATIENCE = 120_000


def _breaks(_phone: Phone, line: Line) -> Callable[[], None]:
    """Calls break and no new one comes through; the browser is not told of either end."""
    line.cut()
    return line.mend


def _falls_silent(_phone: Phone, line: Line) -> Callable[[], None]:
    """Calls stand and nothing is heard; the browser is not told."""
    line.silent = True
    return line.mend


def _is_told(phone: Phone, _line: Line) -> Callable[[], None]:
    """As in a dead spot: the browser itself knows that there is no network, and that there is."""
    phone.page.context.set_offline(True)
    return lambda: phone.page.context.set_offline(False)


WAYS: dict[str, Callable[[Phone, Line], Callable[[], None]]] = {
    "the line breaks": _breaks,
    "the line falls silent": _falls_silent,
    "the phone is out of reach": _is_told,
}


def seconds(
    play: Playwright, house: House, login: str, take: Callable[..., Callable[[], None]], away: float
) -> float:
    """One person: from the line that is back to the sending that comes through it."""
    line, folder = Line(house.port), Path(tempfile.mkdtemp(prefix="motcua-phone-"))
    phone = Phone(play, folder, f"http://127.0.0.1:{line.port}", login)
    phone.open()
    try:
        phone.form(new=True)
        for name, value in TYPED.items():
            if name != "hand_in" and phone.fields().get(name) != value:
                phone.type(name, value)
        back = take(phone, line)
        phone.press()
        phone.page.wait_for_url("**/outbox", timeout=_PATIENCE)
        time.sleep(away)
        with phone.page.expect_request_finished(
            lambda one: "/send/" in one.url, timeout=_PATIENCE
        ) as sent:
            begun = time.time()
            back()
        started: float = sent.value.timing["startTime"] / 1000
        phone.page.locator("[data-items] > li[data-state=received]").wait_for(timeout=_PATIENCE)
        return started - begun
    finally:
        line.mend()
        phone.close()
        line.close()


def main(times: str = str(TIMES), seed: str = str(SEED)) -> None:
    """The table."""
    chance = random.Random(int(seed))
    count, folder = int(times), Path(tempfile.mkdtemp(prefix="motcua-retry-"))
    house = House(folder / "data")
    worst = 0.0
    try:
        people = iter(house.facts("bench.kill.settle", str(count * len(WAYS) * len(AWAY))))
        house.open()
        title = f"seconds from the line to the sending, of {count}"
        print(f"{title:<46}{'median':>8}{'most':>8}")
        with sync_playwright() as play:
            for way, take in WAYS.items():
                for away in AWAY:
                    found = sorted(
                        seconds(play, house, next(people), take, away + MORE * chance.random())
                        for _ in range(count)
                    )
                    worst = max(worst, found[-1])
                    what = f"{way}, for {away} s"
                    print(f"{what:<46}{found[count // 2]:>8.2f}{found[-1]:>8.2f}", flush=True)
    finally:
        house.kill()
        shutil.rmtree(folder, ignore_errors=True)
    note("what waits is sent once the line is back, at most", worst, "s", most=MOST)


if __name__ == "__main__":
    main(*sys.argv[1:])
