"""A call is asked for, and noted when somebody tried."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.audit.actions import record
from motcua.dossiers import limits
from motcua.dossiers.calling.errors import CallMoved, CallUnknown, PhoneUnreadable
from motcua.dossiers.calling.models import Call, CallTry
from motcua.dossiers.errors import NotFound, NotNow
from motcua.dossiers.models import Dossier
from motcua.dossiers.press import who_is
from motcua.dossiers.states import State, Who
from motcua.dossiers.telephones import typed_phone
from motcua.dossiers.tries import spend
from motcua.foundation.actor import Actor
from motcua.procedures.deadlines import Rule, Unit, due
from motcua.procedures.queries import by_version, calendar_of

# What the office promises: before it closes on the next working day.
PROMISE = Rule(Unit.WORKING_DAYS, 1)
NO_ANSWER = "no_answer"
OUTCOMES = (Call.State.DONE.value, NO_ANSWER, Call.State.UNREACHABLE.value)
_HANDS = {Who.FILER, Who.HELPER}
_CALLERS = {Who.RECEPTIONIST, Who.OFFICER}


@dataclass(frozen=True, slots=True)
class Wish:
    """Where and when the person wants to be called, and at which question they stopped."""

    phone: str
    convenient: str = Call.Convenient.ANY
    question: str = ""


def ask_for_call(wish: Wish, *, dossier_id: UUID, by: Actor, at: datetime, origin: str) -> Call:
    """Put the draft onto the list of who is to be called.

    Asked again while it waits it is the same call, with what was said last and the same promise.
    """
    phone = typed_phone(wish.phone)
    if phone is None:
        raise PhoneUnreadable(field="phone")
    with transaction.atomic():
        draft = _draft(dossier_id, by)
        found = Call.objects.filter(dossier=draft, state=Call.State.WAITING).first()
        call = found or _new(draft, at)
        if found is None:
            spend(limits.calls(phone, origin=origin), at)
        call.phone, call.question = phone, _asked(draft, wish.question)
        valid = wish.convenient in Call.Convenient.values
        call.convenient = wish.convenient if valid else Call.Convenient.ANY
        call.save()
        if found is None:
            about, chain = f"dossier:{draft.pk}", draft.commune_id
            record(chain=chain, by=by, at=at, verb="ask_for_call", about=about)
    return call


def note_call(*, call_id: UUID, outcome: str, seen: int, by: Actor, at: datetime) -> Call:
    """Note a try: ``done``, ``no_answer`` (it stays on the list) or ``unreachable``.

    `seen` is how many tries the page showed: the same press twice is one try.
    """
    if outcome not in OUTCOMES:
        raise CallUnknown
    with transaction.atomic():
        rows = Call.objects.select_for_update(of=("self",)).select_related("dossier")
        call = rows.filter(pk=call_id, commune_id=by.commune).first()
        if call is None or not who_is(by, call.dossier) & _CALLERS:
            raise CallUnknown
        if call.tries != seen or call.state != Call.State.WAITING:
            return _noted_before(call, outcome, seen, by)
        if outcome != NO_ANSWER:
            call.state = Call.State(outcome)
        call.tries += 1
        call.save(update_fields=["state", "tries"])
        CallTry.objects.create(call=call, outcome=outcome, at=at, by=by.id, by_name=by.name)
        facts = {"outcome": outcome}
        about, chain = f"dossier:{call.dossier_id}", call.commune_id
        record(chain=chain, by=by, at=at, verb="note_call", about=about, facts=facts)
    return call


def _draft(dossier_id: UUID, by: Actor) -> Dossier:
    draft = Dossier.objects.select_for_update(of=("self",)).filter(pk=dossier_id).first()
    if draft is None or not who_is(by, draft) & _HANDS:
        raise NotFound
    if draft.where != State.DRAFT:
        raise NotNow
    return draft


def _new(draft: Dossier, at: datetime) -> Call:
    promised = due(PROMISE, received=at, calendar=calendar_of(draft.commune_id))
    return Call(commune_id=draft.commune_id, dossier=draft, asked_at=at, promised_by=promised)


def _asked(draft: Dossier, question: str) -> str:
    """Only a question that the form asks is a question."""
    procedure = by_version(draft.procedure_id)
    papers = {f"paper:{one.name}" for one in procedure.papers}
    return question if question in papers or question in procedure.form.by_name else ""


def _noted_before(call: Call, outcome: str, seen: int, by: Actor) -> Call:
    last = call.history.order_by("-pk").first()
    if last and call.tries == seen + 1 and (last.outcome, last.by) == (outcome, by.id):
        return call
    raise CallMoved
