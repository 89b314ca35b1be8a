"""How far the press is with a batch that was signed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.sessions.backends.base import SessionBase
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from motcua.counter.work_list import short
from motcua.dossiers import queries
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State, Step
from motcua.foundation.actor import Actor

_BATCHES = "batches"
_MOST = 10


@dataclass(frozen=True, slots=True)
class Signed:
    """One dossier of the batch: ``ready``, ``working``, or ``failed`` with the reason."""

    dossier: Dossier
    service: str
    outcome: str
    reason: str


def remember(
    session: SessionBase,
    key: UUID,
    dossiers: Sequence[UUID],
    refused: Mapping[str, str],
    **facts: str,
) -> None:
    """Keep what a batch was, for its page; the last ten."""
    known: dict[str, Any] = dict(session.get(_BATCHES, {}))
    known.pop(str(key), None)
    batch = {"dossiers": [str(one) for one in dossiers], "refused": dict(refused)}
    known[str(key)] = {**facts, **batch}
    session[_BATCHES] = dict(list(known.items())[-_MOST:])


def remembered(session: Mapping[str, Any], key: UUID) -> dict[str, Any]:
    """What a batch was; nothing for one that is nobody's."""
    batch: dict[str, Any] = session.get(_BATCHES, {}).get(str(key), {"dossiers": [], "refused": {}})
    return batch


def progress(session: Mapping[str, Any], key: UUID, *, by: Actor) -> list[Signed]:
    """The dossiers of a batch as they stand now; empty for a batch that is nobody's."""
    batch = remembered(session, key)
    keys = [UUID(one) for one in batch["dossiers"]]
    returned = queries.returned_reasons(keys)
    rows = queries.some(by=by, keys=keys)
    return [_signed(row, batch["refused"], returned) for row in rows]


def told(signed: Sequence[Signed]) -> str:
    """How many of the batch carry the signature, and how many do not or are not printed yet."""
    failed = sum(one.outcome == "failed" for one in signed)
    working = sum(one.outcome == "working" for one in signed)
    said = [_("%(done)s of %(all)s signed") % {"done": len(signed) - failed, "all": len(signed)}]
    if failed:
        words = ngettext(
            "%(num)s dossier could not be signed", "%(num)s dossiers could not be signed", failed
        )
        said.append(words % {"num": failed})
    if working:
        words = ngettext("%(num)s being printed", "%(num)s being printed", working)
        said.append(words % {"num": working})
    return ", ".join(said)


def _signed(row: Dossier, refused: Mapping[str, str], returned: Mapping[UUID, str]) -> Signed:
    service = short(row.procedure_id, get_language() or "vi")
    if str(row.pk) in refused:
        return Signed(row, service, "failed", refused[str(row.pk)])
    if row.at_step == Step.PRESS:
        return Signed(row, service, "working", "")
    if row.where == State.IN_PROGRESS:
        return Signed(row, service, "failed", returned.get(row.pk, ""))
    return Signed(row, service, "ready", "")
