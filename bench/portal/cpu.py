"""What a page and a whole submission cost: processor time in this process, caches warm."""

import gc
import statistics
import time
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import bench.ground.house  # noqa: F401 - an empty house, before any model is imported

# isort: split
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from bench.figures import note
from motcua.dossiers.models import Dossier
from tests import cast
from tests.dossiers import story
from tests.portal.forms import FORM, TYPED, fields_of

ROUNDS = 60
NEED = "/event/birth/need?parents=married&born=later&notice=witness"
BUDGETS = {
    "the first page": 3.0,
    "the form, nobody signed in": 3.0,
    "the form, signed in, filled in from the record": 3.0,
    "a whole submission: form, post, receipt": 12.0,
}


def main() -> None:
    """Print a line for each page: median CPU ms, and the budget where the house has one."""
    cast.coc_san()
    story.whole_law()
    guest, thu = Client(), Client()
    thu.force_login(cast.resident(), backend="motcua.people.backends.AccountBackend")
    handed_in(thu)
    key = Dossier.objects.values_list("pk", flat=True)[0]
    works: dict[str, Callable[[], object]] = {
        "the first page": lambda: guest.get("/"),
        "a search in plain words": lambda: guest.get("/?q=mat+giay+khai+sinh"),
        "what this person needs": lambda: guest.get(NEED),
        "the page of a procedure": lambda: guest.get("/p/2.000635"),
        "the form, nobody signed in": lambda: guest.get(FORM),
        "for whom it is, signed in": lambda: thu.get(f"{FORM}?new=1"),
        "the form, signed in, filled in from the record": lambda: thu.get(f"{FORM}?new=1&for=self"),
        "a whole submission: form, post, receipt": lambda: handed_in(thu),
        "the post alone": lambda: posted(thu),
        "the receipt": lambda: thu.get(f"/receipt/{key}"),
        "one's own dossier": lambda: thu.get(f"/mine/{key}"),
        "tracking": lambda: guest.get("/track"),
    }
    print(f"the same machine adds 100,000 numbers in {statistics.median(measured(_add)):.2f} ms")
    print(f"{'CPU of the residents’ door':52} {'median':>8} {'p90':>8} {'budget':>8}")
    for name, work in works.items():
        times = measured(work)
        budget = f"{BUDGETS[name]:6.1f}" if name in BUDGETS else "     -"
        median, slow = statistics.median(times), statistics.quantiles(times, n=10)[-1]
        print(f"{name:52} {median:6.2f}ms {slow:6.2f}ms {budget:>8}")
        note(name, median, "ms CPU", most=BUDGETS.get(name))


def _add() -> None:
    total = 0
    for number in range(100_000):
        total += number


def measured(work: Callable[[], object]) -> list[float]:
    """Processor milliseconds of each round, after five rounds that warm the caches.

    A work that has the browser's part in it gives its own seconds, which leave that out.
    """
    for _round in range(5):
        work()
    gc.collect()
    gc.freeze()  # as the server does once it stands
    times = []
    for _round in range(ROUNDS):
        began = time.process_time()
        own = work()
        spent = own if isinstance(own, float) else time.process_time() - began
        times.append(spent * 1000)
    return times


def handed_in(client: Client) -> float:
    """Form, post, receipt, as a signed-in resident's browser does it; the product's seconds.

    That the browser reads the form and writes what it sends is no work of the product.
    """
    page, opened = timed(lambda: client.get(f"{FORM}?new=1&for=self"))
    form = {**fields_of(page.content.decode()), **TYPED, "hand_in": "1"}
    body = encode_multipart(BOUNDARY, form)
    answer, posted = timed(lambda: client.generic("POST", FORM, body, MULTIPART_CONTENT))
    receipt, shown = timed(lambda: client.get(answer["Location"]))
    assert receipt.status_code == 200
    return opened + posted + shown


def timed(request: Callable[[], Any]) -> tuple[Any, float]:
    """What it answers, and the processor seconds of it."""
    began = time.process_time()
    answer = request()
    return answer, time.process_time() - began


def posted(client: Client) -> float:
    """The post alone."""
    form = {"id": str(uuid4()), "was_known": "1", **TYPED, "hand_in": "1"}
    body = encode_multipart(BOUNDARY, form)
    answer, spent = timed(lambda: client.generic("POST", FORM, body, MULTIPART_CONTENT))
    assert answer.status_code == 302
    return spent
