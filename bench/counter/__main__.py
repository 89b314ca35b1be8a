"""make bench: what the pages of the desk cost the processor, signed in, caches warm."""

import statistics
from collections.abc import Callable
from datetime import timedelta

import bench.ground.house  # noqa: F401 - an empty house, before any model is imported

# isort: split
from django.test import Client

from bench.figures import note
from bench.portal.cpu import _add, measured
from motcua.dossiers.models import Dossier
from motcua.foundation.clock import now
from motcua.people.models import Account
from tests import cast
from tests.dossiers import story

ROWS = 60
BUDGETS = {"the work list, a page of it": 6.0}


def main() -> None:
    """Print a line for each page: median CPU ms, and the budget where the house has one."""
    law = story.law()
    for _row in range(ROWS):
        story.submitted(law)
    # Half of a list is late on a bad day; none of it would be too kind.
    due = now() + timedelta(days=3)
    half = Dossier.objects.values_list("pk", flat=True)[: ROWS // 2]
    Dossier.objects.filter(pk__in=list(half)).update(due_at=due)
    key = Dossier.objects.order_by("number")[0].pk
    officer, chair = _signed_in(cast.officer), _signed_in(cast.chair)
    desk = _signed_in(cast.receptionist)
    works: dict[str, Callable[[], object]] = {
        "the work list, a page of it": lambda: officer.get("/desk"),
        "a dossier, to be accepted": lambda: officer.get(f"/desk/d/{key}"),
        "the search by name": lambda: officer.get("/desk/search?q=vang+th+thu"),
        "the papers to sign": lambda: chair.get("/desk/sign"),
        "the walk-in form": lambda: desk.get("/desk/intake/2.000635"),
        "the reception": lambda: desk.get("/desk/reception"),
    }
    print(f"the same machine adds 100,000 numbers in {statistics.median(measured(_add)):.2f} ms")
    print(f"{'CPU of the officers’ door':52} {'median':>8} {'p90':>8} {'budget':>8}")
    for name, work in works.items():
        times = measured(work)
        budget = f"{BUDGETS[name]:6.1f}" if name in BUDGETS else "     -"
        median, slow = statistics.median(times), statistics.quantiles(times, n=10)[-1]
        print(f"{name:52} {median:6.2f}ms {slow:6.2f}ms {budget:>8}")
        note(name, median, "ms CPU", most=BUDGETS.get(name))


def _signed_in(who: Callable[[], Account]) -> Client:
    client = Client()
    client.force_login(who(), backend="motcua.people.backends.AccountBackend")
    return client


if __name__ == "__main__":
    main()
