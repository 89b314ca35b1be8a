"""Making a version: a row that is never changed, with its line in the journal."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from motcua.audit.actions import record
from motcua.foundation.actor import Actor
from motcua.procedures.models import Amendment, Overlay, ProcedureVersion


def digest_of(content: Mapping[str, Any]) -> str:
    """SHA-256 over the content as canonical JSON."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def make_version(
    content: Mapping[str, Any], *, by: Actor, at: datetime, amendments: Iterable[Amendment] = ()
) -> ProcedureVersion:
    """The next version of a procedure; `amendments` are those that lie over the pack in it."""
    code, digest = content["code"], digest_of(content)
    newest = ProcedureVersion.objects.filter(code=code).order_by("-version").first()
    until = content.get("valid_to")
    version = ProcedureVersion.objects.create(
        code=code,
        version=newest.version + 1 if newest else 1,
        digest=digest,
        content=content,
        valid_from=date.fromisoformat(content["valid_from"]),
        valid_to=date.fromisoformat(until) if until else None,
        loaded_at=at,
    )
    laid = [Overlay(version=version, amendment=one) for one in amendments]
    Overlay.objects.bulk_create(laid)
    facts: dict[str, Any] = {"version": version.version, "digest": digest}
    if laid:
        facts["amendments"] = [one.amendment_id for one in laid]
    about = f"procedure:{code}"
    record(chain="", by=by, at=at, verb="load", about=about, facts=facts)
    return version
