"""What a whole module of tests stands on, made once and rolled back when its last test has ended.

Each test still sees its own rows alone: its transaction is a savepoint within that of the module.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker


@contextmanager
def for_the_module(blocker: DjangoDbBlocker) -> Iterator[None]:
    """Rows that are made inside stay until the module ends. Not for tests that commit."""
    with blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
