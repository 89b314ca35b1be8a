"""How much one spreadsheet may cost, and what the program says of it when it ends."""

import resource
import sys
from enum import IntEnum

MOST_BYTES = 40 * 1024 * 1024
MOST_ROWS = 300_000
MOST_COLUMNS = 200
# The longest honest cell is a note in a margin.
MOST_LETTERS = 4_000
# 200,000 rows of ten columns take 5 s and 250 MiB of addresses.
CPU_SECONDS = 120
MOST_MEMORY = 1536 * 1024 * 1024
_FEW_FILES = 32

Cell = str | int | float | bool | list[str] | None


class Said(IntEnum):
    """Exit codes; whatever else it ends with, the file was too much for it."""

    WHOLE = 0
    UNREADABLE = 10
    LOCKED = 11
    TOO_MANY_ROWS = 12
    TOO_MANY_COLUMNS = 13
    EMPTY = 14
    # The machine could not read it: that says nothing of the file.
    NOT_READ = 15


class Refused(Exception):  # noqa: N818 - what is said of a file, not a fault of the program
    """The file cannot be taken, and why."""

    def __init__(self, said: Said) -> None:
        super().__init__(said.name)
        self.said = said


def confine() -> None:
    """Before the first byte is read: from here on the kernel ends what grows or lasts too long."""
    for what, most in (
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, _FEW_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def ended(said: Said) -> None:
    """End the program with what it says of the file."""
    sys.stdout.flush()
    sys.exit(said)
