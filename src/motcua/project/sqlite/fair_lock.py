"""Writers stand in a queue, first come, first served.

SQLite lets a writer that finds the database taken sleep and try again, so that the one who has
waited longest is as likely to lose as the one who came last: with 16 writers one in a hundred
waits two seconds. The kernel's flock keeps a queue and wakes the next, which takes that down to
the time that the queue is long (docs/decisions/0002-fair-lock.md).
"""

import fcntl
import os
import weakref
from io import FileIO
from pathlib import Path


class FairLock:
    """One connection's place in the queue of a database file; taken and given back by that one.

    flock belongs to the open file, so that each connection opens the file for itself: threads of
    a process exclude each other as processes do, and the kernel lets go when a process dies.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: FileIO | None = None
        self.held = False
        _every_lock.add(self)

    def take(self) -> None:
        """Wait until it is our turn. Taking it twice is harmless: savepoints are one turn."""
        if self.held:
            return
        if self._file is None:
            self._file = FileIO(self._path, "a")
        fcntl.flock(self._file, fcntl.LOCK_EX)
        self.held = True

    def give(self) -> None:
        """Let the next one in; nothing when we are not in."""
        if self.held and self._file is not None:
            self.held = False
            fcntl.flock(self._file, fcntl.LOCK_UN)

    def close(self) -> None:
        """Give it back and close the file."""
        self.give()
        self.forget()

    def forget(self) -> None:
        """Close the file without unlocking: what a forked child does with its parent's place."""
        self.held = False
        if self._file is not None:
            self._file.close()
            self._file = None


_every_lock: weakref.WeakSet[FairLock] = weakref.WeakSet()


def _leave_the_parents_place() -> None:
    for lock in list(_every_lock):
        lock.forget()


# A child that kept the open file would hold the parent's lock for as long as it lives.
os.register_at_fork(after_in_child=_leave_the_parents_place)
