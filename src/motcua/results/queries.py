"""Reading papers and judging tokens."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from motcua.audit.actions import record_reading
from motcua.foundation import files
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.foundation.statements import Place, Statement
from motcua.places.models import Commune
from motcua.results.errors import FileDamaged, NotReadyYet, NotThisCommune
from motcua.results.models import Document, Reprint, Result, VerificationKey
from motcua.results.verification import (
    Claim,
    Forged,
    Unreadable,
    decode,
    initials,
    plain_number,
    verify_offline,
)

VALID, REPLACED, REVOKED, UNKNOWN, FORGED = "valid", "replaced", "revoked", "unknown", "forged"
EXPIRED, CORRECTED = "expired", "corrected"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the verification page may say; the holder by initials only.

    `outcome` is one of valid, expired, corrected, replaced, revoked, unknown, forged. All else is
    empty when the outcome is unknown or forged, so a forger learns nothing. `ended_on` and `reason`
    belong to corrected, replaced and revoked, `next_number` to replaced.
    """

    outcome: str
    commune: str = ""
    commune_name: str = ""
    title: str = ""
    number: str = ""
    holder: str = ""
    issued_on: date | None = None
    valid_until: date | None = None
    ended_on: date | None = None
    reason: str = ""
    next_number: str = ""


def document(document_id: UUID, *, by: Actor) -> Document:
    """A paper of the actor's commune; raises NotThisCommune (also when there is none)."""
    found = Document.objects.filter(pk=document_id, commune_id=by.commune).first()
    if not found:
        raise NotThisCommune
    return found


def papers_about(about: str, *, commune: str) -> Sequence[Document]:
    """All papers of one dossier or other matter, the oldest first."""
    return _ABOUT.all(about=about, commune=commune)


_ABOUT = Statement(
    lambda: (
        Document.objects.filter(about=Place("about"), commune_id=Place("commune"))
        .select_related("result__replaced_by")
        .order_by("asked_at", "id")
    )
)


def ended_about(about: str, *, commune: str) -> Sequence[Result]:
    """The results of a matter that were corrected, replaced or revoked, the oldest first."""
    return _ENDED.all(about=about, commune=commune)


_ENDED = Statement(
    lambda: (
        Result.objects.filter(document__about=Place("about"), commune_id=Place("commune"))
        .exclude(status=Result.Status.VALID)
        .select_related("replaced_by")
        .order_by("issued_at", "id")
    )
)


def printings(results: Sequence[Result]) -> dict[UUID, list[Reprint]]:
    """Each time these were printed again, in order, by result."""
    found: dict[UUID, list[Reprint]] = {result.pk: [] for result in results}
    for row in Reprint.objects.filter(result__in=found).order_by("copy") if found else ():
        found[row.result_id].append(row)
    return found


def newer_result(result_id: UUID, *, by: Actor, at: datetime, why: str) -> Result:
    """One result of the actor's commune, to be looked at before it replaces another. Traced."""
    rows = Result.objects.select_related("document")
    found = rows.filter(pk=result_id, commune_id=by.commune).first()
    if found is None:
        raise NotThisCommune
    about = [found.document.about]
    record_reading(chain=found.commune_id, by=by, at=at, what="result", about=about, why=why)
    return found


def in_force(
    *, by: Actor, at: datetime, why: str, number: str = "", abouts: Sequence[str] = ()
) -> Sequence[Result]:
    """The valid results of the actor's commune with that number, or about these matters.

    The newest first, at most 20: a number begins anew each year and for each kind of paper. Traced.
    """
    rows = Result.objects.filter(
        commune_id=by.commune, status=Result.Status.VALID, document__state=Document.State.READY
    )
    rows = rows.filter(number=number) if number else rows.filter(document__about__in=abouts)
    found = list(rows.select_related("document").order_by("-issued_at", "id")[:20])
    record_reading(
        chain=by.commune or "",
        by=by,
        at=at,
        what="result",
        about=[result.document.about for result in found],
        why=why,
    )
    return found


def to_make(at: datetime, limit: int) -> Sequence[Document]:
    """The papers that the press should make now, the oldest first."""
    rows = Document.objects.filter(state=Document.State.ASKED)
    due = rows.exclude(next_try_at__gt=at)
    return list(due.order_by("asked_at", "id")[:limit])


def result_of(decision: str, *, commune: str) -> Result | None:
    """The one result of a decision, when it has been asked for."""
    rows = Result.objects.select_related("document")
    return rows.filter(decision=decision, commune_id=commune).first()


def content(paper: Document) -> bytes:
    """The PDF itself; raises NotReadyYet, or FileDamaged when the disk lost or changed it."""
    if paper.state != Document.State.READY:
        raise NotReadyYet
    try:
        return files.read(paper.sha256)
    except (OSError, ValueError) as fault:
        raise FileDamaged from fault


def public_keys(commune: str) -> tuple[bytes, ...]:
    """The commune's keys, as a verifier without a network needs them."""
    rows = VerificationKey.objects.filter(commune_id=commune).order_by("made_at", "id")
    return tuple(
        base64.urlsafe_b64decode(public) for public in rows.values_list("public", flat=True)
    )


def verify(token: str, *, at: datetime) -> Verdict:
    """What may be said of the paper that carries this token, today."""
    try:
        claim = decode(token)
    except Unreadable:
        return Verdict(UNKNOWN)
    commune = Commune.objects.filter(pk=claim.commune).first()
    keys = public_keys(claim.commune)
    if not commune or not keys:
        return Verdict(UNKNOWN)
    if not any(_sealed(token, key) for key in keys):
        return Verdict(FORGED, commune=commune.pk, commune_name=commune.name)
    return _judged(claim, commune, at)


def _judged(claim: Claim, commune: Commune, at: datetime) -> Verdict:
    rows = Result.objects.select_related("replaced_by", "document")
    result = rows.filter(pk=claim.result, commune=commune).first()
    if not result:
        return Verdict(UNKNOWN, commune=commune.pk, commune_name=commune.name)
    if (plain_number(result.number), day_of(result.issued_at)) != (claim.number, claim.issued_on):
        return Verdict(FORGED, commune=commune.pk, commune_name=commune.name)
    ended = result.status != Result.Status.VALID and result.status_at <= at
    return Verdict(
        outcome=result.status if ended else _in_term(result, at),
        commune=commune.pk,
        commune_name=commune.name,
        title=result.title,
        number=result.number,
        holder=initials(result.holder),
        issued_on=day_of(result.issued_at),
        valid_until=result.valid_until,
        ended_on=day_of(result.status_at) if ended else None,
        reason=result.reason if ended else "",
        next_number=result.replaced_by.number if ended and result.replaced_by else "",
    )


def _in_term(result: Result, at: datetime) -> str:
    """Good until the end of its last day."""
    last = result.valid_until
    return EXPIRED if last is not None and day_of(at) > last else VALID


def _sealed(token: str, key: bytes) -> bool:
    try:
        verify_offline(token, key)
    except Forged:
        return False
    return True
