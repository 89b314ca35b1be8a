"""What became of each dossier of a batch, told from what was done to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from motcua.counter.batch_progress import remembered
from motcua.counter.bulk.doing import act_of
from motcua.counter.bulk.table import Bulk
from motcua.counter.words import Words, standing
from motcua.counter.work_list import short
from motcua.dossiers import queries
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Step
from motcua.foundation.actor import Actor


@dataclass(frozen=True, slots=True)
class Outcome:
    """One dossier of the batch: ``done``, ``back`` or ``failed`` with the reason; where it is now.

    `may_back`: it can still be taken back.
    """

    dossier: Dossier
    service: str
    outcome: str
    reason: str
    stands: Words
    may_back: bool

    @property
    def value(self) -> str:
        """What a form says of it: which dossier, at which revision."""
        return f"{self.dossier.pk}~{self.dossier.revision}~"


def outcomes(session: Mapping[str, Any], key: UUID, bulk: Bulk, *, by: Actor) -> list[Outcome]:
    """The dossiers of a batch as they stand now; empty for a batch that is nobody's."""
    batch = remembered(session, key)
    if batch.get("bulk") != bulk.name:
        return []
    keys = [UUID(one) for one in batch["dossiers"]]
    done = queries.acts_done([act_of(key, one) for one in keys])
    rows = queries.some(by=by, keys=keys)
    return [
        _outcome(row, bulk, batch["refused"].get(str(row.pk), ""), act_of(key, row.pk) in done)
        for row in rows
    ]


def told(found: Sequence[Outcome]) -> str:
    """How many were done, and how many were not or were taken back."""
    count = {name: sum(one.outcome == name for one in found) for name in ("back", "failed")}
    done = len(found) - count["failed"]
    parts = [_("%(done)s of %(all)s done") % {"done": done, "all": len(found)}]
    if count["failed"]:
        words = ngettext("%(num)s not done", "%(num)s not done", count["failed"])
        parts.append(words % {"num": count["failed"]})
    if count["back"]:
        words = ngettext("%(num)s taken back", "%(num)s taken back", count["back"])
        parts.append(words % {"num": count["back"]})
    return ", ".join(parts)


def _outcome(row: Dossier, bulk: Bulk, refused: str, acted: bool) -> Outcome:
    done = acted or (not bulk.leaves_event and not refused)
    back = done and bulk.back is not None
    name = "failed" if not done else "back" if back and row.at_step == Step.CHECK else "done"
    return Outcome(
        dossier=row,
        service=short(row.procedure_id, get_language() or "vi"),
        outcome=name,
        reason=refused or ("" if done else _("Not reached: the press was cut off. Do it again.")),
        stands=standing(row.state, row.step),
        may_back=back and row.at_step == Step.SIGN,
    )
