"""The tus protocol, version 1.0.0, as it is spoken over HTTP (https://tus.io/protocols).

Core, with the extensions creation, creation-with-upload, checksum, expiration and termination. A
refusal is answered with its code and its sentence, so that a script can say it to a person.
"""

import base64
import binascii
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from email.utils import format_datetime
from http import HTTPStatus
from uuid import UUID

from django.http import HttpResponse, JsonResponse, UnreadablePostError

from motcua.dossiers.arriving.actions import HASHES, Piece, Said
from motcua.dossiers.cleaning.bounds import MOST_BYTES
from motcua.foundation.refusal import Refusal
from motcua.parts.doors import Visit
from motcua.portal.errors import LengthMissing, NotAPiece, NotUnderstood

VERSION = "1.0.0"
_SPOKEN = {"Tus-Resumable": VERSION}
_ABILITIES = {
    "Tus-Version": VERSION,
    "Tus-Max-Size": str(MOST_BYTES),
    "Tus-Extension": "creation,creation-with-upload,checksum,expiration,termination",
    "Tus-Checksum-Algorithm": ",".join(HASHES),
}
_PIECE = "application/offset+octet-stream"
_BLOCK, _SIP = 16 * 1024, 1024
_LONGEST = 15
_REASONS = {460: "Checksum Mismatch"}

Act = Callable[[], HttpResponse]


def answered(visit: Visit, acts: Mapping[str, Act]) -> HttpResponse:
    """What the act of this method answers, in the words of the protocol."""
    method = visit.method or ""
    if method == "POST":
        method = visit.headers.get("X-HTTP-Method-Override", method)
    if method == "OPTIONS":
        return HttpResponse(status=HTTPStatus.NO_CONTENT, headers=_SPOKEN | _ABILITIES)
    act = acts.get(method)
    if act is None:
        allowed = _SPOKEN | {"Allow": ", ".join([*acts, "OPTIONS"])}
        return HttpResponse(status=HTTPStatus.METHOD_NOT_ALLOWED, headers=allowed)
    if visit.headers.get("Tus-Resumable") != VERSION:
        headers = _SPOKEN | {"Tus-Version": VERSION}
        return HttpResponse(status=HTTPStatus.PRECONDITION_FAILED, headers=headers)
    try:
        response = act()
    except Refusal as refusal:
        response = _refused(refusal)
    for name, value in _SPOKEN.items():
        response[name] = value
    return response


def _refused(refusal: Refusal) -> HttpResponse:
    said = {"code": refusal.code, "sentence": str(refusal)}
    reason = _REASONS.get(refusal.status)
    return JsonResponse(said, status=refusal.status, reason=reason)


def said_of(visit: Visit) -> Said:
    """What a creation says: its length, and as metadata `draft`, `filename` and `sha256` (hex)."""
    about = _metadata(visit.headers.get("Upload-Metadata", ""))
    try:
        draft = UUID(about.get("draft", ""))
    except ValueError as fault:
        raise NotUnderstood from fault
    return Said(
        dossier=draft,
        name=about.get("filename", ""),
        size=_number(visit, "Upload-Length"),
        sha256=about.get("sha256", "").lower(),
    )


def brings_a_piece(visit: Visit) -> bool:
    """Whether a creation has the first bytes with it."""
    return visit.content_type == _PIECE


def piece_of(visit: Visit, offset: int | None = None) -> Piece:
    """The piece that a request brings, unread as yet."""
    if not brings_a_piece(visit):
        raise NotAPiece
    if not visit.META.get("CONTENT_LENGTH"):
        raise LengthMissing
    algorithm, digest = _checksum(visit.headers.get("Upload-Checksum", ""))
    length = int(visit.META["CONTENT_LENGTH"])
    return Piece(
        offset=_number(visit, "Upload-Offset") if offset is None else offset,
        length=length,
        blocks=_blocks(visit, length),
        algorithm=algorithm,
        digest=digest,
    )


def until(moment: datetime) -> str:
    """A time as a header says it."""
    return format_datetime(moment, usegmt=True)


def _blocks(visit: Visit, left: int) -> Iterator[bytes]:
    """What comes over the line, until all is here or the line breaks; read in sips, because of a
    sip that is cut nothing is had.
    """
    block = b""
    while left:
        sip = _sip(visit, left)
        left -= len(sip)
        block += sip
        if block and (not sip or len(block) >= _BLOCK or not left):
            yield block
            block = b""
        if not sip:
            return


def _sip(visit: Visit, left: int) -> bytes:
    try:
        return visit.read(min(_SIP, left))
    except UnreadablePostError:
        return b""


def _number(visit: Visit, name: str) -> int:
    text = visit.headers.get(name, "")
    if not (text.isascii() and text.isdigit() and len(text) <= _LONGEST):
        raise NotUnderstood
    return int(text)


def _metadata(text: str) -> dict[str, str]:
    """``name base64, name base64``; a value that is no base64 of a text is not understood."""
    pairs = (pair.strip().partition(" ") for pair in text.split(",") if pair.strip())
    return {name: _plain(value.strip()).decode("utf-8", "replace") for name, _sep, value in pairs}


def _checksum(text: str) -> tuple[str, bytes]:
    algorithm, _sep, digest = text.strip().partition(" ")
    if algorithm and algorithm not in HASHES:
        raise NotUnderstood
    return algorithm, _plain(digest)


def _plain(coded: str) -> bytes:
    try:
        return base64.b64decode(coded, validate=True)
    except (binascii.Error, ValueError) as fault:
        raise NotUnderstood from fault
