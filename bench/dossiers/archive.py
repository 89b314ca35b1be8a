"""One archive of a size, and the work that is done in it: started and told what to do by `growing`.

Reads lines: ``work SECONDS`` or ``pages TIMES``; answers each with a line of JSON.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

from bench.dossiers.town import AT, Town, build

# isort: split
import psutil
from django.db import connection
from django.test import Client

from bench.dossiers.filling import Patterns, fill
from motcua.dossiers import actions, lists
from motcua.dossiers.models import Dossier
from motcua.dossiers.press import Press
from motcua.foundation.actor import SYSTEM, Actor
from motcua.foundation.money import Dong
from motcua.people.models import Account
from motcua.registers.actions import write_entry
from motcua.results.models import Document

BIRTH = {
    "child.name": "Vàng Thị Thử",
    "child.birth": "1991-05-12",
    "child.sex": "female",
    "child.ethnic": "25",
    "child.nationality": "VN",
    "child.birth_place": "Xã Cốc San, tỉnh Lào Cai",
    "mother.name": "Lò Thị Mẹ",
}
# A whole name, a common one, a family that a fifth bears, a name cut short, one nobody bears.
SEARCHES = ("vang thi thu", "nguyen van giam", "vang", "lu a m", "hoang khong co")
PAGES = {
    "work list": "/desk",
    **{f"search “{words}”": f"/desk/search?q={words.replace(' ', '+')}" for words in SEARCHES},
}


class Archive:
    """A town with so many dossiers."""

    def __init__(self, size: int) -> None:
        self.town = build()
        by = self.town.officer
        at = {"source": "bench", "by": by, "at": AT}
        entry = write_entry(commune=self.town.commune.pk, kind="birth", content=BIRTH, **at)
        self.entry = entry.pk
        fill(Patterns(handed_over(self.town, self.entry), handed_in(self.town)), 0, size)
        self.client = Client()
        self.client.force_login(Account.objects.get(login="officer"))

    def lifecycle(self) -> None:
        """One dossier from the form to the chair's signature, and found again by its name."""
        dossier = signed(self.town, self.entry)
        found, _ = lists.search(by=self.town.officer, words="vang thi thu", at=AT)
        if found[0].dossier_id != dossier.pk:
            raise RuntimeError("the newest dossier is not found first")

    def work(self, seconds: str) -> dict[str, float]:
        """Lifecycles for so long: how many, the time they took, the processor's time."""
        self.lifecycle()
        begun, cpu, done = time.monotonic(), spent(), 0
        while time.monotonic() - begun < float(seconds):
            self.lifecycle()
            done += 1
        return {"done": done, "seconds": time.monotonic() - begun, "cpu": spent() - cpu}

    def pages(self, times: str) -> dict[str, list[list[float]]]:
        """The whole page through the door: milliseconds waited and milliseconds of processor."""
        return {name: [self._page(path) for _ in range(int(times))] for name, path in PAGES.items()}

    def _page(self, path: str) -> list[float]:
        begun, cpu = time.monotonic(), spent()
        answer = self.client.get(path)
        took = [(time.monotonic() - begun) * 1000, (spent() - cpu) * 1000]
        if answer.status_code != 200:
            raise RuntimeError(f"{path}: {answer.status_code}")
        return took


def handed_in(town: Town) -> Dossier:
    """As the resident sent it."""
    return actions.submit(town.intake(), by=town.resident, at=AT, verified=True)


def signed(town: Town, entry: int) -> Dossier:
    """Decided; the press has its paper to make."""
    dossier = actions.accept(_press(handed_in(town), town.receptionist))
    dossier = actions.begin(_press(dossier, town.officer))
    dossier = actions.check(_press(dossier, town.officer), entry=entry)
    return actions.sign(_press(dossier, town.chair))


def handed_over(town: Town, entry: int) -> Dossier:
    """Closed, with a paper that the press is taken to have made."""
    dossier = signed(town, entry)
    paper = Document.objects.filter(about=f"dossier:{dossier.pk}")
    paper.update(state=Document.State.READY, sha256="0" * 64, size=40_000, pages=1, level="B-LT")
    dossier = actions.issue(_press(dossier, SYSTEM))
    due = Dong(dossier.fee_due)
    dossier = actions.take_fee(_press(dossier, town.receptionist), amount=due)
    press = _press(dossier, town.receptionist)
    return actions.hand_over(press, receiver=dossier.filer_name, proof="code")


def _press(dossier: Dossier, by: Actor) -> Press:
    return Press(dossier.pk, uuid4(), by, AT + timedelta(minutes=1), dossier.revision)


def spent() -> float:
    """Seconds of the processor: this process's, and those of its process in PostgreSQL."""
    if connection.vendor == "sqlite":
        return time.process_time()
    connection.ensure_connection()
    times = psutil.Process(connection.connection.info.backend_pid).cpu_times()
    return time.process_time() + times.user + times.system


def main(size: str) -> None:
    begun = time.monotonic()
    archive = Archive(int(size))
    print(json.dumps({"filled": time.monotonic() - begun}), flush=True)
    verbs: dict[str, Callable[[str], object]] = {"work": archive.work, "pages": archive.pages}
    for line in sys.stdin:
        verb, how_long = line.split()
        print(json.dumps(verbs[verb](how_long)), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
