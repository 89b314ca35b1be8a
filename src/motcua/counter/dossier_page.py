"""All that the page of one dossier shows, composed once for a look and for a refused act."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID, uuid4

from django.utils.translation import get_language

from motcua.consequences.queries import followed
from motcua.counter.answers_shown import Group, shown
from motcua.counter.asking_list import askable
from motcua.counter.clock_shown import clock_of
from motcua.counter.deciding import deciding
from motcua.counter.editing import editing, may_edit
from motcua.counter.fees_shown import fees_of
from motcua.counter.followed_shown import became_of
from motcua.counter.frame import RECEPTION
from motcua.counter.helped_shown import helps_of
from motcua.counter.inquiring import inquiries_of
from motcua.counter.matching import Beside, beside
from motcua.counter.paper_page import pages_of
from motcua.counter.papers_shown import PaperShown, doubted, papers_of
from motcua.counter.printed import documents_about
from motcua.counter.results_shown import cards_of
from motcua.counter.told import events_of, messages_of
from motcua.counter.verb_forms import Refused, verb_forms
from motcua.counter.words import CHANNELS, DELIVERIES, PARTS, VERBS, standing
from motcua.dossiers import actions, queries
from motcua.dossiers.actions.papers import TAKES_PAPERS
from motcua.dossiers.completeness import problems, unseen
from motcua.dossiers.errors import OWN_REFUSALS, Held
from motcua.dossiers.holding import account_of
from motcua.dossiers.interest import own_matter
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Channel, State, Step, Verb
from motcua.foundation.actor import Role
from motcua.foundation.clock import day_of
from motcua.parts.doors import Visit
from motcua.parts.menu import KEEPERS
from motcua.people.queries import known_by_identity
from motcua.procedures.answers import Finding, doubts
from motcua.procedures.pack import Procedure
from motcua.procedures.queries import by_version, calendar_of

# Where an officer works on it, and a second one should see who does.
_WORKED_ON = frozenset({State.SUBMITTED, State.ACCEPTED})
# Whose turn it is, and what they may not do in a matter of their own.
_OWN = {Step.CHECK: (Role.OFFICER, Verb.CHECK), Step.SIGN: (Role.CHAIR, Verb.SIGN)}


def dossier_page(
    request: Visit, dossier_id: UUID, refused: Refused | None = None
) -> dict[str, Any]:
    """The context of the page. Opening it is journalled, and holds it for an officer."""
    dossier = queries.open_for(
        dossier_id=dossier_id, by=request.actor, at=request.at, why=request.GET.get("why", "")
    )
    held = _hold(request, dossier)
    procedure = by_version(dossier.procedure_id)
    language = get_language() or "vi"
    found = _problems(request, dossier)
    groups = shown(dossier, procedure, (*found, *doubts(procedure, dossier.answers)), language)
    papers = papers_of(dossier, procedure, language, found)
    own = _own(request, dossier)
    became = became_of(followed(dossier.pk))
    return {
        **_head(dossier, procedure, language),
        **_acts(request, dossier, refused, groups, papers),
        "held": held,
        "groups": groups,
        "papers": papers,
        "papers_doubted": doubted(papers, procedure),
        "findings": found,
        "pages": pages_of(dossier, language),
        "editing": editing(request, dossier, procedure, found, language),
        "own": own,
        "beside": None if own else _register(request, dossier, procedure),
        "deciding": None if own else deciding(request, dossier, procedure, language, refused),
        **_beside(request, dossier, procedure),
        "dossier_id": dossier.pk,
        "became": became,
        "keeps_residents": request.actor.has(*KEEPERS),
        "events": events_of(dossier, procedure, language, [one.sentence for one in became]),
        "inquiries": inquiries_of(dossier, at=request.at),
        "messages": messages_of(dossier, by=request.actor),
    }


def _beside(request: Visit, dossier: Dossier, procedure: Procedure) -> dict[str, Any]:
    """The term, the fee, and the papers that were made."""
    documents = documents_about(f"dossier:{dossier.pk}", commune=dossier.commune_id)
    calendar = calendar_of(dossier.commune_id)
    return {
        "clock": clock_of(dossier, procedure, at=request.at, calendar=calendar),
        "fees": fees_of(dossier, procedure, by=request.actor, at=request.at),
        "documents": documents,
        "cards": cards_of(dossier, documents, by=request.actor),
        "fresh": request.GET.get("did") == Verb.REPRINT,
    }


def holdable(dossier: Dossier) -> bool:
    """Whether it is on an officer's desk, so that a second officer should keep off."""
    return dossier.where in _WORKED_ON or dossier.at_step == Step.CHECK


def _head(dossier: Dossier, procedure: Procedure, language: str) -> dict[str, Any]:
    parties = sorted(dossier.parties.all(), key=lambda one: list(PARTS).index(one.part))
    return {
        "dossier": dossier,
        "procedure": procedure,
        "title": procedure.title(language),
        "standing": standing(dossier.state, dossier.step),
        "helps": helps_of(dossier),
        "parties": [(PARTS[party.part], party) for party in parties],
        "known": known_by_identity(
            commune=dossier.commune_id, numbers=[one.identity_number for one in parties]
        ),
        "channel": CHANNELS[Channel(dossier.channel)],
        "takes_papers": dossier.where in TAKES_PAPERS,
        "delivery": DELIVERIES.get(dossier.delivery, dossier.delivery),
    }


def _acts(
    request: Visit,
    dossier: Dossier,
    refused: Refused | None,
    groups: Sequence[Group],
    papers: Sequence[PaperShown],
) -> dict[str, Any]:
    forms = verb_forms(dossier, by=request.actor, at=request.at, refused=refused)
    names = {form.verb for form in forms}
    typed = refused.typed if refused and refused.verb == Verb.ASK_FOR_MORE else None
    return {
        "verbs": forms,
        "press": uuid4(),
        "askable": askable(groups, papers, typed) if Verb.ASK_FOR_MORE in names else (),
        "refused": refused,
        "refused_word": VERBS.get(refused.verb, "") if refused else "",
        "kept": refused.kept if refused and refused.verb not in names else (),
        "may_edit": may_edit(request.actor, dossier),
        "again": actions.may_begin_again(dossier) and request.actor.has(*RECEPTION),
        "copy": request.actor.has(*RECEPTION) and actions.may_ask_copy(dossier, request.at),
        "list": _list_of(request),
    }


def _list_of(request: Visit) -> Mapping[str, str] | str:
    """The filters of the list that the dossier was opened from, so that the next one is of it."""
    return request.POST.get("list", "") or request.GET.get("list", "")


def _hold(request: Visit, dossier: Dossier) -> str:
    """Who has it, when another officer does; for an officer it is held from now on."""
    if not request.actor.has(Role.OFFICER) or not holdable(dossier):
        return ""
    try:
        actions.hold(dossier_id=dossier.pk, by=request.actor, at=request.at)
    except Held as refusal:
        return str(refusal)
    dossier.holder_id = account_of(request.actor)
    return ""


def _own(request: Visit, dossier: Dossier) -> str:
    """Why somebody else has to do the next step, when it is the reader's own matter."""
    if dossier.at_step not in _OWN:
        return ""
    role, verb = _OWN[dossier.at_step]
    if not request.actor.has(role) or not own_matter(dossier, by=request.actor):
        return ""
    return str(OWN_REFUSALS[verb]())


def _problems(request: Visit, dossier: Dossier) -> Sequence[Finding]:
    """What still stands in the way of a decision, while there is one to come."""
    if dossier.where is State.IN_PROGRESS and dossier.at_step == Step.CHECK:
        return unseen(dossier)
    if dossier.where not in (State.SUBMITTED, State.AWAITING_SUPPLEMENT, State.ACCEPTED):
        return ()
    return problems(dossier, on=day_of(request.at), at_decision=True)


def _register(request: Visit, dossier: Dossier, procedure: Procedure) -> Beside | None:
    if dossier.at_step != Step.CHECK or not request.actor.has(Role.OFFICER):
        return None
    name = request.GET.get("name")
    return beside(dossier, procedure, name=name, by=request.actor, at=request.at)
