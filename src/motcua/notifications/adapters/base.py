"""What every provider of messages keeps to."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Protocol

from django.conf import settings
from django.utils.module_loading import import_string


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message on its way out. `key` lets a provider see that it has this one already.

    `attempt` counts from 1. `to` is E.164.
    """

    key: str
    commune: str
    to: str
    kind: str
    language: str
    text: str
    parts: int
    attempt: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Handed:
    """The provider has taken it: under which reference, and whether it was delivered already."""

    reference: str
    delivered: bool = False


class SendingError(Exception):
    """The provider did not take it; `permanent` means that trying again is of no use."""

    def __init__(self, trouble: str, *, permanent: bool) -> None:
        super().__init__(trouble)
        self.permanent = permanent


class Messenger(Protocol):
    """A provider of messages.

    `send` answers within 30 seconds, gives the same reference for the same key, sends nothing
    twice for it, and raises SendingError and nothing else. `rehearsal` is True when nobody
    outside receives anything.
    """

    name: ClassVar[str]
    rehearsal: ClassVar[bool]

    def send(self, message: Outgoing) -> Handed: ...


def messenger() -> Messenger:
    """The provider that the settings name by dotted path."""
    made: Messenger = import_string(settings.MESSENGER)()
    return made
