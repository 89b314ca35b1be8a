"""A parent that keeps its children running: restarts what falls, stops all when it is told to.

The parent has one thread, so that forking is safe and the children share the memory of what it
has imported. A child dies with its parent, however the parent dies.
"""

import ctypes
import gc
import math
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field

_OURS = frozenset({signal.SIGCHLD, signal.SIGTERM, signal.SIGINT, signal.SIGHUP})
_PR_SET_PDEATHSIG = 1
# As malloc.h numbers them.
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3
_KEPT_AT_MOST = 65_536
# A child that lived this long fell for a new reason; its next restart is at once.
_STEADY = 60.0
_LONGEST = 30.0
_PATIENCE = 10.0

Work = Callable[[], object]
Say = Callable[[str], object]


@dataclass(slots=True)
class Child:
    """One piece of work, the process that does it now, and when the next may be started."""

    name: str
    work: Work
    once: bool = False
    pid: int = 0
    started: float = 0.0
    due: float = 0.0
    falls: int = 0

    def start(self) -> None:
        """Begin the work in a process of its own."""
        self.started = time.monotonic()
        self.pid = _fork(self.work)

    def ended(self) -> int | None:
        """The exit code of a process that has ended since it was last asked; None of any other."""
        found, status = os.waitpid(self.pid, os.WNOHANG) if self.pid else (0, 0)
        if not found:
            return None
        self.pid = 0
        return os.waitstatus_to_exitcode(status)

    def falls_again(self) -> str:
        """Note a fall, and when the next start is due: the sooner it fell, the later; in words."""
        lived = time.monotonic() - self.started
        self.falls = 1 if lived > _STEADY else self.falls + 1
        wait = 0.0 if self.falls == 1 else min(_LONGEST, 2.0 ** (self.falls - 2))
        self.due = time.monotonic() + wait
        return f"{self.name} ended after {lived:.0f} s; again in {wait:.0f} s"

    def ask_to_end(self) -> None:
        """Tell the process to end; `wait` sees to it."""
        if self.pid:
            os.kill(self.pid, signal.SIGTERM)

    def wait(self, deadline: float) -> None:
        """Come back when the process has ended; by `deadline` it is ended."""
        while self.pid and self.ended() is None:
            if time.monotonic() > deadline:
                os.kill(self.pid, signal.SIGKILL)
            time.sleep(0.02)


@dataclass(slots=True)
class Apart:
    """Work that comes and goes: it has a process of its own while there is any, and none between.

    What the work loads is given back when its process ends. Used by a process with one thread.
    """

    child: Child
    say: Say

    def running(self) -> bool:
        """Whether it is at work now."""
        if self.child.ended():
            self.say(self.child.falls_again())
        return self.child.pid > 0

    def start(self) -> None:
        """Begin, unless it is at work or fell a moment ago."""
        if not self.running() and self.child.due <= time.monotonic():
            self.child.start()

    def stop(self) -> None:
        """Ask it to end, and wait until it has."""
        self.child.ask_to_end()
        self.child.wait(time.monotonic() + _PATIENCE)


@dataclass(slots=True)
class Family:
    """All children of one parent."""

    say: Say
    children: list[Child] = field(default_factory=list)

    def run(self) -> None:
        """Start everything; come back when a signal has asked to stop and all have stopped."""
        signal.pthread_sigmask(signal.SIG_BLOCK, _OURS)
        gc.freeze()
        try:
            while not self._told_to_stop():
                self._reap()
                self._start_due()
        finally:
            self._stop()
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _OURS)

    def _told_to_stop(self) -> bool:
        """Sleep until something happens: a child ended, a restart is due, a signal came."""
        waits = [max(0.0, child.due - time.monotonic()) for child in self.children if not child.pid]
        got = signal.sigtimedwait(_OURS, min([_LONGEST, *waits]))
        return got is not None and got.si_signo != signal.SIGCHLD

    def _start_due(self) -> None:
        for child in self.children:
            if not child.pid and child.due <= time.monotonic():
                child.start()

    def _reap(self) -> None:
        """Note which children have ended, and when they may come back."""
        for child in self.children:
            if child.ended() is None:
                continue
            if child.once:
                child.due = math.inf
            else:
                self.say(child.falls_again())

    def _stop(self) -> None:
        """Ask every child to end, wait for a while, then end it."""
        for child in self.children:
            child.ask_to_end()
        deadline = time.monotonic() + _PATIENCE
        for child in self.children:
            child.wait(deadline)


def apart(work: Work, meanwhile: Work) -> int:
    """Do something in a process of its own, so that the memory it takes is given back; its code.

    `meanwhile` is done here, beside it.
    """
    pid = _fork(work)
    meanwhile()
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def die_with_parent(how: signal.Signals = signal.SIGTERM) -> None:
    """Have the kernel send this process a signal when its parent is gone (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, how)


def give_back() -> None:
    """Have what this process frees go back to the system at once (glibc), at some cost of time."""
    allocator = ctypes.CDLL(None)
    if hasattr(allocator, "mallopt"):
        for option in (_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD):
            allocator.mallopt(option, _KEPT_AT_MOST)


def _fork(work: Work) -> int:
    parent = os.getpid()
    pid = os.fork()
    if pid:
        return pid
    code: int | str | None = 1
    try:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _OURS)
        die_with_parent()
        if os.getppid() == parent:
            work()
        code = 0
    except SystemExit as end:
        code = end.code
    except Exception:
        traceback.print_exc()
    finally:
        # Not sys.exit: what the parent registered for its own end is not ours to run.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else 1)
