"""How much time and memory one file may cost, and what the program says of it when it ends."""

import resource
import signal
import sys
from collections.abc import Callable
from enum import IntEnum

MOST_BYTES = 15 * 1024 * 1024
# The dearest honest files, 60 megapixels and 60 scanned pages, take an eighth of this.
CPU_SECONDS = 6
# Longer than the processor's time, for a machine that has other work too.
SECONDS = 15
# Programs and libraries take 60 MiB of it, the largest photograph 150.
MOST_MEMORY = 400 * 1024 * 1024
_FEW_FILES = 32

Cleaning = Callable[[bytes], tuple[int, bytes]]


class Said(IntEnum):
    """Exit codes; whatever else it ends with, the file was too much for it."""

    CLEAN = 0
    UNREADABLE = 10
    LOCKED = 11
    TOO_MANY_PAGES = 12
    NO_PICTURE = 13


class Refused(Exception):  # noqa: N818 - what is said of a file, not a fault of the program
    """The file cannot be taken, and why."""

    def __init__(self, said: Said) -> None:
        super().__init__(said.name)
        self.said = said


def clean_input(cleaning: Cleaning) -> None:
    """The whole program: set the bounds, read the file, write it clean, or say why not."""
    _confine()
    try:
        pages, kept = cleaning(sys.stdin.buffer.read(MOST_BYTES + 1))
    except Refused as refused:
        sys.exit(refused.said)
    sys.stdout.buffer.write(b"%d\n" % pages + kept)
    sys.exit(Said.CLEAN)


def _confine() -> None:
    """Before the first byte is read: from here on the kernel ends what grows or lasts too long."""
    for what, most in (
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_FSIZE, 2 * MOST_BYTES),
        (resource.RLIMIT_NOFILE, _FEW_FILES),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
    # Also when whoever started it is gone and waits no more.
    signal.alarm(SECONDS)
