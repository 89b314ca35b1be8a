"""A complete pretend provider: works offline, decides by the number's last digits."""

import hashlib
from collections.abc import Collection
from typing import ClassVar

from motcua.notifications.adapters.base import Handed, Outgoing, SendingError
from motcua.notifications.models import Rehearsed

# A number ending so is unknown to the network, cannot be reached, or is reached at the third try.
UNKNOWN = ("0404",)
OUT_OF_REACH = ("0503",)
THIRD_TRY = ("0303",)


class RehearsalMessenger:
    """Puts each message in the rehearsal box, where a page marked REHEARSAL shows it."""

    name: ClassVar[str] = "rehearsal"
    rehearsal: ClassVar[bool] = True

    def __init__(
        self,
        *,
        unknown: Collection[str] = UNKNOWN,
        out_of_reach: Collection[str] = OUT_OF_REACH,
        third_try: Collection[str] = THIRD_TRY,
    ) -> None:
        self.unknown = tuple(unknown)
        self.out_of_reach = tuple(out_of_reach)
        self.third_try = tuple(third_try)

    def send(self, message: Outgoing) -> Handed:
        """Deliver into the box, once for each key; SendingError by the digits."""
        if message.to.endswith(self.unknown):
            raise SendingError("REHEARSAL: no such number", permanent=True)
        if message.to.endswith(self.out_of_reach):
            raise SendingError("REHEARSAL: the network does not answer", permanent=False)
        if message.to.endswith(self.third_try) and message.attempt < 3:
            raise SendingError("REHEARSAL: busy, try again", permanent=False)
        Rehearsed.objects.get_or_create(
            key=message.key,
            defaults={
                "commune_id": message.commune,
                "to": message.to,
                "kind": message.kind,
                "language": message.language,
                "text": message.text,
                "parts": message.parts,
                "at": message.at,
            },
        )
        digest = hashlib.sha256(message.key.encode()).hexdigest()
        return Handed(reference=f"rehearsal-{digest[:20]}", delivered=True)
