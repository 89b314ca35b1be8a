"""The waiting room as a visitor meets it: a tablet, a telephone, the screen on the wall."""

import re
from datetime import datetime
from uuid import UUID, uuid4

from django.core.cache import cache
from django.test import Client

from motcua.foundation.actor import SYSTEM
from motcua.foundation.clock import HANOI
from motcua.procedures.calendar_actions import seed_calendar
from tests import cast
from tests.turns.room import two_queues

KIOSK = f"/turn/{cast.COC_SAN}"
SCREEN = f"/screen/{cast.COC_SAN}"
# A Monday morning, the Sunday before it, the same Monday after the doors have closed; the Tuesday
# after it is a holiday.
MORNING = datetime(2026, 11, 23, 8, 0, tzinfo=HANOI)
SUNDAY = datetime(2026, 11, 22, 9, 0, tzinfo=HANOI)
EVENING = datetime(2026, 11, 23, 19, 0, tzinfo=HANOI)


def open_hall() -> None:
    """Two queues, the country's calendar, and nobody has pressed anything yet."""
    two_queues()
    seed_calendar(commune=cast.COC_SAN, by=SYSTEM, at=MORNING)
    cache.clear()


def press(
    visitor: Client, service: str = "A", *, key: UUID | None = None, **more: str
) -> tuple[int, str]:
    """Press a service; the status, and where it leads."""
    answer = visitor.post(KIOSK, {"key": str(key or uuid4()), "service": service, **more})
    return answer.status_code, answer.get("Location", "")


def text_of(visitor: Client, path: str) -> str:
    """What a page says, without its tags."""
    page = visitor.get(path).content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())
