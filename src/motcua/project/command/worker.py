"""motcua worker: does what follows from the acts; `motcua serve` runs one by itself."""

import signal
import threading
from functools import partial
from importlib import import_module

import click

from motcua.foundation.clock import now
from motcua.project.supervise import Apart, Child, give_back


@click.command()
def worker() -> None:
    """Work off messages, slips and signed papers until it is told to stop."""
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    work(stop)


def work(stop: threading.Event) -> None:
    """The loop, until `stop` is set; beside it the press, while there is something to print."""
    loop = import_module("motcua.consequences.loop")
    apart = Apart(Child("press", partial(_press, stop)), lambda said: click.echo(said, err=True))
    try:
        loop.run(stop, clock=now, press=apart)
    finally:
        apart.stop()


def _press(stop: threading.Event) -> None:
    give_back()
    import_module("motcua.consequences.pressing").run(stop, clock=now)
