"""Somebody else at work beside the list: a small act ten times a second, and how long each took.

python -m bench.sheets.another       until its input is closed; prints a line of JSON
"""

import json
import os
import sys
import time
from select import select

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.project.settings")

import django

django.setup()

from django.db import transaction

from bench.sheets.lists import COMMUNE
from motcua.audit.actions import record
from motcua.foundation.actor import SYSTEM
from motcua.foundation.clock import now
from motcua.foundation.numbers import take_number

_PAUSE = 0.1


def act() -> float:
    """A number of a series and a line in the journal of the commune; the seconds that it took."""
    begun = time.monotonic()
    with transaction.atomic():
        number = take_number(f"bench:{COMMUNE}")
        record(chain=COMMUNE, by=SYSTEM, at=now(), verb="bench", about=f"bench:{number}")
    return time.monotonic() - begun


def main() -> None:
    """Acts until told to end."""
    act()
    print("ready", flush=True)
    waits = [act()]
    while not select([sys.stdin], [], [], _PAUSE)[0]:
        waits.append(act())
    waits.sort()
    told = {"acts": len(waits), "longest": waits[-1], "middle": waits[len(waits) // 2]}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
