"""A hold on something that lies on the disk, among all processes of this machine."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Busy(Exception):  # noqa: N818 - an answer, not a fault
    """Somebody has a hold that does not go together with the one asked for."""


@contextmanager
def held(file: Path, *, alone: bool) -> Iterator[None]:
    """Hold `file` for the length of a block: alone, or together with others who do not need to be.

    Who needs to be alone does not wait and gets Busy; the kernel lets go when a process dies.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        how = fcntl.LOCK_EX | fcntl.LOCK_NB if alone else fcntl.LOCK_SH
        try:
            fcntl.flock(handle, how)
        except BlockingIOError as fault:
            raise Busy from fault
        yield
    finally:
        os.close(handle)
