"""The running product for one commune: how soon it is ready, what it weighs.

    python -m bench.product

The demo commune on SQLite, web and worker started by one `motcua serve`. Memory is PSS. At work
means 200 pages of residents and officers and a signed paper, while the press that made it is
still there; at rest after work means that the press has gone again, 20 s later.
"""

import re
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from bench.figures import note
from bench.kill.browser import Browser, hidden
from bench.kill.house import House
from bench.product.memory import cpu_seconds, family, pss_mib, weights

STARTS = 5
PAGES = 200
_SETTLE = 2.0
# The parent, the web's server and its worker, our worker; a fifth is the press.
_AT_REST = 4
_PATIENCE = 300.0
_OF_RESIDENTS = ("/", "/p/2.000635", "/apply/2.000635", "/track", "/mine")
_OF_OFFICERS = ("/desk", "/desk/search?q=vang+thi")


def starts(house: House) -> tuple[float, float]:
    """Seconds and processor seconds until a page comes, on data that is there; the median."""
    wall, cpu = [], []
    for _ in range(STARTS):
        house.kill()
        begun = time.monotonic()
        house.open()
        _see(Browser(house.port), "/")
        wall.append(time.monotonic() - begun)
        cpu.append(cpu_seconds(house.pid))
    return round(statistics.median(wall), 2), round(statistics.median(cpu), 2)


def work(house: House) -> None:
    """200 pages, half of them residents', and a signed paper."""
    resident, officer = _signed_in(house, "cudan1"), _signed_in(house, "hotich1")
    for number in range(PAGES // 2):
        _see(resident, _OF_RESIDENTS[number % len(_OF_RESIDENTS)])
        _see(officer, _OF_OFFICERS[number % len(_OF_OFFICERS)])
    house.facts("bench.product.signing")


def _rest(house: House) -> None:
    """Until the press has made what the demo asked for and has gone."""
    begun = time.monotonic()
    while len(family(house.pid)) > _AT_REST:
        if time.monotonic() - begun > _PATIENCE:
            raise RuntimeError("the press does not go")
        time.sleep(_SETTLE)
    time.sleep(_SETTLE)


def _signed_in(house: House, login: str) -> Browser:
    browser = Browser(house.port)
    _, page = browser.get("/sign-in")
    password = _passwords(house.log)[login]
    status, _ = browser.post("/sign-in", {**hidden(page), "login": login, "password": password})
    if status != 302:
        raise RuntimeError(f"{login} cannot sign in: {status}")
    return browser


def _passwords(log: Path) -> dict[str, str]:
    """What the start of the demo prints."""
    return dict(re.findall(r"^ +(\w+) +(\w{4}-\w{4}-\w{4}) ", log.read_text(), re.MULTILINE))


def _see(browser: Browser, path: str) -> None:
    status, _ = browser.get(path)
    if status != 200:
        raise RuntimeError(f"{path}: {status}")


def main() -> None:
    """Each figure beside its budget."""
    folder = Path(tempfile.mkdtemp(prefix="motcua-product-"))
    house = House(folder / "data", "", "--demo")
    try:
        first = house.open()
        wall, cpu = starts(house)
        _rest(house)
        idle, each_idle = pss_mib(house.pid), weights(house.pid)
        work(house)
        busy, each_busy = pss_mib(house.pid), weights(house.pid)
        _rest(house)
        after, each_after = pss_mib(house.pid), weights(house.pid)
    finally:
        house.kill()
        shutil.rmtree(folder, ignore_errors=True)
    print(f"first start, with the demo commune   {first:7.2f} s")
    print(f"ready again on existing data         {wall:7.2f} s      budget 3    CPU {cpu:.2f} s")
    for name, mib, each in (
        ("idle", idle, each_idle),
        ("at work, the press beside", busy, each_busy),
        ("at rest after work", after, each_after),
    ):
        print(f"memory, {name:28} {mib:7.1f} MiB    budget 200  {each}")
        note(f"memory of the product, {name}", mib, "MiB", most=200)
    note("first start, with the demo commune", first, "s")
    note("ready again on existing data", wall, "s", most=3)
    note("processor until ready again", cpu, "s CPU")


if __name__ == "__main__":
    main()
