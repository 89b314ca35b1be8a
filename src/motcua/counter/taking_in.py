"""What is typed at the counter for a person: finished, supplemented, or taken in anew."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.http import QueryDict

from motcua.counter.presses import following
from motcua.dossiers import actions
from motcua.dossiers.actions import Intake
from motcua.dossiers.completeness import wanted
from motcua.dossiers.errors import AnswersMissing, NotFound
from motcua.dossiers.models import Dossier
from motcua.dossiers.press import Press
from motcua.dossiers.states import Channel, State, Verb
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.places.queries import commune
from motcua.procedures.answers import clean, visible
from motcua.procedures.fees import exempting
from motcua.procedures.pack import Procedure
from motcua.procedures.queries import by_version, in_force


def finished(press: Press, form: QueryDict) -> tuple[Dossier, str]:
    """Complete a new dossier, or enter what was brought for one that waits; and which it was."""
    rows = Dossier.objects.filter(pk=press.dossier, commune_id=press.by.commune)
    dossier = rows.only("procedure_id", "state", "unknown").first()
    if dossier is None:
        raise NotFound
    procedure = by_version(dossier.procedure_id)
    answers = clean(procedure, typed_in(form))
    unknown = [*left_open(procedure, answers), *_papers(dossier.unknown)]
    if dossier.where == State.AWAITING_SUPPLEMENT:
        done = actions.supplement(press, answers=answers, unknown=unknown)
        return done, str(Verb.SUPPLEMENT)
    return actions.complete(press, answers=answers, unknown=unknown), str(Verb.COMPLETE)


def taken_in(
    draft: UUID, code: str, form: QueryDict, *, by: Actor, at: datetime
) -> tuple[Dossier, str]:
    """Keep, hand in and accept in one press, for a person who stands at the counter.

    What was typed is kept as a draft before it is handed in: a refusal loses nothing. Something
    left open hands it in all the same; only what is whole is accepted at once.
    """
    intake = _intake(draft, code, form, by=by, at=at)
    if not Dossier.objects.filter(pk=draft).exclude(state=State.DRAFT).exists():
        _kept(intake, form, by=by, at=at)
    dossier = actions.submit(intake, by=by, at=at, verified=True)
    if form.get("and") != Verb.ACCEPT:
        return dossier, str(Verb.SUBMIT)
    press = Press(dossier.pk, draft, by, at, dossier.revision)
    try:
        return actions.accept(following(press, Verb.ACCEPT, dossier.revision)), str(Verb.ACCEPT)
    except AnswersMissing:
        return dossier, str(Verb.SUBMIT)


def is_draft(dossier_id: UUID, *, by: Actor) -> bool:
    """Whether it is a draft of the actor's commune, not yet handed in."""
    rows = Dossier.objects.filter(pk=dossier_id, commune_id=by.commune, state=State.DRAFT)
    return rows.exists()


def typed_in(form: QueryDict) -> dict[str, str]:
    """The fields of a form, each with its last value, as the browser sent it."""
    return {name: str(value) for name, value in form.items()}


def procedure_of(draft: UUID, code: str, at: datetime) -> Procedure:
    """The law of a draft that is there already, else the one in force today."""
    version = Dossier.objects.filter(pk=draft).values_list("procedure_id", flat=True).first()
    return by_version(version) if version else in_force(code, day_of(at))


def _intake(draft: UUID, code: str, form: QueryDict, *, by: Actor, at: datetime) -> Intake:
    procedure = procedure_of(draft, code, at)
    answers = clean(procedure, typed_in(form))
    return Intake(
        id=draft,
        commune=commune(by.commune or ""),
        procedure=procedure,
        answers=answers,
        unknown=_left(procedure, answers, form),
        channel=Channel.POST if form.get("by_post") else Channel.COUNTER,
        right="counter",
        grounds=frozenset(form.getlist("ground")) & frozenset(exempting(procedure)),
    )


def _left(procedure: Procedure, answers: Mapping[str, str], form: QueryDict) -> list[str]:
    """Who only hands in leaves what is blank and not shown for later; else nothing is left."""
    if form.get("and") == Verb.ACCEPT:
        return []
    shown = form.getlist("shown")
    papers = [f"paper:{one.name}" for one in procedure.papers if one.name not in shown]
    return [*left_open(procedure, answers), *papers]


def left_open(procedure: Procedure, answers: Mapping[str, str]) -> list[str]:
    """The visible questions that nobody has answered and the law does not leave free."""
    asked = visible(procedure, answers)
    return [one.name for one in asked if one.need == "must" and not answers.get(one.name)]


def _papers(unknown: Sequence[str]) -> list[str]:
    return [name for name in unknown if name.startswith("paper:")]


def _kept(intake: Intake, form: QueryDict, *, by: Actor, at: datetime) -> None:
    """The draft and the papers that the person showed, together."""
    with transaction.atomic():
        actions.keep(intake, by=by, at=at)
        called = {one.name for one in wanted(intake.procedure, dict(intake.answers))}
        for name in called.intersection(form.getlist("shown")):
            actions.mark_paper(
                dossier_id=intake.id, name=name, source="shown", note="", by=by, at=at
            )
