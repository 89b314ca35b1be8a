"""Whether numbers are given: on a working day, from the early morning until the doors close."""

from dataclasses import dataclass
from datetime import datetime

from motcua.foundation.clock import day_of
from motcua.procedures.calendar import Calendar


@dataclass(frozen=True, slots=True)
class Opening:
    """`gives` numbers now or not; `opens` is when the office opens next, or again."""

    gives: bool
    opens: datetime


def opening(calendar: Calendar, at: datetime) -> Opening:
    """Who stands at the door before it opens, or at lunch, has a number already."""
    today = day_of(at)
    gives = calendar.works(today) and at < calendar.closing(today)
    return Opening(gives, calendar.open_from(at))
