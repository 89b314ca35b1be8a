"""The verbs of papers: ask for one, decide one, print again, replace, revoke, look up."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, models, transaction
from django.db.models import F

from motcua.audit.actions import record
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.foundation.numbers import take_number
from motcua.results.errors import NotReadyYet, NotThisCommune, NotValidAnyMore, ReasonMissing
from motcua.results.models import Document, Reprint, Result, ScanCount
from motcua.results.paper import complete
from motcua.results.queries import Verdict, verify
from motcua.results.templates import codes
from motcua.results.templates import template as template_of


def ask_for_document(
    *,
    commune: str,
    kind: str,
    template: str,
    data: Mapping[str, Any],
    about: str,
    key: str,
    by: Actor,
    at: datetime,
) -> Document:
    """Ask the press for a slip, a draft or pages of a book; the same key again is the same paper.

    `data` is what docs/reference/papers.md lists for the template. Raises UnknownTemplate,
    PaperIncomplete or PaperUnreadable now, so that the press meets no surprise later.
    """
    with transaction.atomic():
        found = Document.objects.filter(key=key).first()
        if found:
            return found
        document = Document.objects.create(
            commune_id=commune,
            key=key,
            about=about,
            kind=kind,
            template=template,
            data=complete(template, data),
            asked_at=at,
            asked_by=by.id,
        )
        _tell(document, by, at, f"{kind}.ask", {"template": template})
    return document


@dataclass(frozen=True, slots=True)
class Signing:
    """In whose name a result is signed: ``role`` may be two lines (KT. CHỦ TỊCH ⏎ PHÓ CHỦ TỊCH)."""

    name: str
    role: str


def ask_for_result(
    *,
    commune: str,
    decision: str,
    template: str,
    data: Mapping[str, Any],
    holder: str,
    symbol: str,
    signing: Signing,
    about: str,
    by: Actor,
    at: datetime,
    number: str = "",
    title: str = "",
    originals: int = 1,
) -> Result:
    """The one result of a decision, numbered now and made by the press; asked again, the same one.

    Asked again before its paper could be made, it is made anew of what is told now, under the
    number it has. Without `number` the next one of the year is taken: ``12/TLKS-BS`` for the symbol
    ``TLKS-BS``. A birth certificate is given its number in the book instead. `title` is needed
    only where it differs from the template's own.
    """
    with transaction.atomic():
        found = Result.objects.select_related("document").filter(decision=decision).first()
        if found:
            return _decided_again(found, complete(template, data), holder, signing, at)
        document = ask_for_document(
            commune=commune,
            kind=Document.Kind.RESULT,
            template=template,
            data=data,
            about=about,
            key=f"result:{decision}",
            by=by,
            at=at,
        )
        result = Result.objects.create(
            commune_id=commune,
            document=document,
            decision=decision,
            year=day_of(at).year,
            number=number or _next_number(commune, symbol or template, at),
            title=title or template_of(template).title,
            holder=holder,
            issued_at=at,
            signer_name=signing.name,
            signer_role=signing.role,
            originals=originals,
            status_at=at,
        )
        _tell(document, by, at, "result.issue", {"number": result.number, "result": str(result.id)})
    return result


def _decided_again(
    result: Result, data: dict[str, Any], holder: str, signing: Signing, at: datetime
) -> Result:
    """A paper that is made stays as it is; one that failed takes the new facts and is tried."""
    document = result.document
    if document.state != Document.State.READY:
        result.holder, result.issued_at = holder, at
        result.signer_name, result.signer_role = signing.name, signing.role
        result.save(update_fields=["holder", "issued_at", "signer_name", "signer_role"])
        document.data, document.asked_at = data, at
        document.state, document.next_try_at = Document.State.ASKED, None
        document.save(update_fields=["data", "asked_at", "state", "next_try_at"])
    return result


def _next_number(commune: str, symbol: str, at: datetime) -> str:
    """``12/TLKS-BS``; a paper without a symbol of its own is counted by its template: ``12``."""
    year = day_of(at).year
    taken = take_number(f"result:{commune}:{symbol}:{year}")
    # Numbers begin at 01 each year (Decree 30/2020, Article 15).
    return f"{taken:02}/{symbol}" if symbol not in codes() else f"{taken:02}"


def reprint(*, result_id: UUID, reason: str, by: Actor, at: datetime) -> Reprint:
    """Log that the same signed file is printed again; the returned row carries the copy number."""
    with transaction.atomic():
        result = _held(result_id, by)
        _demand_reason(reason)
        if result.status != Result.Status.VALID:
            raise NotValidAnyMore(number=result.number)
        if result.document.state != Document.State.READY:
            raise NotReadyYet
        last = result.reprints.aggregate(last=models.Max("copy"))["last"] or 1
        row = Reprint.objects.create(
            commune_id=result.commune_id,
            result=result,
            copy=last + 1,
            reason=reason.strip(),
            by=by.id,
            at=at,
        )
        _tell(result.document, by, at, "result.reprint", {"copy": row.copy}, why=row.reason)
    return row


def revoke(*, result_id: UUID, reason: str, by: Actor, at: datetime) -> Result:
    """Take a result's force away, with the reason that its QR will give from now on."""
    return _end(result_id, Result.Status.REVOKED, None, reason, by, at)


def replace(*, result_id: UUID, replaced_by: UUID, reason: str, by: Actor, at: datetime) -> Result:
    """Say that a newer result of the same commune stands in the place of this one."""
    return _end(result_id, Result.Status.REPLACED, replaced_by, reason, by, at)


def _end(
    result_id: UUID,
    status: str,
    replaced_by: UUID | None,
    reason: str,
    by: Actor,
    at: datetime,
) -> Result:
    with transaction.atomic():
        result = _held(result_id, by)
        _demand_reason(reason)
        if result.status != Result.Status.VALID:
            raise NotValidAnyMore(number=result.number)
        if replaced_by:
            newer = _held(replaced_by, by)
            if newer.status != Result.Status.VALID or newer.pk == result.pk:
                raise NotValidAnyMore(number=newer.number)
            result.replaced_by = newer
        result.status, result.status_at, result.reason = status, at, reason.strip()
        result.save(update_fields=["status", "status_at", "reason", "replaced_by"])
        facts = {"number": result.number, "replaced_by": str(replaced_by or "")}
        _tell(result.document, by, at, f"result.{_VERB[status]}", facts, why=result.reason)
    return result


_VERB: Mapping[str, str] = {Result.Status.REVOKED: "revoke", Result.Status.REPLACED: "replace"}


def look_up(*, token: str, at: datetime) -> Verdict:
    """What the verification page says; counted by day and outcome, never by who asks."""
    verdict = verify(token, at=at)
    with transaction.atomic():
        row, _ = ScanCount.objects.get_or_create(
            commune_code=verdict.commune, day=day_of(at), outcome=verdict.outcome
        )
        ScanCount.objects.filter(pk=row.pk).update(count=F("count") + 1)
    return verdict


def _held(result_id: UUID, by: Actor) -> Result:
    """The result under lock, when it is one of the actor's commune."""
    rows = Result.objects.select_related("document")
    if connection.features.has_select_for_update_of:
        rows = rows.select_for_update(of=("self",))
    found = rows.filter(pk=result_id, commune_id=by.commune).first()
    if not found:
        raise NotThisCommune
    return found


def _demand_reason(reason: str) -> None:
    if not reason.strip():
        raise ReasonMissing("reason")


def _tell(
    document: Document,
    by: Actor,
    at: datetime,
    verb: str,
    facts: Mapping[str, Any],
    why: str = "",
) -> None:
    record(
        chain=document.commune_id,
        by=by,
        at=at,
        verb=verb,
        about=document.about,
        why=why,
        facts={"document": str(document.id), **facts},
    )
