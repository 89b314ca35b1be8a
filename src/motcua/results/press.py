"""The press: makes the paper that an act has asked for. Called by the worker's loop alone.

It may be called any number of times and killed at any point: the file is kept by its content
before the row names it, and the row changes once.
"""

from datetime import datetime, timedelta
from functools import cache
from threading import Lock
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils.module_loading import import_string
from typst import TypstError

from motcua.audit.actions import record
from motcua.foundation import files
from motcua.foundation.actor import SYSTEM
from motcua.foundation.refusal import Refusal
from motcua.results import sheets
from motcua.results.errors import PressError
from motcua.results.models import Document, Result
from motcua.results.sealing import token_of
from motcua.results.signers.base import BASIC, Seal, SignedPdf, Signer, SignerError
from motcua.results.templates import template
from motcua.results.typesetting import Typeset, qr_picture, typeset

# The typesetter and the signer are made once and keep what they are working on.
_ONE_AT_A_TIME = Lock()
_PAUSE = timedelta(seconds=10)
_LONGEST_PAUSE = timedelta(minutes=10)


def produce(document_id: UUID, at: datetime) -> Document:
    """Typeset, sign when it is a result, keep, and mark ready; made already, it is left as it is.

    Raises PressError, and the row says why: with a next try when the fault may pass by itself,
    else as `failed` until a person calls again.
    """
    rows = Document.objects.select_related("commune__province")
    document = rows.get(pk=document_id)
    if document.state == Document.State.READY:
        return document
    try:
        with _ONE_AT_A_TIME:
            made, pages = _made(document, at)
    except (SignerError, TypstError, Refusal) as fault:
        permanent = not isinstance(fault, SignerError) or fault.permanent
        _note_fault(document, str(fault), None if permanent else at)
        raise PressError(str(fault), permanent=permanent) from fault
    return _put_down(document, files.keep(made.content), made, pages, at)


def _made(document: Document, at: datetime) -> tuple[SignedPdf, int]:
    if document.kind == Document.Kind.RESULT:
        result = Result.objects.select_related("document__commune__province").get(document=document)
        return _signed(result, at)
    sheet = sheets.sheet_of(document, on=document.asked_at)
    laid = _laid(document, sheet, document.asked_at)
    return SignedPdf(laid.content, ""), laid.pages


def _signed(result: Result, at: datetime) -> tuple[SignedPdf, int]:
    """At the best level within reach; when the time-stamp fails at the last moment, at B-B."""
    signer = _signer()
    level = signer.level(at)
    try:
        return _signed_at_level(result, signer, level, at)
    except SignerError as fault:
        if fault.permanent or level == BASIC:
            raise
        return _signed_at_level(result, signer, BASIC, at)


def _signed_at_level(
    result: Result, signer: Signer, level: str, at: datetime
) -> tuple[SignedPdf, int]:
    address = f"{settings.MOTCUA_ADDRESS}/v/{token_of(result, at=at)}"
    sheet = sheets.signed_sheet(
        result, at=at, level=level, qr=qr_picture(address), rehearsal=signer.rehearsal
    )
    laid = _laid(result.document, sheet, at)
    if laid.block is None:
        raise SignerError(f"{result.document.template} has no place to sign", permanent=True)
    commune = result.commune
    seal = Seal(
        name=result.signer_name,
        organisation=sheets.agency(commune),
        reason=f"{result.title} {result.number}",
        place=sheets.place(commune),
        at=at,
    )
    return signer.sign(laid.content, seal, block=laid.block, level=level), laid.pages


def _laid(document: Document, sheet: dict[str, object], at: datetime) -> Typeset:
    data = sheet["data"]
    if isinstance(data, dict) and "lookup" in data:
        sheet = {**sheet, "data": {**data, "lookup": qr_picture(data["lookup"])}}
    try:
        pages = [files.read(digest) for digest in document.encloses]
    except (OSError, ValueError) as fault:
        raise SignerError(f"a picture that it encloses: {fault}", permanent=True) from fault
    return typeset(template(document.template).file, sheet, at=at, pages=pages)


def _put_down(
    document: Document, digest: str, made: SignedPdf, pages: int, at: datetime
) -> Document:
    with transaction.atomic():
        row = Document.objects.select_for_update().get(pk=document.pk)
        # Decided anew while it was typeset: this is another paper, and the next turn makes it.
        if row.state == Document.State.READY or row.asked_at != document.asked_at:
            return row
        row.state, row.fault, row.produced_at = Document.State.READY, "", at
        row.sha256, row.size, row.level, row.pages = digest, len(made.content), made.level, pages
        row.save()
        if row.kind == Document.Kind.RESULT:
            record(
                chain=row.commune_id,
                by=SYSTEM,
                at=at,
                verb="result.sign",
                about=row.about,
                facts={"document": str(row.pk), "sha256": digest, "level": made.level},
            )
    return row


def _note_fault(document: Document, fault: str, tried_at: datetime | None) -> None:
    """With the time of the next try, each one later than the last; none when there is no use."""
    pause = min(_PAUSE * 2 ** min(document.tries, 10), _LONGEST_PAUSE)
    Document.objects.filter(pk=document.pk).exclude(state=Document.State.READY).update(
        state=Document.State.ASKED if tried_at else Document.State.FAILED,
        fault=fault[:2000],
        tries=F("tries") + 1,
        next_try_at=tried_at + pause if tried_at else None,
    )


@cache
def _signer() -> Signer:
    """The adapter that the settings name, made once: its key stays in memory."""
    made: Signer = import_string(settings.MOTCUA_SIGNER)()
    return made
