"""A request for an extract copy on a slow telephone: bytes, requests and time of each step.

A real Chromium of 360 by 780 points, 400 kbit/s, 400 ms to and fro, a processor four times as slow,
as its own tools slow it down; without the worker, whose requests they do not reach.
"""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import bench.ground.house  # noqa: F401 - an empty house, before any model is imported

# isort: split
from playwright.sync_api import BrowserContext, Page, sync_playwright

from bench.figures import note
from bench.portal.weight import served
from motcua.foundation import clock
from motcua.notifications.loop import send_due
from motcua.notifications.models import Rehearsed
from tests import cast
from tests.chromium import CHROMIUM
from tests.dossiers import story
from tests.portal.forms import FORM, TYPED

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


@dataclass
class Telephone:
    """A page on the slow line; each step is printed and noted."""

    page: Page
    visit: str
    sizes: list[float] = field(default_factory=list)

    def slowed(self) -> "Telephone":
        """Slow it down from now on, and count what comes."""
        tools = self.page.context.new_cdp_session(self.page)
        tools.send("Network.enable")
        tools.send("Network.emulateNetworkConditions", _LINE)
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
        kilobytes, said = sum(over) / 1000, f"{name}, {self.visit}"
        print(f"{said:52} {kilobytes:8.1f} {len(over):9} {seconds:9.1f}")
        note(f"slow: {said}", seconds, "s", most=BUDGET_SECONDS)


def main() -> None:
    """Print a table: a first visit, and the same person's next request with what the phone has."""
    cast.coc_san()
    story.whole_law()
    print(f"\n{'On a slow telephone':52} {'KB':>8} {'requests':>9} {'usable, s':>9}")
    with served() as home, sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        context = chromium.new_context(
            viewport={"width": 360, "height": 780}, service_workers="block"
        )
        for visit in ("first visit", "next visit"):
            asked(context, home, visit)
        chromium.close()


def asked(context: BrowserContext, home: str, visit: str) -> None:
    """From the first page to the receipt, as somebody without an account; whose telephone was
    confirmed a moment ago needs no code for the next request."""
    phone = Telephone(context.new_page(), visit).slowed()
    phone.step("the first page", _opens(home))
    phone.step("the page of the procedure", _opens(f"{home}/p/2.000635"))
    phone.step("the form", _opens(f"{home}{FORM}?new=1"), "form[data-ready]")
    phone.page.evaluate(_FILL, TYPED)
    phone.step("handing in", _hand_in, "#code, [data-received]")
    if "/confirm" in phone.page.url:
        phone.page.fill("#code", _code())
        phone.step("the code, to the receipt", _confirm, "[data-received]")
    phone.page.close()


def _opens(address: str) -> Callable[[Page], Any]:
    return lambda page: page.goto(address, wait_until="domcontentloaded")


def _hand_in(page: Page) -> None:
    page.evaluate("setTimeout(() => document.querySelector('[name=hand_in]').click())")


def _confirm(page: Page) -> None:
    page.evaluate("setTimeout(() => document.querySelector('main form button').click())")


def _code() -> str:
    """The six digits of the newest message, as the rehearsal shows them."""
    send_due(clock.now())
    found = re.search(r"\d{6}", Rehearsed.objects.latest("pk").text)
    if found is None:
        raise RuntimeError("no code was sent")
    return found[0]
