"""What takes minutes and has a process of its own while there is any: lists, kin in the books."""

from collections.abc import Callable
from datetime import datetime
from threading import Event

from django.db import connections

from motcua.consequences.kin_search import search_once, searches_wait
from motcua.sheets import working


def waiting() -> bool:
    """Whether any of it wants the worker."""
    return working.waiting() or searches_wait()


def gather_once(clock: Callable[[], datetime], stop: Event | None = None) -> bool:
    """The list that has waited longest, else a search; False when there is neither."""
    return working.work_once(clock, stop) or search_once(clock, stop)


def run(stop: Event, *, clock: Callable[[], datetime]) -> None:
    """Work until none is left: the work of one process."""
    while not stop.is_set() and gather_once(clock, stop):
        pass
    connections.close_all()
