"""What becomes of a result once it is issued: printed again, outdated, revoked, replaced.

Who may do which of these stands where the acts of the matter do (`dossiers/lifecycle.py`).
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection, models, transaction

from motcua.foundation.actor import Actor
from motcua.results.errors import (
    CorrectedSince,
    NotNewer,
    NotReadyYet,
    NotThisCommune,
    NotValidAnyMore,
    ReasonMissing,
    ReplacedByItself,
)
from motcua.results.models import Document, Reprint, Result
from motcua.results.telling import tell


def reprint(*, result_id: UUID, reason: str, by: Actor, at: datetime) -> Reprint:
    """Log that the same signed file is printed again; the returned row carries the copy number."""
    with transaction.atomic():
        result = _held(result_id, by)
        _demand_reason(reason)
        if result.status == Result.Status.CORRECTED:
            raise CorrectedSince(number=result.number)
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
            by_name=by.name,
            at=at,
        )
        tell(result.document, by, at, "result.reprint", {"copy": row.copy}, why=row.reason)
    return row


def outdate(*, results: Sequence[UUID], reason: str, by: Actor, at: datetime) -> None:
    """What these were made of was corrected: from now on their QR says so, until they are replaced.

    Those that are valid alone; whose entry was corrected before keeps the day of the first time.
    """
    with transaction.atomic():
        rows = [_held(key, by) for key in sorted(results)]
        _demand_reason(reason)
        for result in rows:
            if result.status == Result.Status.VALID:
                result.status, result.status_at = Result.Status.CORRECTED, at
                result.reason = reason.strip()
                result.save(update_fields=["status", "status_at", "reason"])
                facts = {"number": result.number}
                tell(result.document, by, at, "result.outdate", facts, why=result.reason)


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
        # Both are locked in one order, or two chairs who replace crosswise would wait for ever.
        rows = {key: _held(key, by) for key in sorted({result_id, replaced_by or result_id})}
        result = rows[result_id]
        _demand_reason(reason)
        if result.status not in Result.STANDING:
            raise NotValidAnyMore(number=result.number)
        if replaced_by:
            result.replaced_by = _newer(result, rows[replaced_by])
        result.status, result.status_at, result.reason = status, at, reason.strip()
        result.save(update_fields=["status", "status_at", "reason", "replaced_by"])
        facts = {"number": result.number, "replaced_by": str(replaced_by or "")}
        tell(result.document, by, at, f"result.{_VERB[status]}", facts, why=result.reason)
    return result


def _newer(result: Result, newer: Result) -> Result:
    """What stands in its place: another one, in force, and not issued before it."""
    if newer.pk == result.pk:
        raise ReplacedByItself
    if newer.status != Result.Status.VALID:
        raise NotValidAnyMore(number=newer.number)
    if newer.issued_at < result.issued_at:
        raise NotNewer(number=newer.number)
    return newer


_VERB: Mapping[str, str] = {Result.Status.REVOKED: "revoke", Result.Status.REPLACED: "replace"}


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
