"""What will happen to each of many, before anything does; which are left out, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import get_language

from motcua.counter.bulk.table import Bulk
from motcua.counter.bulk.weighed import Item, LeftOut, Look, person_of
from motcua.counter.errors import ChangedSince, Incomplete
from motcua.dossiers import queries
from motcua.dossiers.errors import AnswersMissing, Stale
from motcua.dossiers.interest import own_matters
from motcua.dossiers.models import Dossier
from motcua.foundation.actor import Actor
from motcua.foundation.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Preview:
    """Those that will be acted on, and those that are left out with the reason of each."""

    going: Sequence[Item]
    left: Sequence[LeftOut]


def rows_of(keys: Sequence[UUID], *, by: Actor, at: datetime) -> Sequence[Dossier]:
    """The chosen dossiers of the actor's commune; that they were read is journalled."""
    return queries.several(by=by, keys=keys, at=at, why="bulk")


def look_at(rows: Sequence[Dossier], *, by: Actor, at: datetime) -> Look:
    """How these are looked at together."""
    person = person_of(rows[0]) if rows else ("", "")
    own = own_matters(rows, by=by)
    return Look(by, at, get_language() or "vi", own, person)


def preview(bulk: Bulk, rows: Sequence[Dossier], *, by: Actor, at: datetime) -> Preview:
    """Each chosen one weighed by the rules of the act itself; nothing is changed."""
    look = look_at(rows, by=by, at=at)
    going: list[Item] = []
    left: list[LeftOut] = []
    for row in rows:
        try:
            going.append(bulk.weigh(row, look))
        except Refusal as refusal:
            left.append(LeftOut(row, said(refusal)))
    return Preview(going, left)


def said(refusal: Refusal) -> str:
    """The reason as a line of a list says it: what is missing is marked on the dossier's page."""
    problems = refusal.facts.get("problems")
    if isinstance(refusal, AnswersMissing) and isinstance(problems, list | tuple):
        return str(Incomplete(number=len(problems)))
    # Nothing was typed here that could still be there.
    return str(ChangedSince() if isinstance(refusal, Stale) else refusal)
