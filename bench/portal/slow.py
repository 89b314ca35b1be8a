"""A request for an extract copy on a slow telephone: bytes, requests and time of each step.

A real Chromium of 360 by 780 points, 400 kbit/s, 400 ms to and fro, a processor four times as slow,
as its own tools slow it down; without the worker, whose requests they do not reach.
"""

import json
import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import bench.ground.house  # noqa: F401 - an empty house, before any model is imported

# isort: split
from playwright.sync_api import BrowserContext, Page, Playwright, sync_playwright

from bench.figures import note
from bench.portal.weight import served
from motcua.foundation import clock
from motcua.notifications.loop import send_due
from motcua.notifications.models import Rehearsed
from tests import cast
from tests.chromium import CHROMIUM
from tests.dossiers import story
from tests.portal.forms import CODE, FORM, TYPED

_LINE = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
_SLOWER = 4
BUDGET_SECONDS = 3.0
_FILL = """(typed) => {
  const form = document.querySelector("form[data-draft]");
  for (const [name, value] of Object.entries(typed)) {
    const one = form.elements[name];
    if (one instanceof RadioNodeList) {
      [...one].find((each) => each.value === value).checked = true;
    } else one.value = value;
  }
  form.dispatchEvent(new Event("input", { bubbles: true }));
}"""


@dataclass(frozen=True, slots=True)
class Step:
    """What one step took: kilobytes on the line, requests, seconds until the page was usable."""

    name: str
    kilobytes: float
    requests: int
    seconds: float


@dataclass
class Telephone:
    """A page on the slow line; each step is printed and kept, and noted where it is judged."""

    page: Page
    visit: str
    judged: bool = True
    taken: list[Step] = field(default_factory=list)
    sizes: list[float] = field(default_factory=list)

    def slowed(self, blocked: Sequence[str] = ()) -> "Telephone":
        """Slow it down from now on, and count what comes; nothing comes of blocked addresses."""
        tools = self.page.context.new_cdp_session(self.page)
        tools.send("Network.enable")
        tools.send("Network.emulateNetworkConditions", _LINE)
        tools.send("Network.setBlockedURLs", {"urls": [*blocked]})
        tools.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
        tools.on("Network.loadingFinished", lambda one: self.sizes.append(one["encodedDataLength"]))
        return self

    def step(self, name: str, act: Callable[[Page], Any], usable: str = "main") -> None:
        """Do it, and time it from the press to when what makes the page usable is there."""
        self.sizes.clear()
        begun = time.monotonic()
        act(self.page)
        self.page.wait_for_selector(usable, state="attached", timeout=60_000)
        seconds = time.monotonic() - begun
        self.page.wait_for_load_state("networkidle")
        over = [size for size in self.sizes if size > 0]
        step = Step(name, sum(over) / 1000, len(over), seconds)
        self.taken.append(step)
        said = f"{name}, {self.visit}"
        print(f"{said:52} {step.kilobytes:8.1f} {step.requests:9} {seconds:9.1f}", flush=True)
        if self.judged:
            note(f"slow: {said}", seconds, "s", most=BUDGET_SECONDS)


def main() -> None:
    """Print a table: a first visit, and the same person's next request with what the phone has."""
    cast.coc_san()
    story.whole_law()
    heading("On a slow telephone")
    with served() as home, sync_playwright() as play, small(play) as context:
        for visit in ("first visit", "next visit"):
            asked(context, home, visit)


def heading(title: str) -> None:
    """The names of the columns under a title."""
    print(f"\n{title:52} {'KB':>8} {'requests':>9} {'usable, s':>9}")


@contextmanager
def small(play: Playwright) -> Iterator[BrowserContext]:
    """A telephone's browser with an empty cache."""
    chromium = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
    yield chromium.new_context(viewport={"width": 360, "height": 780}, service_workers="block")
    chromium.close()


def asked(context: BrowserContext, home: str, visit: str, straight: bool = False) -> list[Step]:
    """From the first page, or straight from the form, to the receipt, as somebody without an
    account; whose telephone was confirmed a moment ago needs no code for the next request."""
    phone = Telephone(context.new_page(), visit, judged=not straight).slowed()
    if not straight:
        phone.step("the first page", opens(home))
        phone.step("the page of the procedure", opens(f"{home}/p/{CODE}"))
    phone.step("the form", opens(f"{home}{FORM}?new=1"), "form[data-ready]")
    phone.page.evaluate(_FILL, TYPED)
    phone.step("handing in", presses("[name=hand_in]"), "#code, [data-received]")
    if "/confirm" in phone.page.url:
        phone.page.fill("#code", _code())
        phone.step("the code, to the receipt", presses("main form button"), "[data-received]")
    phone.page.close()
    return phone.taken


def opens(address: str) -> Callable[[Page], Any]:
    """Going to an address."""
    return lambda page: page.goto(address, wait_until="domcontentloaded")


def presses(button: str) -> Callable[[Page], Any]:
    """Pressing a button, without waiting for what comes of it."""
    script = f"setTimeout(() => document.querySelector({json.dumps(button)}).click())"
    return lambda page: page.evaluate(script)


def _code() -> str:
    """The six digits of the newest message, as the rehearsal shows them."""
    send_due(clock.now())
    found = re.search(r"\d{6}", Rehearsed.objects.latest("pk").text)
    if found is None:
        raise RuntimeError("no code was sent")
    return found[0]
