"""How a dossier comes in: kept, handed in, finished at the counter, supplemented."""

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.audit.actions import record
from motcua.dossiers import lifecycle
from motcua.dossiers.answering import write_answers
from motcua.dossiers.charges import charge_fee
from motcua.dossiers.codes import new_code
from motcua.dossiers.errors import KeyReused, NotFound
from motcua.dossiers.models import Dossier, DossierEvent, Party
from motcua.dossiers.needs import Given, met
from motcua.dossiers.parties import name_people
from motcua.dossiers.press import Change, Press, finish, move, perform, who_is
from motcua.dossiers.states import Channel, State, Step, Verb, Who
from motcua.foundation.actor import Actor
from motcua.foundation.clock import local
from motcua.foundation.numbers import take_number
from motcua.places.models import Commune
from motcua.procedures.pack import Procedure
from motcua.procedures.queries import by_version


@dataclass(frozen=True, slots=True)
class Intake:
    """What is handed in. `id` is chosen by the client and kept: a resend is the same dossier.

    `answers` are clean (`procedures.answers.clean`); `unknown` names the fields (and
    ``paper:<name>``) that the person leaves for the counter; `right` says by what right a helper
    types, and is empty for the person's own hand.
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

    @property
    def digest(self) -> str:
        """SHA-256 of what was sent: tells a resend from another request under the same key."""
        sent = [dict(self.answers), sorted(self.unknown), self.procedure.code]
        return hashlib.sha256(json.dumps(sent, sort_keys=True).encode()).hexdigest()


def keep(intake: Intake, *, by: Actor, at: datetime) -> Dossier:
    """Keep a draft on the server: begun or continued. Blocks nothing and asks for nothing."""
    with transaction.atomic():
        dossier = _found(intake) or _begun(intake, by, at)
        lifecycle.take(
            Verb.KEEP,
            state=dossier.where,
            step=dossier.at_step,
            received=False,
            who=_known(by, dossier),
        )
        _fill(dossier, intake, by=by, at=at)
        dossier.kept_at = at
        dossier.revision += 1
        dossier.save()
        record(
            chain=dossier.commune_id, by=by, at=at, verb=Verb.KEEP, about=f"dossier:{dossier.pk}"
        )
    return dossier


def submit(intake: Intake, *, by: Actor, at: datetime, verified: bool) -> Dossier:
    """Hand in (nộp hồ sơ): the dossier gets its number and the person a receipt.

    Refuses AnswersMissing (with every finding), NotVerified for a guest whose telephone is not
    confirmed, KeyReused when the id already stands for something else.
    """
    press = Press(dossier=intake.id, key=intake.id, by=by, at=at)
    with transaction.atomic():
        dossier = _found(intake)
        if dossier is not None and dossier.state != State.DRAFT:
            return _same(dossier, intake, by)
        dossier = dossier or _begun(intake, by, at)
        who = _known(by, dossier)
        rule = lifecycle.take(
            Verb.SUBMIT, state=State.DRAFT, step=Step.NONE, received=False, who=who
        )
        _fill(dossier, intake, by=by, at=at)
        lifecycle.demand(rule, met(rule.needs, dossier, Given(verified=verified), who=who, at=at))
        move(dossier, rule, Given(), at)
        _admit(dossier, intake, by, at)
        finish(press, dossier, rule, State.DRAFT, Step.NONE, "", {"digest": intake.digest})
    return dossier


def complete(press: Press, *, answers: Mapping[str, str], unknown: Collection[str]) -> Dossier:
    """Finish with the person at the counter what was left open; nothing is typed twice."""
    return perform(press, Verb.COMPLETE, Given(), _typed(press, answers, unknown))


def supplement(press: Press, *, answers: Mapping[str, str], unknown: Collection[str]) -> Dossier:
    """Bring what was asked for (bổ sung hồ sơ); only what was asked for is taken over."""

    def only_asked(dossier: Dossier) -> None:
        asked = {item["about"].removeprefix("field:") for item in dossier.asked}
        wanted = {name: value for name, value in answers.items() if name in asked}
        _retype(dossier, wanted, unknown, press)
        dossier.asked = []
        dossier.answer_by = None

    return perform(press, Verb.SUPPLEMENT, Given(), Change(before=only_asked))


def claim(*, dossier_id: UUID, owner: str, by: Actor, at: datetime) -> Dossier:
    """Make a guest's draft the property of the telephone or account that was just confirmed."""
    with transaction.atomic():
        dossier = Dossier.objects.select_for_update(of=("self",)).filter(pk=dossier_id).first()
        if dossier is None or dossier.owner != owner or dossier.state != State.DRAFT:
            raise NotFound
        dossier.owner = by.id
        dossier.save(update_fields=["owner"])
        record(chain=dossier.commune_id, by=by, at=at, verb="claim", about=f"dossier:{dossier.pk}")
    return dossier


def _typed(press: Press, answers: Mapping[str, str], unknown: Collection[str]) -> Change:
    return Change(before=lambda dossier: _retype(dossier, answers, unknown, press))


def _retype(
    dossier: Dossier, answers: Mapping[str, str], unknown: Collection[str], press: Press
) -> None:
    right = "self" if Who.FILER in who_is(press.by, dossier) else "counter"
    write_answers(dossier, answers, unknown, by=press.by, at=press.at, right=right)
    procedure = by_version(dossier.procedure_id)
    _name_people(dossier, procedure, press.by)
    charge_fee(dossier, procedure, on=local(press.at).date())


def _found(intake: Intake) -> Dossier | None:
    rows = Dossier.objects.select_for_update(of=("self",)).select_related("commune")
    return rows.filter(pk=intake.id).first()


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
        owner=intake.owner or ("" if by.commune and intake.right == "counter" else by.id),
        kept_at=at,
    )


def _known(by: Actor, dossier: Dossier) -> frozenset[Who]:
    who = who_is(by, dossier)
    if not who:
        raise NotFound
    return who


def _fill(dossier: Dossier, intake: Intake, *, by: Actor, at: datetime) -> None:
    write_answers(dossier, intake.answers, intake.unknown, by=by, at=at, right=intake.right)
    name_people(dossier, intake.procedure)


def _admit(dossier: Dossier, intake: Intake, by: Actor, at: datetime) -> None:
    day = f"{local(at):%y%m%d}"
    agency = intake.commune.agency_code
    dossier.number = f"{agency}-{day}-{take_number(f'dossier:{agency}:{day}'):04}"
    dossier.submitted_at = at
    charge_fee(dossier, intake.procedure, on=local(at).date())
    dossier.save()
    _name_people(dossier, intake.procedure, by)


def _name_people(dossier: Dossier, procedure: Procedure, by: Actor) -> None:
    kept = {party.part: party for party in dossier.parties.all()}
    people = name_people(dossier, procedure, typed_by=by)
    for person in people:
        if person.part in kept:
            person.pk = kept[person.part].pk
    Party.objects.bulk_create(
        people,
        update_conflicts=True,
        unique_fields=["dossier", "part"],
        update_fields=["name", "name_folded", "birth", "identity_number", "phone", "right"],
    )
