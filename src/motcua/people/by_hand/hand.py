"""Who writes by hand, and what is asked of every such row."""

from dataclasses import dataclass
from datetime import datetime

from motcua.foundation.actor import Actor
from motcua.people.actions.moves import past, record_moves
from motcua.people.by_hand.errors import OutsideLife, OwnRow, Unexplained
from motcua.people.models import Account, Move, Resident
from motcua.people.said import Said


@dataclass(frozen=True, slots=True)
class Hand:
    """Who writes it down, when and why; `press` is the key of the form: sent twice it is once."""

    by: Actor
    at: datetime
    reason: str
    press: str

    @property
    def source(self) -> str:
        """What the rows say they were learned from."""
        return f"desk:{self.press}"


def done(hand: Hand) -> list[Move]:
    """What the same form wrote when it was sent before."""
    return list(Move.objects.filter(source=hand.source).order_by("pk"))


def write(said: list[Said], hand: Hand) -> list[Move]:
    """The rows; refuses Unexplained, and OwnRow to an officer of whom a row would be."""
    _refuse_own(said, hand.by)
    if not hand.reason.strip():
        raise Unexplained(field="reason")
    return record_moves(
        said=said, source=hand.source, reason=hand.reason.strip(), by=hand.by, at=hand.at
    )


def _refuse_own(said: list[Said], by: Actor) -> None:
    kind, _sep, key = by.id.partition(":")
    rows = [one.resident.pk for one in said]
    if kind == "account" and Account.objects.filter(pk=int(key), resident__in=rows).exists():
        raise OwnRow


def within_life(resident: Resident, on: str, at: datetime) -> None:
    """OutsideLife for a day before birth or after death; FactImpossible for one to come."""
    past(on, "on", at)
    too_early = on < resident.birth[: len(on)]
    if too_early or (resident.died and on[: len(resident.died)] > resident.died):
        raise OutsideLife(field="on")
