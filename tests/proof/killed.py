"""A process that presses a batch of two and is killed when it reaches the third.

``python -m tests.proof.killed KEY ACCOUNT DOSSIER~REVISION~SEEN …`` on the database of
DATABASE_URL. Run as a process of its own: a forked child would share the test's connections.
"""

import os
import signal
import sys
from collections.abc import Iterator
from uuid import UUID

import django

django.setup()

from motcua.counter.bulk.doing import Confirmed, do_all  # noqa: E402
from motcua.counter.bulk.table import BULK  # noqa: E402
from motcua.dossiers import queries  # noqa: E402
from motcua.people.models import Account  # noqa: E402
from tests import cast  # noqa: E402


class KilledAtTheThird(list[Confirmed]):
    """The lines of a batch. The first round only asks what is done already."""

    rounds = 0

    def __iter__(self) -> Iterator[Confirmed]:
        self.rounds += 1
        for place, one in enumerate(super().__iter__()):
            if self.rounds > 1 and place == 2:
                os.kill(os.getpid(), signal.SIGKILL)
            yield one


def main(key: str, account: str, *values: str) -> None:
    """Press."""
    by = cast.acting(Account.objects.get(pk=account))
    lines = KilledAtTheThird(_line(value) for value in values)
    keys = [UUID(value.split("~")[0]) for value in values]
    rows = queries.several(by=by, keys=keys, at=cast.AT, why="bulk")
    do_all(BULK["take_up"], lines, rows, {}, key=UUID(key), by=by, at=cast.AT)


def _line(value: str) -> Confirmed:
    dossier, revision, seen = value.split("~")
    return Confirmed(UUID(dossier), int(revision), seen)


if __name__ == "__main__":
    main(*sys.argv[1:])
