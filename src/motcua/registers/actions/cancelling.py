"""An entry is cancelled: one person proposes it, another approves; the entry stays to be read."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from motcua.audit.actions import record
from motcua.foundation.actor import Actor
from motcua.foundation.names import tidy
from motcua.foundation.refusal import Refusal, refuse_all
from motcua.registers.access import APPROVERS, WRITERS, must_serve
from motcua.registers.actions.noting import Note, write_note
from motcua.registers.cancelled import Outcome, refuse_cancelled
from motcua.registers.errors import NoteNotApproved, UnknownEntry
from motcua.registers.errors_of_cancelling import (
    AnswerUnexplained,
    CancellingAnswered,
    CancellingUnexplained,
    CancellingUnordered,
    CancellingWaits,
    GroundMissing,
    OwnCancelling,
    UnknownCancelling,
    WithdrawalUnexplained,
)
from motcua.registers.grounds import ground, grounds
from motcua.registers.kinds import CANCELLATION
from motcua.registers.models import Cancelling, Entry

_MOST_LETTERS = 1000
_MOST_OF_BASIS = 300


def propose_cancelling(
    *, entry: int, ground: str, reason: str, basis: str, by: Actor, at: datetime
) -> Cancelling:
    """Ask that an entry be cancelled; the same proposal of the same person again is one.

    Refuses NotYourBooks, UnknownEntry, EntryCancelled, CancellingWaits, and at once what lacks:
    GroundMissing, CancellingUnexplained, CancellingUnordered.
    """
    must_serve(by, by.commune or "", *WRITERS)
    with transaction.atomic():
        # Two who propose at once meet here, not at the constraint.
        rows = Entry.objects.select_for_update(of=("self",))
        row: Entry | None = rows.filter(pk=entry, commune_id=by.commune).first()
        if row is None:
            raise UnknownEntry
        refuse_cancelled(row)
        told = Cancelling(
            commune_id=row.commune_id,
            entry=row,
            ground=ground,
            reason=tidy(reason)[:_MOST_LETTERS],
            basis=tidy(basis)[:_MOST_OF_BASIS],
            proposed_by=by.id,
            proposed_by_name=by.name,
            proposed_at=at,
        )
        refuse_all(_lacking(told))
        waits = Cancelling.objects.filter(entry=row, outcome=Outcome.OPEN).first()
        if waits is not None:
            return _pressed_again(waits, told)
        told.save(force_insert=True)
        _tell(told, verb="propose_cancelling", why=told.reason, by=by, at=at)
    return told


def approve_cancelling(*, cancelling: int, by: Actor, at: datetime) -> Cancelling:
    """Cancel the entry by a note in its margin.

    Refuses NotYourBooks, UnknownCancelling, NoteNotApproved, CancellingAnswered, OwnCancelling and
    EntryCancelled.
    """
    must_serve(by, by.commune or "", *WRITERS)
    with transaction.atomic():
        row = _locked(cancelling, by)
        if not by.has(*APPROVERS):
            raise NoteNotApproved
        _refuse_answered(row)
        if row.proposed_by == by.id:
            raise OwnCancelling
        note = Note(
            kind=CANCELLATION,
            text=ground(row.ground).noted(row.reason),
            changes={},
            reason=row.reason,
            basis=row.basis,
        )
        source = f"cancelling:{row.pk}"
        row.note = write_note(entry=row.entry, note=note, source=source, by=by, at=at)
        _answer(row, Outcome.APPROVED, "", by, at)
        _tell(row, verb="approve_cancelling", why=row.reason, by=by, at=at)
    return row


def turn_down_cancelling(*, cancelling: int, answer: str, by: Actor, at: datetime) -> Cancelling:
    """Leave the entry as it is: by who may approve it, or by who proposed it.

    Refuses NotYourBooks, UnknownCancelling, NoteNotApproved, CancellingAnswered, AnswerUnexplained
    and, to whoever proposed it, WithdrawalUnexplained.
    """
    must_serve(by, by.commune or "", *WRITERS)
    with transaction.atomic():
        row = _locked(cancelling, by)
        if not by.has(*APPROVERS) and row.proposed_by != by.id:
            raise NoteNotApproved
        _refuse_answered(row)
        said = tidy(answer)[:_MOST_LETTERS]
        if not said:
            own = row.proposed_by == by.id
            raise (WithdrawalUnexplained if own else AnswerUnexplained)(field="answer")
        _answer(row, Outcome.TURNED_DOWN, said, by, at)
        _tell(row, verb="turn_down_cancelling", why=said, by=by, at=at)
    return row


def _lacking(told: Cancelling) -> Iterator[Refusal]:
    if told.ground not in grounds(told.entry.kind):
        yield GroundMissing(field="ground")
    if not told.reason:
        yield CancellingUnexplained(field="reason")
    if not told.basis:
        yield CancellingUnordered(field="basis")


def _pressed_again(waits: Cancelling, told: Cancelling) -> Cancelling:
    facts = ("ground", "reason", "basis", "proposed_by")
    if any(getattr(waits, name) != getattr(told, name) for name in facts):
        raise CancellingWaits(name=waits.proposed_by_name)
    return waits


def _locked(cancelling: int, by: Actor) -> Cancelling:
    rows = Cancelling.objects.select_for_update(of=("self",)).select_related("entry")
    row: Cancelling | None = rows.filter(pk=cancelling, commune_id=by.commune).first()
    if row is None:
        raise UnknownCancelling
    return row


def _refuse_answered(row: Cancelling) -> None:
    if row.outcome != Outcome.OPEN:
        raise CancellingAnswered(name=row.answered_by_name)


def _answer(row: Cancelling, outcome: str, said: str, by: Actor, at: datetime) -> None:
    row.outcome, row.answer = outcome, said
    row.answered_by, row.answered_by_name, row.answered_at = by.id, by.name, at
    row.save()


def _tell(row: Cancelling, *, verb: str, why: str, by: Actor, at: datetime) -> None:
    facts = {"cancelling": row.pk, "ground": row.ground, "basis": row.basis}
    about = f"entry:{row.entry_id}"
    record(chain=row.commune_id, by=by, at=at, verb=verb, about=about, why=why, facts=facts)
