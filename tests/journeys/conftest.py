"""The story told by a real browser against the live product, its worker going round between steps.

Everything is at the real time of the day on which the suite runs: what depends on the hour is
asserted elsewhere.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connection
from pytest_django.live_server_helper import LiveServer

from motcua.audit import journal
from motcua.consequences import loop
from motcua.consequences.models import Stuck
from motcua.foundation.clock import now
from tests import cast
from tests.dossiers import story

Work = Callable[[], None]
PASSWORD = "mot-cua-mau"


@pytest.fixture
def town(transactional_db: None, live_server: LiveServer) -> Iterator[LiveServer]:
    """The commune with its law, Thử's entry in the birth book and everyone who signs in.

    When the story is over, the journal of all of it is whole.
    """
    story.law(at=now())
    story.birth_entry()
    people = (cast.receptionist(), cast.officer(), cast.second_officer(), cast.chair())
    for account in (*people, cast.auditor(), cast.administrator(), cast.resident()):
        account.set_password(PASSWORD)
        account.save(update_fields=["password"])
    yield live_server
    assert list(journal.faults(lambda _lines: None, {})) == []


@pytest.fixture
def work() -> Work:
    """The worker's rounds, until there is nothing left to do; in a thread, as it is a process."""

    def rounds() -> None:
        with ThreadPoolExecutor(1) as apart:
            apart.submit(_until_rest).result()

    return rounds


def _until_rest() -> None:
    try:
        for _ in range(20):
            if not loop.round_once(now()):
                assert list(Stuck.objects.values_list("fault", flat=True)) == []
                return
        raise AssertionError("the worker does not come to rest")
    finally:
        connection.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where downloads of this story are kept."""
    return tmp_path
