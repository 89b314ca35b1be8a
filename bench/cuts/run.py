"""One person at a form, what befalls them, and how they go on."""

import contextlib
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Error, Playwright, sync_playwright

from bench.cuts.line import Line, Stroke
from bench.cuts.phone import Phone
from bench.cuts.photograph import digest_at_the_commune, photograph
from bench.cuts.plan import SENDING_ONLY, Case, Fault
from bench.kill.house import House

_STROKES = {
    Fault.REQUEST: Stroke.REQUEST,
    Fault.UNHEARD: Stroke.UNHEARD,
    Fault.ANSWER: Stroke.ANSWER,
}
# What stands for it among the fields.
PHOTOGRAPH = "photograph"
_DAY = 86_400
# Of a form some kilobytes go up; of an answer a few hundred bytes come down.
_UP, _DOWN = 3_000, 300
_PATIENCE = 60.0
# Nobody is at a form for longer.
_AT_MOST = 150.0


@dataclass
class Seen:
    """What one person saw: the fields that were said to be kept, and those of them that were gone
    afterwards; how long it took from the end of the fault to the receipt; the hash of the
    photograph that was shown as kept last, as the commune keeps it."""

    case: Case
    confirmed: dict[str, str] = field(default_factory=dict)
    lost: dict[str, str] = field(default_factory=dict)
    received: bool = False
    unkept: bool = False
    photograph: str = ""
    seconds: float = 0.0
    wrong: str = ""


def run(house: House, people: Iterable[tuple[str, Case]]) -> Iterator[Seen]:
    """What each person saw, of those with a login and what befalls them; `house` is open."""
    with sync_playwright() as play:
        for login, case in people:
            line = Line(house.port)
            yield Person(play, house, line, login, case).lives_it()
            line.close()


def bare(text: str | None) -> str:
    """Without the blanks that a telephone number is written with here and there."""
    return (text or "").replace(" ", "")


class Person:
    """One resident with a phone of their own."""

    def __init__(self, play: Playwright, house: House, line: Line, login: str, case: Case) -> None:
        folder = Path(tempfile.mkdtemp(prefix="motcua-phone-"))
        home, who = f"http://127.0.0.1:{line.port}", "" if case.guest else login
        self._phone = Phone(play, folder, home, who)
        self._house, self._line, self._case = house, line, case
        self._seen = Seen(case)
        # What was typed, each with the number of its change.
        self._made: list[tuple[int, str, str]] = []
        # The photograph as the page showed it last.
        self._shown = b""

    def lives_it(self) -> Seen:
        """From the first key to the receipt."""
        # Chromium now and then answers nothing any more after its pages were killed.
        guard = threading.Timer(_AT_MOST, self._phone.end)
        guard.start()
        self._phone.open()
        try:
            if self._case.fault is Fault.FULL:
                self._phone.small()
            self._phone.form(new=True)
            self._fill_in(self._case.after)
            self._photographs()
            if self._case.sending:
                self._prepare()
                self._phone.press()
            else:
                self._note_kept(self._case.wait)
                self._befall()
            self._lasts()
            begun = time.monotonic()
            if not self._seen.received:
                self._goes_on()
            self._seen.seconds = time.monotonic() - begun
            if self._shown:
                self._seen.photograph = digest_at_the_commune(self._shown)
        except (Error, AssertionError) as problem:
            self._seen.wrong = f"{type(problem).__name__}: {str(problem)[:300]}"
        finally:
            guard.cancel()
            self._line.mend()
            self._phone.close()
        return self._seen

    def _fill_in(self, most: int) -> None:
        """Type what does not stand there yet, so many fields at most."""
        there = self._phone.fields()
        for name, value in list(self._case.typed.items())[:most]:
            if bare(there.get(name)) != bare(value):
                self._made.append((self._phone.type(name, value), name, value))

    def _photographs(self) -> None:
        """Photograph the paper, if this person does."""
        if self._case.photograph:
            self._phone.choose(photograph(self._case.number))

    def _looks_at_it(self, patience: float) -> bool:
        """Whether the page shows the photograph as kept, now or within so many seconds."""
        until = time.monotonic() + patience
        while not self._phone.photographs():
            if time.monotonic() > until:
                return False
            time.sleep(0.05)
        self._shown = self._phone.shown_photograph()
        return True

    def _note_kept(self, wait: float) -> None:
        """What the page says to be kept, until the last moment before the fault."""
        until = time.monotonic() + wait
        while True:
            kept = self._phone.kept()
            self._seen.confirmed = {name: value for at, name, value in self._made if at <= kept}
            if self._case.photograph and (self._shown or self._looks_at_it(0)):
                self._seen.confirmed[PHOTOGRAPH] = "kept"
            if time.monotonic() > until:
                return
            time.sleep(0.02)

    def _prepare(self) -> None:
        """A fault that comes with the sending, or at a moment after the button."""
        case = self._case
        while len(self._seen.confirmed) < len(self._made) + case.photograph:
            self._note_kept(0)
        if case.fault in SENDING_ONLY:
            most = _UP if case.fault is Fault.REQUEST else _DOWN
            self._line.arm(_STROKES[case.fault], int(case.place * most))
        elif case.fault in (Fault.FULL, Fault.CLOCK, Fault.LINE, Fault.SILENT):
            self._befall()

    def _befall(self) -> None:
        case = self._case
        if case.fault is Fault.LINE:
            self._line.cut()
        elif case.fault is Fault.SILENT:
            self._line.silent = True
        elif case.fault is Fault.TAB:
            self._phone.crash()
        elif case.fault is Fault.BROWSER:
            self._phone.kill()
        elif case.fault is Fault.SERVER:
            self._house.kill()
        elif case.fault is Fault.FULL:
            self._phone.room(False)
        elif case.fault is Fault.CLOCK:
            # Every second one of these is a guest too: another half is ahead.
            self._phone.off_by(_DAY if case.number // 20 % 2 else -_DAY)

    def _lasts(self) -> None:
        """The fault's own time, and its end."""
        case = self._case
        if case.sending and case.fault in (Fault.TAB, Fault.BROWSER, Fault.SERVER):
            time.sleep(case.wait)
            self._befall()
        elif case.fault in SENDING_ONLY:
            self._line.struck.wait(20)
        time.sleep(case.lasts)
        self._line.mend()
        if case.fault is Fault.BROWSER:
            self._phone.open()
        elif case.fault is Fault.SERVER:
            self._house.open()
        elif case.fault is Fault.FULL:
            # Whoever reads the number has it: a phone that is full cannot note it.
            self._seen.received = case.sending and self._phone.receipt()
            self._fill_up_then_make_room()

    def _fill_up_then_make_room(self) -> None:
        """Without room the page must say that it keeps nothing; what it kept before stays."""
        if not self._case.sending:
            for name in ("Vàng Thị Khác", self._case.typed["filer_name"]):
                self._phone.type("filer_name", name)
            with contextlib.suppress(Error):
                self._phone.page.wait_for_selector("[data-kept][data-state=unkept]", timeout=3_000)
                self._seen.unkept = True
        self._phone.room(True)

    def _goes_on(self) -> None:
        """As anybody would: look what the phone has, finish the form, wait for the number."""
        until = time.monotonic() + _PATIENCE
        # A browser that was killed has forgotten who was signed in, and shows nothing of theirs.
        if not self._case.guest:
            self._phone.form()
        if self._settled(self._phone.outbox(), until):
            return
        self._phone.form()
        self._looks_what_is_left()
        self._fill_in(len(self._case.typed))
        if self._case.photograph and not self._looks_at_it(0):
            self._photographs()
            if not self._looks_at_it(20):
                raise AssertionError("the photograph is never kept")
        self._phone.press()
        self._phone.page.wait_for_url(lambda url: "/apply/" not in url, timeout=30_000)
        read = self._phone.receipt()
        if self._phone.page.url.endswith("/confirm"):
            read = self._phone.confirms(self._case.phone)
        self._settled(self._phone.outbox(), until)
        self._seen.received |= read

    def _looks_what_is_left(self) -> None:
        """What was said to be kept and is not in the form any more is lost."""
        there = dict(self._phone.fields())
        # It is drawn after the form: whoever looks gives it a moment.
        if self._case.photograph and self._looks_at_it(3):
            there[PHOTOGRAPH] = "kept"
        wanted = self._seen.confirmed.items()
        self._seen.lost = {
            name: value for name, value in wanted if bare(there.get(name)) != bare(value)
        }

    def _settled(self, states: list[str], until: float) -> bool:
        """Wait for what is on its way; whether it was received."""
        states = self._waits(states, until)
        if not self._case.guest and "needs" in states:
            # A page that was kept may show who was signed in, and the browser has forgotten it.
            states = self._waits(self._phone.signs_in_again(), until)
        self._seen.received = "received" in states
        if self._case.guest and "needs" in states:
            self._seen.received = self._phone.confirms(self._case.phone)
        return self._seen.received

    def _waits(self, states: list[str], until: float) -> list[str]:
        while time.monotonic() < until and {"waiting", "sending"} & set(states):
            time.sleep(0.1)
            states = self._phone.states()
        return states
