"""What waits for the chair: each paper read first, many signed in one go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.contrib.sessions.backends.base import SessionBase
from django.utils.translation import get_language

from motcua.audit.actions import record_reading
from motcua.counter.errors import NotRead
from motcua.counter.paper_page import PaperPage, pages_of
from motcua.counter.signing import signing_role
from motcua.counter.work_list import Row, rows_of
from motcua.dossiers import actions, lists, queries
from motcua.dossiers.interest import own_matters
from motcua.dossiers.lists import Filters
from motcua.dossiers.models import Dossier
from motcua.dossiers.press import Press
from motcua.dossiers.states import State, Step
from motcua.foundation.actor import Actor
from motcua.foundation.refusal import Refusal
from motcua.procedures.queries import by_version

_READ = "read_to_sign"
_TO_SIGN = Filters(states=frozenset({State.IN_PROGRESS}), step=Step.SIGN)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One dossier that waits for a signature; `read` once this chair opened it as it stands.

    `own`: it is the chair's own matter, for another to sign.
    """

    row: Row
    read: bool
    open: bool
    own: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """The dossier that is open beside the list, with its papers as they will read."""

    dossier: Dossier
    title: str
    papers: Sequence[PaperPage]
    checked_by: str


def opened(dossier_id: UUID, *, session: SessionBase, by: Actor, at: datetime) -> Reading:
    """Open a dossier to sign; that it was read, and at which revision, is remembered."""
    dossier = queries.open_for(dossier_id=dossier_id, by=by, at=at, why="sign")
    procedure, language = by_version(dossier.procedure_id), get_language() or "vi"
    session[_READ] = {**session.get(_READ, {}), str(dossier.pk): dossier.revision}
    return Reading(
        dossier=dossier,
        title=procedure.title(language),
        papers=pages_of(dossier, language),
        checked_by=dossier.officer.name if dossier.officer else "",
    )


def waiting(
    *, session: Mapping[str, Any], open_now: UUID | None, by: Actor, at: datetime
) -> list[Waiting]:
    """What waits, due first; the look at the list is journalled."""
    found = lists.work_list(by=by, filters=_TO_SIGN).rows
    about = [f"dossier:{row.pk}" for row in found]
    record_reading(chain=by.commune or "", by=by, at=at, what="to_sign", about=about, why="sign")
    read = session.get(_READ, {})
    own = own_matters(found, by=by)
    return [
        Waiting(
            row=row,
            read=row.dossier.pk not in own
            and read.get(str(row.dossier.pk)) == row.dossier.revision,
            open=row.dossier.pk == open_now,
            own=row.dossier.pk in own,
        )
        for row in rows_of(found, by=by, at=at)
    ]


@dataclass(frozen=True, slots=True)
class Chosen:
    """One ticked line of the batch: the dossier and the revision that the page showed."""

    dossier: UUID
    revision: int


def sign_all(
    chosen: Sequence[Chosen], *, key: UUID, session: SessionBase, by: Actor, at: datetime
) -> dict[str, str]:
    """Sign each in its own act; one that fails does not stop the others.

    Returns the sentence of each refusal by dossier. Each act's key comes of the batch's, so a
    batch that is sent again signs nothing twice.
    """
    role, read = signing_role(by=by, at=at), session.get(_READ, {})
    refused = {}
    for one in chosen:
        press = Press(one.dossier, uuid5(key, str(one.dossier)), by, at, one.revision)
        try:
            if read.get(str(one.dossier)) != one.revision:
                raise NotRead
            actions.sign(press, role=role)
        except Refusal as refusal:
            refused[str(one.dossier)] = str(refusal)
    return refused
