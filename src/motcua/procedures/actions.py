"""Loading a pack: the only way a version comes to be."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from motcua.audit.actions import record
from motcua.foundation.actor import Actor
from motcua.procedures import loader, source
from motcua.procedures.errors import PackHasProblems
from motcua.procedures.models import FolderRead, ProcedureVersion


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a loading did: the versions made (``1.001193 v2``) and the codes left as they were."""

    made: tuple[str, ...]
    unchanged: tuple[str, ...]


def load(path: Path, *, by: Actor, at: datetime, province: str | None = None) -> LoadReport:
    """Make a version of each edition whose digest is new; all of them or none.

    `path` is the folder of packs; `province` names the folder whose local fees apply (needed only
    when there are several). PackHasProblems, with every Problem in ``facts["problems"]``, leaves
    everything as it was. Loading the same pack again changes nothing.
    """
    digest = source.digest_of(path, province=province)
    found = loader.read(path, province=province)
    if found.problems:
        raise PackHasProblems(count=len(found.problems), problems=found.problems)
    with transaction.atomic():
        report = keep(found.contents, by=by, at=at)
        FolderRead.objects.create(digest=digest, read_at=at)
    return report


def is_loaded(path: Path, *, province: str | None = None) -> bool:
    """Whether the last loading read just these files with this program: another makes nothing."""
    newest = FolderRead.objects.order_by("-pk").values_list("digest", flat=True).first()
    return newest is not None and newest == source.digest_of(path, province=province)


def keep(contents: Iterable[Mapping[str, Any]], *, by: Actor, at: datetime) -> LoadReport:
    """The same for editions that the loader has read and found sound."""
    made: list[str] = []
    unchanged: list[str] = []
    with transaction.atomic():
        for content in contents:
            version = _keep(content, by=by, at=at)
            (made if version else unchanged).append(version or str(content["code"]))
    return LoadReport(tuple(made), tuple(unchanged))


def digest_of(content: Mapping[str, Any]) -> str:
    """SHA-256 over the content as canonical JSON."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _keep(content: Mapping[str, Any], *, by: Actor, at: datetime) -> str:
    """The name of the version made, or "" when the newest of this edition is the same."""
    code, digest = content["code"], digest_of(content)
    rows = ProcedureVersion.objects.filter(code=code).order_by("-version")
    edition = rows.filter(valid_from=content["valid_from"]).first()
    if edition is not None and edition.digest == digest:
        return ""
    newest = rows.first()
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
    record(
        chain="",
        by=by,
        at=at,
        verb="load",
        about=f"procedure:{code}",
        facts={"version": version.version, "digest": digest},
    )
    return str(version)
