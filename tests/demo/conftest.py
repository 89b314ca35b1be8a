"""The demo commune, loaded once for all tests of this room and rolled back behind them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import transaction

from motcua.demo import actions
from motcua.demo.accounts import SignIn

AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Loaded:
    """What loading said: who can sign in, and the steps in their order."""

    sign_ins: tuple[SignIn, ...]
    steps: list[tuple[str, int, int]]


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: Any) -> Iterator[Loaded]:
    """The commune with everyone in it."""
    with django_db_blocker.unblock(), transaction.atomic():
        steps: list[tuple[str, int, int]] = []
        made = actions.load(at=AT, on_progress=lambda *step: steps.append(step))
        yield Loaded(made, steps)
        transaction.set_rollback(True)
