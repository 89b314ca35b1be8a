"""Messages and providers for the tests about them."""

from datetime import datetime, timedelta
from typing import Any

from motcua.foundation.clock import HANOI
from motcua.notifications import actions
from motcua.notifications.adapters.base import Handed, Outgoing, SendingError
from motcua.notifications.models import Message
from tests import cast

AT = datetime(2026, 11, 23, 9, 0, tzinfo=HANOI)
CODE = "482 177 306"
ABOUT = "dossier:2f0c7a34-9d0c-4f3e-8a5b-000000000001"


def queue(key: str = "k", **more: Any) -> Message:
    """A message that waits."""
    facts: dict[str, Any] = {
        "commune": cast.COC_SAN,
        "to": "0912 345 678",
        "kind": "accept",
        "facts": {"code": CODE, "due": AT + timedelta(hours=8)},
        "language": "vi",
        "key": key,
        "at": AT,
        "about": ABOUT,
    }
    return actions.queue(**{**facts, **more})


def code(key: str = "k", **more: Any) -> Message:
    """A telephone code that waits."""
    return queue(key, kind="phone_code", facts={"number": "123456", "minutes": 5}, **more)


class Recorder:
    """A provider for the tests: keeps what it was given, in the order in which it came."""

    name = "recorder"
    rehearsal = True

    def __init__(self) -> None:
        self.given: list[Outgoing] = []

    def send(self, message: Outgoing) -> Handed:
        self.given.append(message)
        return Handed(reference=f"r-{message.key}")


class Broken(Recorder):
    """A provider that never takes anything."""

    def __init__(self, *, permanent: bool) -> None:
        super().__init__()
        self.permanent = permanent

    def send(self, message: Outgoing) -> Handed:
        super().send(message)
        raise SendingError("it rained", permanent=self.permanent)
