"""Long work says how far it is: a bar for a person, a line now and then for a log."""

import sys
import time

import click

_EVERY = 5.0


class Progress:
    """Counts up to `total`, or without end when the total is not known; used with ``with``."""

    def __init__(self, label: str, total: int | None) -> None:
        self._label, self._total = label, total
        self._bar = _bar(label, total) if total and sys.stderr.isatty() else None
        self._said = time.monotonic()
        self.done = 0

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.render_finish()

    def added(self, more: int) -> None:
        """So many more are done."""
        self.reached(self.done + more)

    def reached(self, done: int) -> None:
        """So many are done by now."""
        if self._bar is not None:
            self._bar.update(done - self.done)
        elif time.monotonic() - self._said > _EVERY:
            self._said = time.monotonic()
            of = f" of {self._total:,}" if self._total else ""
            click.echo(f"{self._label}: {done:,}{of}", err=True)
        self.done = done


def _bar(label: str, total: int) -> "click._termui_impl.ProgressBar[int]":
    return click.progressbar(length=total, label=label, file=sys.stderr, show_pos=True)
