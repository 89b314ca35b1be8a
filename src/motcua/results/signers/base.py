"""What every signer offers: a commune may sign with a token, a remote service, or in rehearsal."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class SignedPdf:
    """The signed file, and the PAdES level that was reached: ``B-B`` or ``B-LT``."""

    content: bytes
    level: str


class SignerError(Exception):
    """The signer said no, or could not be reached.

    `permanent` is True when trying again cannot help (a wrong key, a revoked certificate).
    """

    def __init__(self, message: str, *, permanent: bool) -> None:
        super().__init__(message)
        self.permanent = permanent


class Signer(Protocol):
    """Signs for one commune's chair; made once by the worker and kept."""

    # True where the signature has no legal force; every paper then says REHEARSAL.
    rehearsal: bool

    def sign(
        self, content: bytes, *, name: str, reason: str, place: str, at: datetime
    ) -> SignedPdf:
        """Sign a typeset PDF in the name of the signer; raises SignerError."""
        ...
