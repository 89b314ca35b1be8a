"""What a family of processes weighs and has used, as the kernel counts it."""

import re
from pathlib import Path

import psutil

_PSS = re.compile(r"^Pss: +(\d+) kB$", re.MULTILINE)


def family(pid: int) -> list[psutil.Process]:
    """The process and all that came from it."""
    parent = psutil.Process(pid)
    return [parent, *parent.children(recursive=True)]


def pss_mib(pid: int) -> float:
    """Memory in MiB; what processes share is counted once (proportional set size)."""
    return round(sum(weights(pid)), 1)


def weights(pid: int) -> list[float]:
    """The same for each process, the parent first."""
    found = []
    for one in family(pid):
        told = _PSS.search(Path(f"/proc/{one.pid}/smaps_rollup").read_text(encoding="ascii"))
        found.append(round(int(told.group(1)) / 1024, 1) if told else 0.0)
    return found


def cpu_seconds(pid: int) -> float:
    """Processor time of the family and of its children that have already ended."""
    times = [one.cpu_times() for one in family(pid)]
    ended = times[0].children_user + times[0].children_system
    return round(sum(one.user + one.system for one in times) + ended, 2)
