"""Key presses at the desk, counted in a real browser on the demo commune, beside typing it all.

    python -m bench.keys

No mouse moves. An officer opens the first dossier of a list, confirms it and has sent it to be
signed when the next one is open; reception takes in a resident whom the register knows. Beside
each stand the keys of a clerk who types the same paper by hand (the rule is in `typing.py`).
Seconds are the machine's: from the first key until the next page stands, nobody reads meanwhile.
Nothing is said of how many dossiers a day that makes.
"""

import re
import shutil
import statistics
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench.figures import note
from bench.keys.desk import Walk, decide, decide_all, take_in
from bench.kill.house import House
from tests.chromium import CHROMIUM, QUIET

_SIDE = {"width": 1280, "height": 900}
_LINE = "{:44} {:>4} {:>6} {:>6} {:>9} {:>7} {:>10}"
# The demo commune is loaded first.
_PATIENCE = 900.0
_CHECKING = "state=4&step=check"


@dataclass(frozen=True, slots=True)
class Case:
    """One kind of dossier: the list that it is opened from, and the most keys that it may take."""

    what: str
    words: str
    most: int
    rounds: int = 3


CASES = (
    Case("extract copy with a match", "procedure=2.000635&state=2", 4, 2),
    Case("marital status", f"procedure=1.004873&{_CHECKING}", 6),
    Case("birth", f"procedure=1.001193&{_CHECKING}", 10),
)


def signed_in(browser: Browser, house: House, login: str) -> Page:
    """The desk of one of the demo's people."""
    said = re.findall(r"^ +(\w+) +(\w{4}-\w{4}-\w{4}) ", house.log.read_text(), re.MULTILINE)
    page = browser.new_page(viewport=_SIDE)  # type: ignore[arg-type]
    page.set_default_timeout(20_000)
    page.goto(f"{_address(house)}/sign-in")
    page.fill("#login", login)
    page.fill("#password", dict(said)[login])
    page.press("#password", "Enter")
    page.wait_for_url(lambda url: "/sign-in" not in url)
    return page


def walked(step: Callable[[], Walk | None], rounds: int) -> list[Walk]:
    """As many as there are, up to so many; RuntimeError when there is none."""
    found = []
    for _ in range(rounds):
        one = step()
        if one is None:
            break
        found.append(one)
    if not found:
        raise RuntimeError("the demo commune has none of these")
    return found


def tell(house: House, what: str, walks: Sequence[Walk], by_hand: str, most: int | None) -> None:
    """One line: the most keys that any of them took, the same by hand, the machine's seconds."""
    keys = max(walk.keys for walk in walks)
    seconds = statistics.median(walk.seconds for walk in walks)
    named = [one for walk in walks for one in walk.dossiers]
    typed = [one["keys"] for one in house.facts("bench.keys.typing", by_hand, *named)]
    bare = sum(typed) if len(walks) == 1 else round(statistics.median(typed))
    budget = f"≤ {most}" if most else ""
    times, clock = f"{bare / keys:.0f}", f"{seconds:.2f} s"
    print(_LINE.format(what, len(named), keys, budget, bare, times, clock), flush=True)
    note(f"keys: {what}", keys, "keys", bare=bare, most=most)


def measure(house: House, browser: Browser) -> None:
    """Every case, one line each."""
    where = _address(house)
    officer = signed_in(browser, house, "hotich1")
    for case in CASES:
        walks = walked(lambda words=case.words: decide(officer, where, words), case.rounds)
        tell(house, case.what, walks, "paper", case.most)
    many = decide_all(officer, where, f"procedure=2.000635&{_CHECKING}")
    tell(house, "extract copies, many at once", [many], "paper", None)
    desk = signed_in(browser, house, "tiepnhan")
    came = take_in(desk, where, house.facts("bench.keys.people"))
    tell(house, "taken in at the counter, a known resident", [came], "form", None)


def _address(house: House) -> str:
    return f"http://127.0.0.1:{house.port}"


def main() -> None:
    """Each figure beside its budget and beside typing everything."""
    folder = Path(tempfile.mkdtemp(prefix="motcua-keys-"))
    house = House(folder / "data", "", "--demo")
    try:
        house.open(_PATIENCE)
        print(_LINE.format("", "of", "keys", "budget", "by hand", "times", "machine"))
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
            measure(house, browser)
            browser.close()
    finally:
        house.kill()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
