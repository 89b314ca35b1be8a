"""Loading a pack: a version of each edition that is new; what was changed here is laid over it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from motcua.foundation.actor import Actor
from motcua.procedures import loader, source
from motcua.procedures.amending.laying import amended_codes, lay, tell_touched
from motcua.procedures.amending.overlay import Touched
from motcua.procedures.errors import PackHasProblems
from motcua.procedures.models import FolderRead, ProcedureVersion
from motcua.procedures.versions import digest_of as digest_of
from motcua.procedures.versions import make_version


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a loading did: the versions made (``1.001193 v2``) and the codes left as they were.

    `touched` are the changes of a commune in whose place a pack that was new says something else.
    """

    made: tuple[str, ...]
    unchanged: tuple[str, ...]
    touched: tuple[Touched, ...] = ()


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
    made: list[ProcedureVersion] = []
    unchanged: list[str] = []
    with transaction.atomic():
        for content in contents:
            version = _keep(content, by=by, at=at)
            if version is None:
                unchanged.append(str(content["code"]))
            else:
                made.append(version)
        anew = sorted({one.code for one in made} & amended_codes())
        touched = [one for code in anew for one in tell_touched(code, by=by, at=at)]
        made += [version for code in anew for version in lay(code, by=by, at=at)]
    return LoadReport(tuple(map(str, made)), tuple(unchanged), tuple(touched))


def _keep(content: Mapping[str, Any], *, by: Actor, at: datetime) -> ProcedureVersion | None:
    """The version made; None when the newest that the packs had of this edition is the same."""
    rows = ProcedureVersion.objects.filter(code=content["code"], overlay=None)
    edition = rows.filter(valid_from=content["valid_from"]).order_by("-version").first()
    if edition is not None and edition.digest == digest_of(content):
        return None
    return make_version(content, by=by, at=at)
