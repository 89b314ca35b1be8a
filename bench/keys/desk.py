"""The walks at the desk whose keys are counted; each begins on the page where the work begins."""

import re
import time
from dataclasses import dataclass

from playwright.sync_api import Page

from bench.keys.keyboard import Keyboard

_DOSSIER = re.compile(r"/desk/d/([0-9a-f-]{36})")
# What takes a dossier up when it is not being checked yet.
_TAKES_UP = ("t", "b")


@dataclass(frozen=True, slots=True)
class Walk:
    """What one piece of work cost: keys pressed, seconds of the machine; which dossiers."""

    keys: int
    seconds: float
    dossiers: tuple[str, ...]


def decide(page: Page, address: str, words: str) -> Walk | None:
    """Open the first of a list, confirm it, send it to be signed, until the next one is open.

    None when the list is at its end; RuntimeError with what the page says when it refuses.
    """
    page.goto(f"{address}/desk?{words}")
    if not page.locator("[data-row]").count():
        return None
    keyboard, begun = Keyboard(page), time.monotonic()
    keyboard.press("Enter")
    page.wait_for_url(_DOSSIER)
    here = _open(page)
    for key in _TAKES_UP:
        if not keyboard.shown("c") and keyboard.shown(key):
            keyboard.press(key)
            page.wait_for_selector("[data-key='c']")
    _wait_for_scripts(page)
    keyboard.press("c")
    page.wait_for_load_state("load")
    page.wait_for_function(
        "was => location.search.includes('did=check') && !location.pathname.includes(was)"
        " || location.pathname === '/desk' || document.querySelector('.alert.stop')",
        arg=here,
    )
    if _open(page) == here:
        raise RuntimeError(page.locator(".alert.stop").first.inner_text())
    return Walk(keyboard.keys, time.monotonic() - begun, (here,))


def decide_all(page: Page, address: str, words: str) -> Walk:
    """Choose the whole list, look at what will happen, confirm."""
    page.goto(f"{address}/desk?{words}")
    keyboard, begun = Keyboard(page), time.monotonic()
    keyboard.press("a")
    keyboard.press("c")
    page.wait_for_selector("[data-key='y']")
    _wait_for_scripts(page)
    keyboard.press("y")
    page.wait_for_selector(".badge.ok")
    rows = page.locator("tr:has(.badge.ok) a").all()
    found = [_DOSSIER.search(row.get_attribute("href") or "") for row in rows]
    keys = tuple(one[1] for one in found if one)
    return Walk(keyboard.keys, time.monotonic() - begun, keys)


def take_in(page: Page, address: str, identity: str) -> Walk:
    """A resident whom the register knows stands there: an extract of their own birth, accepted."""
    page.goto(f"{address}/desk/intake")
    keyboard, begun = Keyboard(page), time.monotonic()
    keyboard.follow("a[href$='/desk/intake/2.000635']")
    page.wait_for_url("**/desk/intake/2.000635")
    _wait_for_scripts(page)
    keyboard.press("i")
    keyboard.type(identity)
    keyboard.press("Enter")
    page.wait_for_selector("[value^='self:']")
    _wait_for_scripts(page)
    keyboard.press("1")
    page.wait_for_function("() => document.querySelector('#filer_name').value !== ''")
    _wait_for_scripts(page)
    # What only the person can say: which event, here the birth.
    keyboard.press("Space")
    keyboard.press("t")
    page.wait_for_url(_DOSSIER)
    return Walk(keyboard.keys, time.monotonic() - begun, (_open(page),))


def _open(page: Page) -> str:
    found = _DOSSIER.search(page.url)
    return found[1] if found else ""


def _wait_for_scripts(page: Page) -> None:
    """A page answers to keys once its scripts have run; a person is never faster."""
    page.wait_for_load_state("load")
