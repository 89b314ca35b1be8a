"""The waiting room of Cốc San, for the tests about it."""

from datetime import datetime
from typing import Any

from motcua.foundation.actor import PUBLIC, SYSTEM, Actor
from motcua.foundation.clock import HANOI
from motcua.turns import actions, arrangement
from motcua.turns.models import Turn
from tests import cast

AT = datetime(2026, 11, 23, 7, 45, tzinfo=HANOI)


def two_queues() -> None:
    """A is civil status, B certification."""
    cast.coc_san()
    for prefix, name in (("A", "Hộ tịch"), ("B", "Chứng thực")):
        arrangement.offer_service(
            commune=cast.COC_SAN, prefix=prefix, words={"vi": name}, by=SYSTEM, at=AT
        )


def take(key: str, service: str = "A", **more: Any) -> Turn:
    """Take a number."""
    facts = {"commune": cast.COC_SAN, "service": service, "key": key, "by": PUBLIC, "at": AT}
    return actions.take_turn(**{**facts, **more})


def tiep() -> Actor:
    """The receptionist."""
    return cast.acting(cast.receptionist())


def call(desk: str = "1", **more: Any) -> Turn:
    """Call the next person."""
    return actions.call_next(**{"desk": desk, "by": tiep(), "at": AT, **more})


def state(turn: Turn) -> tuple[str, str]:
    """Where the ticket is now, and with which desk."""
    turn.refresh_from_db()
    return turn.state, turn.desk
