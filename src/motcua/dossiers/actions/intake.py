"""How a dossier comes in: kept, handed in, finished at the counter, supplemented."""

import hashlib
import json
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from motcua.audit.actions import record
from motcua.dossiers import hands, lifecycle, limits
from motcua.dossiers.answering import leave_behind, write_answers
from motcua.dossiers.charges import charge_fee, grounds_of
from motcua.dossiers.codes import new_code
from motcua.dossiers.errors import KeyReused, NotFound
from motcua.dossiers.in_turn import Turn, note_turn, overtaken
from motcua.dossiers.models import Dossier, DossierEvent, Party
from motcua.dossiers.needs import Given, met
from motcua.dossiers.parties import name_people
from motcua.dossiers.performing import Change, move, perform, write_down
from motcua.dossiers.press import Press, who_is
from motcua.dossiers.sent_before import is_known
from motcua.dossiers.states import Channel, State, Step, Verb, Who
from motcua.dossiers.tries import spend
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of, local
from motcua.foundation.numbers import take_number
from motcua.foundation.rows import insert
from motcua.helping.queries import help_of
from motcua.places.models import Commune
from motcua.procedures.before import kept_by
from motcua.procedures.pack import Procedure
from motcua.procedures.queries import by_version

_DRAWS = 6
# A phone keeps a draft every few seconds while somebody types: that is one act in the journal, and
# each answer says itself when it was typed and by whom.
_ONE_SITTING = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Intake:
    """What is handed in. `id` is chosen by the client and kept: a resend is the same dossier.

    `answers` are clean (`procedures.answers.clean`); `unknown` names the fields (and
    ``paper:<name>``) that the person leaves for the counter; `right` says by what right it is
    typed: ``self``, ``helper`` with consent, or ``counter``. `origin` is the address that it came
    from, which is counted (`limits`); what is entered at the counter has none and is not.
    """

    id: UUID
    commune: Commune
    procedure: Procedure
    answers: Mapping[str, str]
    unknown: Collection[str] = ()
    channel: Channel = Channel.ONLINE
    language: str = "vi"
    owner: str = ""
    right: str = field(default="self")
    grounds: Collection[str] = ()
    origin: str = ""
    sent_as: UUID | None = None
    turn: Turn | None = None

    @property
    def digest(self) -> str:
        """SHA-256 of what was sent: tells a resend from another request under the same key."""
        said = kept_by(self.procedure, self.answers)
        sent = [said, sorted(self.unknown), self.procedure.code]
        return hashlib.sha256(json.dumps(sent, sort_keys=True).encode()).hexdigest()


def keep(intake: Intake, *, by: Actor, at: datetime) -> Dossier:
    """Keep a draft on the server: begun or continued. Blocks nothing and asks for nothing."""
    return _until_free(lambda: _keep(intake, by, at))


def _keep(intake: Intake, by: Actor, at: datetime) -> Dossier:
    with transaction.atomic():
        known = is_known(intake.id)
        dossier = _locked(intake) if known else _begun(intake, by, at)
        who, state, step = _known(by, dossier), dossier.where, dossier.at_step
        lifecycle.take(Verb.KEEP, state=state, step=step, received=False, who=who)
        if overtaken(dossier, intake.turn):
            return dossier
        if intake.origin and not known:
            spend(limits.drafts(by, origin=intake.origin), at)
        said = known and at - dossier.kept_at < _ONE_SITTING
        _fill(dossier, intake, by=by, at=at)
        note_turn(dossier, intake.turn)
        dossier.kept_at = at
        dossier.revision += 1
        dossier.save()
        hands.note_help(dossier, by, at)
        if not said:
            about = f"dossier:{dossier.pk}"
            record(chain=dossier.commune_id, by=by, at=at, verb=Verb.KEEP, about=about)
    return dossier


def submit(intake: Intake, *, by: Actor, at: datetime, verified: bool) -> Dossier:
    """Hand in (nộp hồ sơ): the dossier gets its number and the person a receipt.

    Refuses AnswersMissing (with every finding), NotVerified for a guest whose telephone is not
    confirmed, KeyReused when the id already stands for something else, SubmissionsSpent.
    """

    def hand_in() -> Dossier:
        known = _hand_in_kept if is_known(intake.id) else _hand_in_new
        return known(intake, by=by, at=at, verified=verified)

    return _until_free(hand_in)


def _until_free(act: Callable[[], Dossier]) -> Dossier:
    """Do it again when the same request came in at the same moment, or its code is taken.

    Codes are drawn at random: among a million dossiers one draw in ninety is taken.
    """
    for _ in range(_DRAWS - 1):
        with suppress(IntegrityError):
            return act()
    return act()


def _hand_in_new(intake: Intake, *, by: Actor, at: datetime, verified: bool) -> Dossier:
    """Everything that can be known is worked out before the other writers have to wait."""
    dossier = _begun(intake, by, at)
    people, rule = _handed_in(dossier, intake, by, at, verified)
    with transaction.atomic():
        _number(dossier, intake, by, at)
        dossier.revision = 1
        insert([dossier])
        insert(people)
        hands.note_help(dossier, by, at)
        _told(dossier, rule, intake, by, at)
    return dossier


def _hand_in_kept(intake: Intake, *, by: Actor, at: datetime, verified: bool) -> Dossier:
    """A draft that was kept is handed in; a dossier that was handed in is answered with itself."""
    with transaction.atomic():
        dossier = _locked(intake)
        if dossier.state != State.DRAFT:
            return _same(dossier, intake, by)
        people, rule = _handed_in(dossier, intake, by, at, verified)
        _number(dossier, intake, by, at)
        dossier.revision += 1
        dossier.save()
        insert(people)
        hands.note_help(dossier, by, at)
        _told(dossier, rule, intake, by, at)
    return dossier


def _handed_in(
    dossier: Dossier, intake: Intake, by: Actor, at: datetime, verified: bool
) -> tuple[list[Party], lifecycle.Rule]:
    people, who = _fill(dossier, intake, by=by, at=at), _known(by, dossier)
    rule = lifecycle.take(Verb.SUBMIT, state=State.DRAFT, step=Step.NONE, received=False, who=who)
    lifecycle.demand(rule, met(rule.needs, dossier, Given(verified=verified), who=who, at=at))
    leave_behind(dossier, intake.procedure)
    dossier.grounds = _grounds(dossier, intake, at)
    charge_fee(dossier, intake.procedure, on=day_of(at))
    move(dossier, rule, Given(), at)
    return people, rule


def _told(dossier: Dossier, rule: lifecycle.Rule, intake: Intake, by: Actor, at: datetime) -> None:
    press = Press(dossier=intake.id, key=intake.id, by=by, at=at)
    facts = {"digest": intake.digest, **({"grounds": dossier.grounds} if dossier.grounds else {})}
    write_down(press, dossier, rule, State.DRAFT, Step.NONE, "", facts)
    if dossier.helped:
        hands.count_helped(dossier, at)


def _grounds(dossier: Dossier, intake: Intake, at: datetime) -> list[str]:
    return sorted({*grounds_of(dossier.owner, on=day_of(at)), *intake.grounds})


def complete(press: Press, *, answers: Mapping[str, str], unknown: Collection[str]) -> Dossier:
    """Finish with the person at the counter what was left open; nothing is typed twice."""

    def finished(dossier: Dossier) -> None:
        _retype(dossier, answers, unknown, press)

    return perform(press, Verb.COMPLETE, Given(), Change(before=finished))


def supplement(press: Press, *, answers: Mapping[str, str], unknown: Collection[str]) -> Dossier:
    """Bring what was asked for (bổ sung hồ sơ); only what was asked for is taken over."""

    def only_asked(dossier: Dossier) -> None:
        asked = {item["about"].removeprefix("field:") for item in dossier.asked}
        wanted = {name: value for name, value in answers.items() if name in asked}
        _retype(dossier, wanted, unknown, press)

    def received(dossier: Dossier) -> None:
        dossier.asked = []
        dossier.answer_by = None
        dossier.accepted_at = dossier.accepted_at or press.at

    change = Change(before=only_asked, after=received)
    return perform(press, Verb.SUPPLEMENT, Given(), change)


def _retype(
    dossier: Dossier, answers: Mapping[str, str], unknown: Collection[str], press: Press
) -> None:
    right = hands.right_of(who_is(press.by, dossier))
    write_answers(dossier, answers, unknown, by=press.by, at=press.at, right=right)
    procedure = by_version(dossier.procedure_id)
    _rename(dossier, procedure, press.by)
    # What is in time and what it costs is settled by the day of handing in.
    charge_fee(dossier, procedure, on=day_of(dossier.submitted_at or press.at))


def _locked(intake: Intake) -> Dossier:
    rows = Dossier.objects.select_for_update(of=("self",)).select_related("commune")
    found = rows.filter(pk=intake.id).first()
    if found is None:
        raise NotFound
    return found


def _same(dossier: Dossier, intake: Intake, by: Actor) -> Dossier:
    """A resend is answered with what it made; anything else under its key is refused."""
    first = DossierEvent.objects.filter(act=intake.id).first()
    if not who_is(by, dossier) or first is None or first.facts.get("digest") != intake.digest:
        raise KeyReused
    return dossier


def _begun(intake: Intake, by: Actor, at: datetime) -> Dossier:
    return Dossier(
        pk=intake.id,
        commune=intake.commune,
        procedure_id=intake.procedure.version_id,
        code=new_code(),
        channel=intake.channel,
        language=intake.language,
        owner=intake.owner or _owner(intake, by),
        sent_as=intake.sent_as,
        helped=help_of(by) is not None,
        kept_at=at,
    )


def _owner(intake: Intake, by: Actor) -> str:
    if help_of(by) is not None:
        return hands.owner_for(by)
    return "" if by.commune and intake.right == "counter" else by.id


def _known(by: Actor, dossier: Dossier) -> frozenset[Who]:
    who = who_is(by, dossier)
    if not who:
        hands.refuse_taken_back(by, dossier)
        raise NotFound
    return who


def _fill(dossier: Dossier, intake: Intake, *, by: Actor, at: datetime) -> list[Party]:
    # A draft is under the law of the day; what a newer form no longer asks stays with it.
    dossier.procedure_id = intake.procedure.version_id
    write_answers(dossier, intake.answers, intake.unknown, by=by, at=at, right=intake.right)
    people = name_people(dossier, intake.procedure, typed_by=by)
    if dossier.helped:
        hands.find_owner(dossier)
    return people


def _number(dossier: Dossier, intake: Intake, by: Actor, at: datetime) -> None:
    """``H38.99.01-260303-0001``: agency, day of reception, number of the day.

    Counted first: whoever has handed in too many takes no number.
    """
    if intake.origin:
        spend(limits.submissions(by, origin=intake.origin, phone=dossier.filer_phone), at)
    day, agency = f"{local(at):%y%m%d}", dossier.commune.agency_code
    dossier.number = f"{agency}-{day}-{take_number(f'dossier:{agency}:{day}'):04}"
    dossier.submitted_at = at


def _rename(dossier: Dossier, procedure: Procedure, by: Actor) -> None:
    """Bring the people around the dossier up to date with its answers."""
    kept = {party.part: party.pk for party in dossier.parties.all()}
    for person in name_people(dossier, procedure, typed_by=by):
        person.pk = kept.get(person.part)
        person.save()
