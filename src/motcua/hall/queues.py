"""The queues of a waiting room in the reader's words, each with how many wait in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from motcua.parts.environment import speaks
from motcua.parts.icons import NAMES
from motcua.turns.models import Service
from motcua.turns.queries import screen, services


@dataclass(frozen=True, slots=True)
class Queue:
    """One service as a button or a line of the screen."""

    letter: str
    name: str
    sign: str
    waiting: int


def queues(commune: str, at: datetime) -> list[Queue]:
    """The queues that are offered, in their order."""
    return described(commune, screen(commune, at).waiting_by_service)


def described(commune: str, waiting: Mapping[str, int]) -> list[Queue]:
    """The queues that are offered, with the numbers of waiting people that are already known."""
    return [
        Queue(one.prefix, name_of(one), sign_of(one), waiting.get(one.prefix, 0))
        for one in services(commune)
    ]


def name_of(service: Service) -> str:
    """The queue's name in the reader's language, else in Vietnamese."""
    words: Mapping[str, str] = service.words
    return words.get(speaks(), words["vi"])


def sign_of(service: Service) -> str:
    """The drawn sign; a sheet of paper where none was chosen."""
    return service.sign if service.sign in NAMES else "file"
