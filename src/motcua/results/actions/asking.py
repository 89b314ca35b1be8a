"""Asking for papers: a slip, a draft, the one result of a decision."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.foundation.numbers import take_number
from motcua.results.models import Document, Result
from motcua.results.paper import complete
from motcua.results.telling import tell
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
    encloses: Sequence[str] = (),
) -> Document:
    """Ask the press for a slip, a draft or pages of a book; the same key again is the same paper.

    `data` is what docs/reference/papers.md lists for the template, `encloses` the SHA-256 of kept
    JPEGs that become its first pages, one each. Raises UnknownTemplate,
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
            encloses=list(encloses),
            asked_at=at,
            asked_by=by.id,
        )
        tell(document, by, at, f"{kind}.ask", {"template": template})
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
    valid_until: date | None = None,
    encloses: Sequence[str] = (),
) -> Result:
    """The one result of a decision, numbered now and made by the press; asked again, the same one.

    Asked again before its paper could be made, it is made anew of what is told now, under the
    number it has. Without `number` the next one of the year is taken: ``12/TLKS-BS`` for the symbol
    ``TLKS-BS``. A birth certificate is given its number in the book instead. `title` is needed
    only where it differs from the template's own. `valid_until` is the last day of its
    force.
    """
    with transaction.atomic():
        found = Result.objects.select_related("document").filter(decision=decision).first()
        if found:
            told = {"data": complete(template, data), "encloses": list(encloses)}
            return _decided_again(found, told, holder, signing, at, valid_until)
        document = ask_for_document(
            commune=commune,
            kind=Document.Kind.RESULT,
            template=template,
            data=data,
            about=about,
            key=f"result:{decision}",
            by=by,
            at=at,
            encloses=encloses,
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
            valid_until=valid_until,
            signer_name=signing.name,
            signer_role=signing.role,
            originals=originals,
            status_at=at,
        )
        tell(document, by, at, "result.issue", {"number": result.number, "result": str(result.id)})
    return result


def _decided_again(
    result: Result,
    document_facts: dict[str, Any],
    holder: str,
    signing: Signing,
    at: datetime,
    valid_until: date | None,
) -> Result:
    """A paper that is made stays as it is; one that failed takes the new facts and is tried."""
    document = result.document
    if document.state != Document.State.READY:
        result.holder, result.issued_at, result.valid_until = holder, at, valid_until
        result.signer_name, result.signer_role = signing.name, signing.role
        told = ["holder", "issued_at", "valid_until", "signer_name", "signer_role"]
        if result.status == Result.Status.CORRECTED:
            # What it is made of now is what was corrected.
            result.status, result.status_at, result.reason = Result.Status.VALID, at, ""
            told += ["status", "status_at", "reason"]
        result.save(update_fields=told)
        facts = {**document_facts, "asked_at": at, "state": Document.State.ASKED}
        _put(document, {**facts, "next_try_at": None})
    return result


def _put(document: Document, facts: Mapping[str, Any]) -> None:
    for name, value in facts.items():
        setattr(document, name, value)
    document.save(update_fields=list(facts))


def _next_number(commune: str, symbol: str, at: datetime) -> str:
    """``12/TLKS-BS``; a paper without a symbol of its own is counted by its template: ``12``."""
    year = day_of(at).year
    taken = take_number(f"result:{commune}:{symbol}:{year}")
    # Numbers begin at 01 each year (Decree 30/2020, Article 15).
    return f"{taken:02}/{symbol}" if symbol not in codes() else f"{taken:02}"
