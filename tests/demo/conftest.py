"""The demo commune, loaded once for all tests of this room and rolled back behind them.

Loading takes half a minute: the tests of this room follow each other, those that want an
empty commune first, and `xdist_group` keeps them in one process.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from motcua.demo import actions
from motcua.demo.accounts import SignIn

_HERE = Path(__file__).parent
AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Loaded:
    """What loading said: who can sign in, and the steps in their order."""

    sign_ins: tuple[SignIn, ...]
    steps: list[tuple[str, int, int]]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The tests of this room stand together, the empty commune before the loaded one."""
    ours = [item for item in items if item.path.parent == _HERE]
    if ours:
        before = items[: items.index(ours[0])]
        after = [item for item in items[len(before) :] if item.path.parent != _HERE]
        ours.sort(key=lambda item: "demo" in getattr(item, "fixturenames", ()))
        items[:] = [*before, *ours, *after]


@pytest.fixture(scope="package")
def demo(django_db_setup: None, django_db_blocker: Any) -> Iterator[Loaded]:
    """The commune with everyone in it."""
    with django_db_blocker.unblock(), transaction.atomic():
        steps: list[tuple[str, int, int]] = []
        made = actions.load(at=AT, on_progress=lambda *step: steps.append(step))
        yield Loaded(made, steps)
        transaction.set_rollback(True)
