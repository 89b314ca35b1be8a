"""motcua worker: does what follows from the acts; `motcua serve` runs one by itself."""

import signal
import threading

import click
from django.utils.module_loading import import_string

from motcua.foundation.clock import now


@click.command()
def worker() -> None:
    """Work off messages, slips and signed papers until it is told to stop."""
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    work(stop)


def work(stop: threading.Event) -> None:
    """The loop, until `stop` is set."""
    import_string("motcua.consequences.loop.run")(stop, clock=now)
