"""One confirming press, many acts: each its own transaction, its own line, its own outcome."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from motcua.counter.bulk.preview import look_at, said
from motcua.counter.bulk.table import Bulk
from motcua.counter.bulk.weighed import Look
from motcua.counter.dossier_page import holdable
from motcua.counter.errors import ChangedSince
from motcua.dossiers import actions, queries
from motcua.dossiers.errors import NotFound, Stale
from motcua.dossiers.models import Dossier
from motcua.dossiers.press import Press
from motcua.foundation.actor import Actor
from motcua.foundation.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Confirmed:
    """One line that was confirmed: the dossier, its revision, and what the preview rested on."""

    dossier: UUID
    revision: int
    seen: str


def act_of(key: UUID, dossier: UUID) -> UUID:
    """The key of the act on one dossier of a batch: the same batch again is the same acts."""
    return uuid5(key, str(dossier))


def do_all(
    bulk: Bulk,
    confirmed: Sequence[Confirmed],
    rows: Sequence[Dossier],
    facts: Mapping[str, str],
    *,
    key: UUID,
    by: Actor,
    at: datetime,
) -> dict[str, str]:
    """Act on each; the sentence of each refusal, by dossier. One that fails stops no other.

    What an earlier press of the same batch did is done; what it did not reach is done now.
    """
    done = queries.acts_done([act_of(key, one.dossier) for one in confirmed])
    known, look = {row.pk: row for row in rows}, look_at(rows, by=by, at=at)
    refused = {}
    for one in confirmed:
        press = Press(one.dossier, act_of(key, one.dossier), by, at, one.revision)
        if press.key in done:
            continue
        try:
            _one(bulk, one, press, known.get(one.dossier), look, facts)
        except Refusal as refusal:
            refused[str(one.dossier)] = said(refusal)
    return refused


def take_back(
    bulk: Bulk, confirmed: Sequence[Confirmed], *, key: UUID, by: Actor, at: datetime
) -> dict[str, str]:
    """Take back what the process lets be taken back; the sentence of each refusal, by dossier."""
    refused = {}
    for one in confirmed:
        press = Press(one.dossier, act_of(key, one.dossier), by, at, one.revision)
        try:
            actions.recall(press)
        except Refusal as refusal:
            refused[str(one.dossier)] = said(refusal)
    return refused


def _one(
    bulk: Bulk,
    one: Confirmed,
    press: Press,
    row: Dossier | None,
    look: Look,
    facts: Mapping[str, str],
) -> None:
    """Weighed once more: what a form claims to have seen decides nothing."""
    if row is None:
        raise NotFound
    if row.revision != one.revision:
        raise Stale
    if bulk.weigh(row, look).seen != one.seen:
        raise ChangedSince
    acted = bulk.do(press, one.seen, facts)
    if acted is not None and not holdable(acted):
        actions.release(dossier_id=acted.pk, by=press.by)
