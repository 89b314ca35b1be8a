"""Making the versions that follow from a pack and from what was approved."""

from collections.abc import Iterator
from datetime import date, datetime

from motcua.audit.actions import record
from motcua.foundation.actor import Actor
from motcua.procedures.amending.overlay import (
    Laid,
    Touched,
    approved,
    editions_of,
    laid_over,
    touched,
)
from motcua.procedures.models import Amendment, ProcedureVersion, Verdict
from motcua.procedures.versions import digest_of, make_version


def amended_codes() -> set[str]:
    """The procedures that a commune has changed."""
    rows = Amendment.objects.filter(verdict__kind=Verdict.Kind.APPROVED).exclude(code="")
    return set(rows.values_list("code", flat=True))


def lay(code: str, *, by: Actor, at: datetime) -> list[ProcedureVersion]:
    """Make each version that follows and is not there yet; a second time there is none to make."""
    amendments = approved(code)
    wanted = [one for edition in editions_of(code) for one in laid_over(edition, amendments)]
    return [
        make_version(one.content, by=by, at=at, amendments=one.amendments)
        for one in _missing(code, wanted)
    ]


def _missing(code: str, wanted: list[Laid]) -> Iterator[Laid]:
    rows = ProcedureVersion.objects.filter(code=code).order_by("version")
    newest: dict[date, str] = dict(rows.values_list("valid_from", "digest"))
    yield from (one for one in wanted if newest.get(one.since) != digest_of(one.content))


def tell_touched(code: str, *, by: Actor, at: datetime) -> list[Touched]:
    """The changes in whose place the pack says something else; each is told in the journal."""
    found = touched(code)
    for one in found:
        record(
            chain=one.amendment.commune_id,
            by=by,
            at=at,
            verb="pack_differs",
            about=f"amendment:{one.amendment.pk}",
            facts={"place": one.change.place, "pack": one.pack, "fate": one.fate},
        )
    return found
