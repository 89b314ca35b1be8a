"""From a sent form to a kept draft or a dossier: what was sent is always kept, whatever is said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.utils.translation import get_language

from motcua.dossiers import actions
from motcua.dossiers.actions import Intake
from motcua.dossiers.arriving.queries import brings_more, lacking
from motcua.dossiers.completeness import problems
from motcua.dossiers.errors import AnswersMissing, KeyReused, NotFound, NotNow, SubmissionsSpent
from motcua.dossiers.models import Dossier
from motcua.dossiers.sent_before import number_for
from motcua.dossiers.states import State
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.helping.queries import help_of
from motcua.places.queries import commune as commune_of
from motcua.portal.papers import attach_all, attach_arrived
from motcua.portal.reading import KEEP, Posted
from motcua.procedures.answers import Finding
from motcua.procedures.pack import Procedure
from motcua.procedures.queries import by_version, in_force


@dataclass(frozen=True, slots=True)
class Filed:
    """What became of a form: the dossier, what is to be put right, files that were not taken, and
    whether the person has to wait because too many were handed in."""

    dossier: Dossier
    findings: Sequence[Finding] = ()
    paper_errors: Mapping[str, str] = field(default_factory=dict)
    spent: SubmissionsSpent | None = None

    @property
    def handed_in(self) -> bool:
        """Whether it has left the person's hands."""
        return self.dossier.where != State.DRAFT

    @property
    def wrong(self) -> bool:
        """Whether something has to be put right first."""
        return bool(self.findings or self.paper_errors)


def file_form(
    sent: Posted, procedure: Procedure, *, by: Actor, at: datetime, verified: bool, origin: str
) -> Filed:
    """Keep or hand in, as the pressed button says; KeyReused when its number stands for another."""
    intake = intake_of(sent, procedure, origin, by)
    try:
        return _filed(intake, sent, by=by, at=at, verified=verified)
    except NotFound:
        mine = replace(intake, id=number_for(sent.id, by), sent_as=sent.id)
        return _filed(mine, sent, by=by, at=at, verified=verified)


def _filed(intake: Intake, sent: Posted, *, by: Actor, at: datetime, verified: bool) -> Filed:
    if sent.wants == KEEP:
        try:
            return _kept(intake, sent, by=by, at=at)
        except NotNow:
            return _sent_before(intake, sent, by=by, at=at, verified=verified)
    if verified and not sent.brings_files:
        return _straight(intake, by=by, at=at)
    return _by_way_of_draft(intake, sent, by=by, at=at, verified=verified)


def intake_of(sent: Posted, procedure: Procedure, origin: str, by: Actor) -> Intake:
    """What the form hands in."""
    return Intake(
        id=sent.id,
        commune=commune_of(settings.COMMUNE),
        procedure=procedure,
        answers=sent.answers,
        unknown=sent.unknown,
        language=get_language() or "vi",
        right="self" if help_of(by) is None else "helper",
        origin=origin,
        turn=sent.turn,
    )


def intake_of_draft(draft: Dossier, origin: str, at: datetime) -> Intake:
    """What a kept draft hands in, as it stands, under the law of the day."""
    return Intake(
        id=draft.pk,
        commune=draft.commune,
        procedure=in_force(by_version(draft.procedure_id).code, day_of(at)),
        answers=draft.answers,
        unknown=draft.unknown,
        language=draft.language,
        origin=origin,
    )


def _straight(intake: Intake, *, by: Actor, at: datetime) -> Filed:
    try:
        return Filed(actions.submit(intake, by=by, at=at, verified=True))
    except AnswersMissing as missing:
        draft = actions.keep(intake, by=by, at=at)
        return Filed(draft, _findings(missing))
    except SubmissionsSpent as spent:
        draft = actions.keep(intake, by=by, at=at)
        return Filed(draft, spent=spent)


def _by_way_of_draft(
    intake: Intake, sent: Posted, *, by: Actor, at: datetime, verified: bool
) -> Filed:
    try:
        filed = _kept(intake, sent, by=by, at=at)
    except NotNow:
        return _sent_before(intake, sent, by=by, at=at, verified=verified)
    draft = filed.dossier
    found = problems(draft, on=day_of(at), at_decision=False)
    if found or filed.paper_errors or not verified:
        return Filed(draft, found, filed.paper_errors)
    try:
        return Filed(actions.submit(intake, by=by, at=at, verified=True))
    except SubmissionsSpent as spent:
        return Filed(draft, spent=spent)


def _sent_before(intake: Intake, sent: Posted, *, by: Actor, at: datetime, verified: bool) -> Filed:
    """Handed in since: the same words with the same files are the same sending, also where this
    one only meant to keep them, as it was begun before the answer was there.

    KeyReused for other words, and for a file that the dossier was handed in without.
    """
    dossier = actions.submit(intake, by=by, at=at, verified=verified)
    named = [one for keys in sent.arrived.values() for one in keys]
    if brings_more(named, dossier=dossier.pk, by=by):
        raise KeyReused
    return Filed(dossier)


def _kept(intake: Intake, sent: Posted, *, by: Actor, at: datetime) -> Filed:
    draft = actions.keep(intake, by=by, at=at)
    errors = attach_all(draft.pk, sent.files, sent.removed, by=by, at=at, origin=intake.origin)
    more = attach_arrived(draft.pk, sent.arrived, by=by, at=at, origin=intake.origin)
    return Filed(draft, (), errors | more)


def still_to_come(sent: Posted, *, by: Actor, at: datetime) -> list[UUID]:
    """The files that the form names and that are not here whole: it is not taken without them.

    What was handed in before is answered as it was, also when its pieces are long forgotten.
    """
    named = [one for keys in sent.arrived.values() for one in keys]
    if not named:
        return []
    dossiers = [sent.id, number_for(sent.id, by)]
    handed_in = Dossier.objects.filter(pk__in=dossiers, owner=by.id).exclude(state=State.DRAFT)
    if handed_in.exists():
        return []
    return lacking(named, dossiers=dossiers, by=by, at=at)


def _findings(missing: AnswersMissing) -> Sequence[Finding]:
    found = missing.facts.get("problems")
    return tuple(found) if isinstance(found, (list, tuple)) else ()
