"""One resident's phone: a real Chromium with a folder of its own, which can be killed."""

import base64
import contextlib
import re
import shutil
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import psutil
from playwright.sync_api import BrowserContext, Error, Page, Playwright

from bench.kill.people import FORM, PASSWORD

CHROMIUM = "/usr/bin/chromium"
_QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_PATIENCE = 10_000
# How many of the things typed the page has said to be kept, and those that stand in it.
_KEPT = "() => Number(document.querySelector('[data-kept]')?.dataset.kept ?? 0)"
# The page counts each change of the form; so does this, from the same moment on.
_COUNT = """() => {
  const form = document.querySelector('form[data-draft]');
  window.changesMade = Number(document.querySelector('[data-kept]').dataset.kept ?? 0);
  for (const kind of ['input', 'change']) form.addEventListener(kind, () => window.changesMade++);
}"""
_MADE = "() => window.changesMade"
# Writes beside what the pages keep until the browser takes not one small thing more; and takes it
# out again.
FILLED = """async () => {
  const done = (asked) => new Promise((yes, no) => {
    asked.onsuccess = () => yes(asked.result);
    asked.onerror = () => no(asked.error);
  });
  const vault = await done(indexedDB.open("motcua"));
  const fits = (row) => new Promise((answer) => {
    const step = vault.transaction("marks", "readwrite", { durability: "strict" });
    step.oncomplete = () => answer(true);
    step.onabort = () => answer(false);
    step.objectStore("marks").put(row);
  });
  let number = 0;
  for (const size of [60000, 6000, 600, 60]) {
    const noise = () => crypto.getRandomValues(new Uint8Array(size));
    while (await fits({ id: `full:${number}`, noise: noise() })) number++;
  }
  vault.close();
  return number;
}"""
EMPTIED = """async () => {
  const done = (asked) => new Promise((yes, no) => {
    asked.onsuccess = () => yes(asked.result);
    asked.onerror = () => no(asked.error);
  });
  const vault = await done(indexedDB.open("motcua"));
  const ours = IDBKeyRange.bound("full:", "full;");
  await done(vault.transaction("marks", "readwrite").objectStore("marks").delete(ours));
  vault.close();
}"""
# So many bytes a browser gives that is nearly full.
_ROOM = 4_000_000
# The files that the page shows as kept, as it got them from the vault or the camera.
_WATCH_FILES = """(() => {
  const made = URL.createObjectURL;
  window.filesShown = [];
  URL.createObjectURL = (one) => {
    if (one instanceof File) window.filesShown.push(one);
    return made.call(URL, one);
  };
})();"""
_SHOWN = "() => document.querySelectorAll('form[data-draft] .kept.photo').length"
_SHOWN_FILE = """() => new Promise((done) => {
  const reads = new FileReader();
  reads.onload = () => done(reads.result.split(',')[1]);
  reads.readAsDataURL(window.filesShown.at(-1));
})"""
# A draft of nobody's: it is filled in, or asked about.
_FILLED_OR_ASKED = """() => document.querySelector('#filer_name')?.value
  || document.querySelector('[data-found]:not([hidden]) [data-mine]')"""
_FIELDS = """() => Object.fromEntries([...new FormData(document.querySelector('form[data-draft]'))]
  .filter(([_name, value]) => typeof value === 'string' && value))"""


def limited(page: Page, home: str, room: int) -> None:
    """From now on the browser gives `home` so many bytes and no more, while `page` lives."""
    wire = page.context.new_cdp_session(page)
    wire.send("Storage.overrideQuotaForOrigin", {"origin": home, "quotaSize": room})


class Phone:
    """Opens the pages of one person; `kill` and `crash` take them away without a farewell."""

    def __init__(self, play: Playwright, folder: Path, home: str, login: str) -> None:
        """`login` is empty for a guest."""
        self._play, self._folder, self._home, self._login = play, folder, home, login
        self._context: BrowserContext | None = None
        self.page: Page

    def open(self) -> None:
        """Start the browser on what its folder holds."""
        self._context = self._play.chromium.launch_persistent_context(
            str(self._folder),
            executable_path=CHROMIUM,
            args=_QUIET,
            viewport={"width": 1280, "height": 900},
            locale="en",
        )
        self._context.set_default_timeout(_PATIENCE)
        self._context.add_init_script(_WATCH_FILES)
        self.page = self._context.pages[0]

    def kill(self) -> None:
        """SIGKILL for every process of the browser."""
        self.end()
        self._forget()

    def end(self) -> None:
        """The processes alone, from any thread: whoever waits for the browser hears of it."""
        for one in self._processes():
            with contextlib.suppress(psutil.NoSuchProcess):
                one.kill()

    def crash(self) -> None:
        """The page's process dies where it stands; the browser lives and opens another."""
        assert self._context is not None
        with contextlib.suppress(Error):
            self.page.goto("chrome://crash", timeout=3_000)
        self.page = self._context.new_page()

    def _processes(self) -> list[psutil.Process]:
        """The browser and all that it started."""
        mark = f"--user-data-dir={self._folder}"
        for one in psutil.process_iter(["cmdline"]):
            command = one.info["cmdline"] or ()
            if mark in command and not any(word.startswith("--type=") for word in command):
                return [one, *one.children(recursive=True)]
        return []

    def close(self) -> None:
        """Put the phone away for good."""
        if self._context is not None:
            self._forget()
        shutil.rmtree(self._folder, ignore_errors=True)

    def small(self) -> None:
        """This browser gives the house little, said before anything is written: it remembers for a
        while how much it has."""
        assert self._context is not None
        self.go("/robots.txt")
        limited(self.page, self._home, _ROOM)

    def room(self, there: bool) -> None:
        """Whether the browser has room left for what pages write: it is filled to its bound."""
        self.page.evaluate(EMPTIED if there else FILLED)

    def off_by(self, seconds: int) -> None:
        """Set the clock that the pages see."""
        self.page.clock.set_system_time(time.time() + seconds)

    def go(self, path: str) -> None:
        """Open a page, as often as it takes: the line may only just be back."""
        for left in reversed(range(20)):
            try:
                self.page.goto(self._home + path)
            except Error:
                if not left:
                    raise
                time.sleep(0.5)
            else:
                return

    def form(self, *, new: bool = False) -> None:
        """The form, signed in or as a guest, with what the phone keeps in it."""
        path = f"{FORM}?for=none{'&new=1' if new else ''}"
        self.go(path)
        known = not self._login or self.page.locator("meta[name=keeping][data-who]").count()
        if not known:
            self.go("/sign-in")
            self._signs_in()
            self.go(path)
        self.page.wait_for_selector("form[data-ready]")
        if not new and not self._login:
            self._is_mine()
        self.page.evaluate(_COUNT)

    def _signs_in(self) -> None:
        self.page.fill("[name=login]", self._login)
        self.page.fill("[name=password]", PASSWORD)
        self.page.press("[name=password]", "Enter")
        self.page.wait_for_url(lambda url: "/sign-in" not in url)

    def signs_in_again(self) -> list[str]:
        """Whoever was signed out meanwhile is led to sign in, and it is sent; the states then."""
        self.page.locator("[data-items] > li[data-state=needs] a[data-go]:visible").click()
        self._signs_in()
        return self.outbox()

    def _is_mine(self) -> None:
        """A guest is asked whether what was found on the phone is theirs."""
        with contextlib.suppress(Error):
            self.page.wait_for_function(_FILLED_OR_ASKED, timeout=5_000)
            if not self.page.input_value("#filer_name"):
                self.page.locator("[data-found] [data-mine]").click()

    def choose(self, photograph: bytes) -> None:
        """Photograph the first paper that is asked for."""
        path = self._folder / "giay-to.jpg"
        path.write_bytes(photograph)
        self.page.locator("form[data-draft] input[type=file]").first.set_input_files(path)

    def photographs(self) -> int:
        """How many files the page shows as kept."""
        return int(self.page.evaluate(_SHOWN))

    def shown_photograph(self) -> bytes:
        """The last of them."""
        return base64.b64decode(self.page.evaluate(_SHOWN_FILE))

    def type(self, name: str, value: str) -> int:
        """Fill in one field; how many changes the form has seen since it was opened."""
        field = self.page.locator(f"[name={name}]").first
        if field.get_attribute("type") in ("radio", "checkbox"):
            self.page.check(f"[name={name}][value={value}]", force=True)
        elif field.evaluate("(one) => one.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
        return int(self.page.evaluate(_MADE))

    def kept(self) -> int:
        """How many of the changes the page has said to be kept on the phone."""
        return int(self.page.evaluate(_KEPT))

    def fields(self) -> Mapping[str, str]:
        """What stands in the form."""
        found: dict[str, str] = self.page.evaluate(_FIELDS)
        return found

    def press(self) -> None:
        """Hand in, and wait for nothing."""
        button = "document.querySelector('form[data-draft] [name=hand_in]').click()"
        self.page.evaluate(f"() => void setTimeout(() => {button}, 0)")

    def confirms(self, telephone: str) -> bool:
        """A guest types the six digits that came to their telephone; whether the receipt came."""
        if not self.page.url.endswith("/confirm"):
            self.page.locator("[data-items] > li[data-state=needs] a[data-go]:visible").click()
            self.page.wait_for_url("**/confirm")
        self.page.fill("#code", self._digits(telephone))
        self.page.press("#code", "Enter")
        self.page.wait_for_url("**/receipt/**")
        return bool(self.page.locator("[data-received]").count())

    def _digits(self, telephone: str) -> str:
        """The code in the newest message to this telephone."""
        assert self._context is not None
        box = self._context.new_page()
        try:
            for _try in range(40):
                box.goto(f"{self._home}/rehearsal/messages?to={telephone.replace(' ', '')}")
                said = box.locator("main li p[lang]")
                if said.count() and (found := re.search(r"\d{6}", said.first.inner_text())):
                    return found[0]
                box.wait_for_timeout(500)
        finally:
            box.close()
        raise AssertionError(f"no code came to {telephone}")

    def receipt(self) -> bool:
        """Whether the page that stands open says that the commune has it; read for a moment."""
        self.page.wait_for_timeout(500)
        return bool(self.page.locator("[data-received]").count())

    def outbox(self) -> list[str]:
        """The states of what is on the phone."""
        self.go("/outbox")
        self.page.wait_for_selector("[data-items][data-drawn]", state="attached")
        return self.states()

    def states(self) -> list[str]:
        """The same on the page of the outbox as it stands."""
        found: list[str] = self.page.eval_on_selector_all(
            "[data-items] > li", "all => all.map(one => one.dataset.state)"
        )
        return found

    def _forget(self) -> None:
        context: Any = self._context
        self._context = None
        with contextlib.suppress(Error):
            context.close()
