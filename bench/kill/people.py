"""Residents who hand in through their door, and send again whatever was not acknowledged."""

import random
import re
import threading
import time
import uuid
from collections import Counter
from dataclasses import dataclass, field

from bench.kill.browser import Broken, Browser, hidden

PASSWORD = "thu-nghiem-mot-cua"  # noqa: S105 - of a database that is thrown away
FORM = "/apply/2.000635"
TYPED = {
    "filer_name": "Vàng Thị Thử",
    "filer_phone": "0990 000 001",
    "event": "birth",
    "relation": "self",
    "copies": "1",
    "subject_birth": "12/05/1991",
    "subject_sex": "female",
    "register_office": "Xã Cốc San",
    "delivery": "counter",
    "hand_in": "1",
}
_NUMBER = re.compile(r"H38\.99\.01-\d{6}-\d{4,}")
_RESTING = 503
# Every second one of those who lose the line closes the page and does not come back.
_GIVES_UP = 0.5


@dataclass
class Told:
    """What the people know at the end: the paper in their hands against the books of the office.

    `numbers` are the acknowledged dossiers with the number that the receipt showed; `abandoned`
    those whose line broke and whose person gave up; `cut` when a line last broke while a form was
    under way (seconds since 1970, by key); `answers` every status that was no acknowledgement.
    """

    numbers: dict[str, str] = field(default_factory=dict)
    abandoned: list[str] = field(default_factory=list)
    cut: dict[str, float] = field(default_factory=dict)
    answers: Counter[int] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def done(self) -> int:
        """How many have come to an end, either way."""
        return len(self.numbers) + len(self.abandoned)


class Resident:
    """One signed-in person with a line that may break at any moment."""

    def __init__(self, login: str, port: int, told: Told, seed: int) -> None:
        self._login, self._told = login, told
        self._browser = Browser(port)
        self._chance = random.Random(f"{seed}:{login}")

    def hand_in(self, times: int) -> None:
        """Sign in, then so many dossiers, one after the other."""
        self._sign_in()
        for _ in range(times):
            self._hand_in_one()

    def _sign_in(self) -> None:
        """Until somebody answers: the stroke may fall before everyone is in."""
        given = {"login": self._login, "password": PASSWORD}
        while True:
            page = self._page("/sign-in")
            try:
                status, where = self._browser.post("/sign-in", {**hidden(page), **given})
            except Broken:
                time.sleep(0.1)
                continue
            if (status, where) == (302, "/mine"):
                return
            if status != _RESTING:
                raise RuntimeError(f"{self._login} cannot sign in: {status}")

    def _hand_in_one(self) -> None:
        """The key is the client's and stays the same, however often the form is sent."""
        key = str(uuid.UUID(int=self._chance.getrandbits(128), version=4))
        form = {**hidden(self._page(f"{FORM}?new=1&for=none")), **TYPED, "id": key}
        while not self._sent(key, form):
            if self._chance.random() < _GIVES_UP:
                with self._told.lock:
                    self._told.abandoned.append(key)
                return
            time.sleep(0.1)
        found = _NUMBER.search(self._page(f"/receipt/{key}"))
        with self._told.lock:
            self._told.numbers[key] = found.group() if found else ""

    def _sent(self, key: str, form: dict[str, str]) -> bool:
        """Whether the server has said that it has it; a line that breaks has said nothing."""
        while True:
            try:
                status, where = self._browser.post(FORM, form)
            except ConnectionRefusedError:
                time.sleep(0.1)
            except Broken:
                with self._told.lock:
                    self._told.cut[key] = time.time()
                return False
            else:
                break
        if (status, where) == (302, f"/receipt/{key}"):
            return True
        with self._told.lock:
            self._told.answers[status] += 1
        return False

    def _page(self, path: str) -> str:
        """A page that is asked for until it comes."""
        while True:
            try:
                status, page = self._browser.get(path)
            except Broken:
                time.sleep(0.1)
                continue
            if status == 200:
                return page
            with self._told.lock:
                self._told.answers[status] += 1
            time.sleep(0.1)
