"""The token behind the QR of a result: what a paper claims, sealed with the commune's key.

Plain Python and Ed25519, so a verifier with no network needs this module and a public key only.
A token reads ``1~commune~id~yyyymmdd~number~template~initials~digest~signature``: all of it stands
in a URL as it is, and a person who reads the QR with any telephone sees number, day and initials.
"""

import base64
import hashlib
import re
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from motcua.foundation.names import folded, tidy

_VERSION = "1"
_SHAPE = re.compile(
    r"1~[A-Za-z0-9-]{1,20}~[\w-]{22}~\d{8}~[A-Z0-9.-]{1,40}~[a-z0-9_]{1,60}"
    r"~[A-Z.]{1,40}~[\w-]{11}~[\w-]{86}",
    re.ASCII,
)


class Forged(Exception):  # noqa: N818 - what a verifier finds, not a fault of the program
    """The text has the form of a token, but the commune never sealed it."""


class Unreadable(Exception):  # noqa: N818 - the same
    """The text is no token at all."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a paper says of itself; to be compared with the paper that carries it."""

    commune: str
    result: UUID
    issued_on: date
    number: str
    template: str
    initials: str
    digest: str


@dataclass(frozen=True, slots=True)
class Face:
    """What stands on a paper in full, as its holder and its reader see it."""

    commune: str
    result: UUID
    issued_on: date
    number: str
    template: str
    holder: str


def claim_of(face: Face) -> Claim:
    """The least of a face that still tells its copy on another paper apart."""
    return Claim(
        commune=face.commune,
        result=face.result,
        issued_on=face.issued_on,
        number=plain_number(face.number),
        template=face.template,
        initials=initials(face.holder),
        digest=_digest(face.result, face.holder),
    )


def encode(claim: Claim, key: Ed25519PrivateKey) -> str:
    """The sealed token, about 175 characters."""
    body = _body(claim)
    return f"{body}~{_b64(key.sign(body.encode()))}"


def decode(token: str) -> Claim:
    """What a token claims, its seal unchecked; raises Unreadable."""
    if not _SHAPE.fullmatch(token):
        raise Unreadable
    _, commune, result, day, number, template, letters, digest, seal = token.split("~")
    # One token, one spelling: base64 has spare bits that must not be played with.
    if any(_b64(_raw(part)) != part for part in (result, digest, seal)):
        raise Unreadable
    try:
        issued_on = date(int(day[:4]), int(day[4:6]), int(day[6:]))
        key = UUID(bytes=_raw(result))
    except ValueError as fault:
        raise Unreadable from fault
    return Claim(commune, key, issued_on, number, template, letters, digest)


def verify_offline(token: str, public_key: bytes) -> Claim:
    """What a token claims, when this public key (32 bytes) sealed it; raises Forged, Unreadable."""
    claim = decode(token)
    body, _, seal = token.rpartition("~")
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(_raw(seal), body.encode())
    except InvalidSignature as fault:
        raise Forged from fault
    return claim


def names(claim: Claim, holder: str) -> bool:
    """Whether a name read off a paper is the one that was sealed: a copied QR names another."""
    return _digest(claim.result, holder) == claim.digest


def initials(holder: str) -> str:
    """``Lù Thị Đào`` → ``L.T.D``: enough to compare, too little to learn a name from."""
    return ".".join(word[0] for word in folded(holder).upper().split() if word[0].isalpha()) or "X"


def plain_number(number: str) -> str:
    """``12/TLKS-BS`` → ``12.TLKS-BS``, which needs no escaping in a URL."""
    return re.sub(r"[^A-Z0-9-]+", ".", folded(number).upper())


def number_on_paper(plain: str) -> str:
    """``12.TLKS-BS`` → ``12/TLKS-BS``, as it is printed; only the marks of Đ are not known."""
    return plain.replace(".", "/")


def _body(claim: Claim) -> str:
    return "~".join(
        (
            _VERSION,
            claim.commune,
            _b64(claim.result.bytes),
            f"{claim.issued_on:%Y%m%d}",
            claim.number,
            claim.template,
            claim.initials,
            claim.digest,
        )
    )


def _digest(result: UUID, holder: str) -> str:
    """64 bits over the holder's whole name, salted with the result so that names do not repeat."""
    salted = result.bytes + tidy(holder).upper().encode()
    return _b64(hashlib.sha256(salted).digest()[:8])


def _b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _raw(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
