"""Does the desk slow down as the archive grows? The same work at each size, in one run.

    python -m bench.dossiers.engines sqlite growing 10000 1000000

One client: create, accept, begin, check, search by the name; then the work list and the search
as whole pages through the door, signed in.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from statistics import median
from uuid import uuid4

from bench.dossiers.town import AT, Town, build

# isort: split
from django.test import Client

from bench.dossiers.filling import fill
from motcua.dossiers import actions, lists
from motcua.dossiers.models import Dossier
from motcua.dossiers.press import Press
from motcua.foundation.actor import Actor
from motcua.people.models import Account
from motcua.registers.actions import write_entry

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


def lifecycle(town: Town, entry: int) -> None:
    """One dossier from the form to the chair's desk, and found again by its name."""
    dossier = actions.submit(town.intake(), by=town.resident, at=AT, verified=True)
    dossier = actions.accept(_press(dossier, town.receptionist))
    dossier = actions.begin(_press(dossier, town.officer))
    actions.check(_press(dossier, town.officer), entry=entry)
    found, _ = lists.search(by=town.officer, words="vang thi thu", at=AT)
    if found[0].dossier_id != dossier.pk:
        raise RuntimeError("the newest dossier is not found first")


def _press(dossier: Dossier, by: Actor) -> Press:
    return Press(dossier.pk, uuid4(), by, AT + timedelta(minutes=1), dossier.revision)


def rate(act: Callable[[], object], seconds: float = 6.0) -> tuple[float, float]:
    """How often a second, and the processor milliseconds of one, after a warm-up."""
    for _ in range(20):
        act()
    begun, cpu, done = time.monotonic(), time.process_time(), 0
    while time.monotonic() - begun < seconds:
        act()
        done += 1
    used = (time.process_time() - cpu) / done * 1000
    return round(done / (time.monotonic() - begun), 1), round(used, 2)


def page_ms(client: Client, path: str, times: int = 15) -> float:
    """The whole page through the door, in milliseconds at the median."""
    took = []
    for _ in range(times):
        begun = time.monotonic()
        answer = client.get(path)
        took.append((time.monotonic() - begun) * 1000)
        if answer.status_code != 200:
            raise RuntimeError(f"{path}: {answer.status_code}")
    return round(median(took), 1)


def main(*sizes: str) -> None:
    """A row for each size, then the ratio of the last to the first."""
    town = build()
    pattern = actions.submit(town.intake(), by=town.resident, at=AT, verified=True)
    by = town.officer
    entry = write_entry(
        commune=town.commune.pk, kind="birth", content=BIRTH, source="bench", by=by, at=AT
    )
    client = Client()
    client.force_login(Account.objects.get(login="officer"))
    rates, there = [], 0
    for size in map(int, sizes):
        fill(pattern, there, size - there)
        there = size
        a_second, cpu = rate(lambda: lifecycle(town, entry.pk))
        rates.append(a_second)
        pages = {"list_ms": page_ms(client, "/desk")}
        for words in SEARCHES:
            pages[f"{words!r}_ms"] = page_ms(client, f"/desk/search?q={words.replace(' ', '+')}")
        found = {"dossiers": size, "lifecycles_a_second": a_second, "cpu_ms": cpu, **pages}
        print(json.dumps(found), flush=True)
    print(json.dumps({"ratio_largest_to_smallest": round(rates[-1] / rates[0], 2)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
