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
                child.started = time.monotonic()
                child.pid = _fork(child.work)

    def _reap(self) -> None:
        """Note which children have ended, and when they may come back."""
        for child in self.children:
            if not child.pid or not os.waitpid(child.pid, os.WNOHANG)[0]:
                continue
            child.pid, child.due = 0, math.inf
            if not child.once:
                lived = time.monotonic() - child.started
                child.falls = 1 if lived > _STEADY else child.falls + 1
                wait = 0.0 if child.falls == 1 else min(_LONGEST, 2.0 ** (child.falls - 2))
                child.due = time.monotonic() + wait
                self.say(f"{child.name} ended after {lived:.0f} s; again in {wait:.0f} s")

    def _stop(self) -> None:
        """Ask every child to end, wait for a while, then end it."""
        for child in self.children:
            _signal(child.pid, signal.SIGTERM)
        deadline = time.monotonic() + _PATIENCE
        for child in self.children:
            while child.pid and not os.waitpid(child.pid, os.WNOHANG)[0]:
                if time.monotonic() > deadline:
                    _signal(child.pid, signal.SIGKILL)
                time.sleep(0.02)
            child.pid = 0


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


def _signal(pid: int, which: signal.Signals) -> None:
    if pid:
        os.kill(pid, which)
