"""One pass of the worker over the list that waits, in a program of its own: what it cost.

python -m bench.sheets.one       prints a line of JSON
"""

import json
import os
import resource
import time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.project.settings")

import django

django.setup()

import psutil
from django.db import connection

from motcua.foundation.clock import now
from motcua.sheets import working

_WHO = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


def spent() -> float:
    """Seconds of the processor: this program, the reader of the file, its process in PostgreSQL."""
    used = [resource.getrusage(who) for who in _WHO]
    ours = sum(one.ru_utime + one.ru_stime for one in used)
    if connection.vendor == "sqlite":
        return ours
    connection.ensure_connection()
    times = psutil.Process(connection.connection.info.backend_pid).cpu_times()
    return ours + times.user + times.system


def main() -> None:
    """The list that has waited longest, to its end."""
    begun, cpu = time.monotonic(), spent()
    assert working.work_once(now)
    seconds, cpu = time.monotonic() - begun, spent() - cpu
    peak, reader = (resource.getrusage(who).ru_maxrss / 1024 for who in _WHO)
    print(json.dumps({"seconds": seconds, "cpu": cpu, "peak": peak, "reader": reader}))


if __name__ == "__main__":
    main()
