"""A file comes in pieces: begun, received, ended, taken. None of it is in the journal: what arrives
is nobody's act until it is handed in, and then `attach` writes its line."""

import hashlib
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import IO, Any
from uuid import UUID, uuid4

from motcua.dossiers import limits
from motcua.dossiers.actions.papers import TAKES_PAPERS
from motcua.dossiers.arriving import pieces, queries
from motcua.dossiers.arriving.errors import (
    ArrivalUnknown,
    HashMissing,
    NothingToSend,
    OtherOffset,
    PieceDamaged,
    TooMuch,
    WholeDamaged,
)
from motcua.dossiers.arriving.models import Arrival
from motcua.dossiers.attachments import FileTooLarge
from motcua.dossiers.cleaning.bounds import MOST_BYTES
from motcua.dossiers.errors import NotFound, NotNow
from motcua.dossiers.models import Dossier
from motcua.dossiers.press import who_is
from motcua.dossiers.states import Who
from motcua.dossiers.tries import spend
from motcua.foundation.actor import Actor

# From its beginning to its last piece: a village that has a line at the market only.
KEPT = timedelta(days=3)
HASHES: dict[str, Callable[..., Any]] = {"sha256": hashlib.sha256, "sha1": hashlib.sha1}
_HEX = 64
# Whoever fills in, and a helper for as long as they help; the counter has its own way.
_HANDS = {Who.FILER, Who.HELPER}
_IN_MEMORY = 512 * 1024
_COPIED = 64 * 1024


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a file before its first byte; `sha256` in hex."""

    dossier: UUID
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Piece:
    """What follows `offset`: `length` bytes, as they come from the line; fewer when it breaks.

    With a `digest` (and by which `algorithm`) it counts whole or not at all.
    """

    offset: int
    length: int
    blocks: Iterable[bytes]
    algorithm: str = ""
    digest: bytes = b""


def begin(said: Said, *, by: Actor, at: datetime, origin: str) -> Arrival:
    """Say that a file is coming, for a draft or dossier of this person that takes papers."""
    dossier = Dossier.objects.filter(pk=said.dossier).first()
    if dossier is None or not who_is(by, dossier) & _HANDS:
        raise NotFound
    if dossier.where not in TAKES_PAPERS:
        raise NotNow
    _judge(said)
    spend(limits.arrivals(by, origin=origin, size=said.size), at)
    key = uuid4()
    pieces.begin(key)
    return Arrival.objects.create(
        pk=key,
        commune_id=dossier.commune_id,
        dossier=dossier,
        owner=by.id,
        name=said.name[:200],
        size=said.size,
        sha256=said.sha256,
        begun_at=at,
        expires_at=at + KEPT,
    )


def receive(piece: Piece, *, key: UUID, by: Actor, at: datetime) -> int:
    """Add what comes; how much is here then. What arrived before the line broke is kept.

    OtherOffset, TooMuch and PieceDamaged add nothing. WholeDamaged: all is here and is not what was
    said; the arrival is gone.
    """
    one = queries.arrival(key, by=by, at=at)
    if one.taken_at or piece.offset != pieces.here(key):
        raise OtherOffset
    if piece.offset + piece.length > one.size:
        raise TooMuch
    added = _checked(key, piece) if piece.algorithm else _as_it_comes(key, piece)
    if added == one.size:
        _judge_whole(one)
    return added


def end(*, key: UUID, by: Actor, at: datetime) -> None:
    """The sender wants it no more; what is with the dossier already is none of its business."""
    one = queries.arrival(key, by=by, at=at)
    if one.taken_at:
        raise ArrivalUnknown
    _let_go(one)


def take(one: Arrival, *, at: datetime) -> None:
    """It is with the dossier now: its bytes go, its name stays until it is over."""
    Arrival.objects.filter(pk=one.pk).update(taken_at=at)
    pieces.drop(one.pk)


def let_go(at: datetime) -> None:
    """What is over goes, and bytes of which no row knows."""
    for one in Arrival.objects.filter(expires_at__lt=at):
        _let_go(one)
    old = pieces.left_alone(at - KEPT)
    known = set(Arrival.objects.filter(pk__in=old).values_list("pk", flat=True))
    for key in set(old) - known:
        pieces.drop(key)


def _judge(said: Said) -> None:
    if said.size <= 0:
        raise NothingToSend
    if said.size > MOST_BYTES:
        raise FileTooLarge
    if len(said.sha256) != _HEX or not set(said.sha256) <= set("0123456789abcdef"):
        raise HashMissing


def _as_it_comes(key: UUID, piece: Piece) -> int:
    here = piece.offset
    for block in piece.blocks:
        here = pieces.add(key, block, offset=here)
    return here


def _checked(key: UUID, piece: Piece) -> int:
    """Looked at before any of it is added: what is cut short or does not agree leaves no trace."""
    digest = HASHES[piece.algorithm]()
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as aside:
        for block in piece.blocks:
            digest.update(block)
            aside.write(block)
        if aside.tell() < piece.length:
            return piece.offset
        if digest.digest() != piece.digest:
            raise PieceDamaged
        aside.seek(0)
        return _as_it_comes(key, Piece(piece.offset, piece.length, _blocks(aside)))


def _blocks(file: IO[bytes]) -> Iterable[bytes]:
    return iter(lambda: file.read(_COPIED), b"")


def _judge_whole(one: Arrival) -> None:
    if hashlib.sha256(pieces.content(one.pk)).hexdigest() != one.sha256:
        _let_go(one)
        raise WholeDamaged


def _let_go(one: Arrival) -> None:
    key = one.pk
    one.delete()
    pieces.drop(key)
