"""What the filters of the work list offer."""

from datetime import datetime
from typing import NamedTuple

from motcua.counter.words import CHANNELS
from motcua.foundation.actor import Actor, Role
from motcua.foundation.clock import day_of
from motcua.people.queries import colleagues
from motcua.procedures.queries import catalogue

Choices = tuple[tuple[str, str], ...]


class FilterChoices(NamedTuple):
    """The values and words of each list."""

    procedures: Choices
    officers: Choices
    channels: Choices


def filter_choices(*, by: Actor, at: datetime, language: str) -> FilterChoices:
    """Procedures in force, the officers of the commune, the channels."""
    procedures = catalogue(day_of(at))
    return FilterChoices(
        tuple((one.code, one.words.get(language, one.words["vi"]).short) for one in procedures),
        officers(by=by, at=at),
        tuple((str(int(channel)), str(word)) for channel, word in CHANNELS.items()),
    )


def officers(*, by: Actor, at: datetime) -> Choices:
    """The officers of the actor's commune by account."""
    held = colleagues(by=by, role=Role.OFFICER, at=at)
    return tuple((str(account), name) for account, name in held)
