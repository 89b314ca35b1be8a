"""What every signer offers: a commune may sign with a token, a remote service, or in rehearsal."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

# Without and with a time-stamp and the proof that no certificate was revoked (ETSI EN 319 142).
BASIC, LONG_TERM = "B-B", "B-LT"


@dataclass(frozen=True, slots=True)
class Block:
    """Where the page shows the signature: page from 1, box in points from the lower left."""

    page: int
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Seal:
    """In whose name, for which body, why, where and when a paper is signed."""

    name: str
    organisation: str
    reason: str
    place: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SignedPdf:
    """The signed file, and the level that was reached: BASIC or LONG_TERM."""

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
    """Signs papers; made once by the worker and kept, with its key in memory.

    The public certificate that it signs under lies in MOTCUA_CA: see `certificates.valid_until`.
    """

    # True where the signature has no legal force; every paper then says so in red.
    rehearsal: bool

    def level(self, at: datetime) -> str:
        """The level that can be reached now, asked before typesetting: the paper states it."""
        ...

    def sign(self, content: bytes, seal: Seal, *, block: Block, level: str) -> SignedPdf:
        """Sign a typeset PDF. Raises SignerError, also when `level` is out of reach."""
        ...
