"""motcua worker: does what follows from the acts; `motcua serve` runs one by itself."""

import signal
import threading
from functools import partial
from importlib import import_module

import click

from motcua.foundation.clock import now
from motcua.project.supervise import Apart, Child, give_back

# What has a process of its own while there is any of it: papers to print; lists to take in and
# books to go through.
_BESIDE = {"press": "motcua.consequences.pressing", "lists": "motcua.consequences.gathering"}


@click.command()
def worker() -> None:
    """Work off messages, slips and signed papers until it is told to stop."""
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    work(stop)


def work(stop: threading.Event) -> None:
    """The loop, until `stop` is set; beside it what comes and goes: the press, the lists."""
    loop = import_module("motcua.consequences.loop")
    apart, lists = (
        Apart(Child(name, partial(_beside, module, stop)), lambda said: click.echo(said, err=True))
        for name, module in _BESIDE.items()
    )
    try:
        loop.run(stop, clock=now, press=apart, lists=lists)
    finally:
        apart.stop()
        lists.stop()


def _beside(module: str, stop: threading.Event) -> None:
    give_back()
    import_module(module).run(stop, clock=now)
