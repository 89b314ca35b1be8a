"""The page of one's own dossier: where it is, what happened, what one may do."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import uuid4

from django.utils.translation import gettext as _

from motcua.dossiers import actions
from motcua.dossiers.codes import spoken
from motcua.dossiers.models import Dossier, DossierEvent
from motcua.dossiers.queries import buttons, history
from motcua.dossiers.states import State, Verb
from motcua.dossiers.words import STATES
from motcua.foundation.actor import Actor
from motcua.helping.queries import help_of
from motcua.notifications.queries import messages_about
from motcua.parts.formats import moment
from motcua.parts.states import mark_of
from motcua.portal.ended import ended_papers
from motcua.portal.hands_shown import hands
from motcua.portal.papers import FileShown, shown
from motcua.portal.reviewing import review
from motcua.portal.supplementing import answered, paper_words
from motcua.portal.words import ACTS, MEANING, OFFICES
from motcua.procedures.pack import Procedure
from motcua.procedures.queries import by_version
from motcua.results.models import Document
from motcua.results.queries import papers_about

# While it is under way and not yet signed, a forgotten paper may still be added.
TAKES_PAPERS = (State.SUBMITTED, State.ACCEPTED, State.IN_PROGRESS)
_ENDED = (State.DONE, State.HANDED_OVER)


@dataclass(frozen=True, slots=True)
class Line:
    """One dossier in the list of one's own; `until` is when a draft is let go."""

    dossier: Dossier
    title: str
    word: str
    code: str
    until: datetime


def story(dossier: Dossier, *, by: Actor, at: datetime) -> dict[str, Any]:
    """The names that the page of one's own dossier needs."""
    events, procedure = history(dossier), by_version(dossier.procedure_id)
    ended = ended_papers(dossier)
    return {
        "hands": hands(dossier),
        "mine_alone": help_of(by) is not None or not dossier.helped,
        "dossier": dossier,
        "code": spoken(dossier.code),
        "officer": dossier.officer.name if dossier.officer else "",
        "review": review(dossier, at),
        "word": STATES[dossier.where],
        "meaning": MEANING[dossier.where],
        "reason": _reason(dossier, events),
        "events": timeline(dossier, events),
        "messages": messages_about(
            f"dossier:{dossier.pk}", by=replace(by, commune=dossier.commune_id)
        ),
        "answers": answered(procedure, dossier.answers),
        "papers": _papers(dossier, procedure),
        "may_attach": dossier.where in TAKES_PAPERS and bool(procedure.papers),
        "documents": documents(dossier),
        "ended": ended,
        "outdated": {result.document_id: result for result in ended},
        "again": uuid4() if actions.may_begin_again(dossier) else None,
        "copy": uuid4() if actions.may_ask_copy(dossier, at) else None,
        "verbs": {rule.verb.value for rule in buttons(dossier, by=by)},
    }


def documents(dossier: Dossier) -> Sequence[Document]:
    """The signed papers, once they are the person's: decided, sealed and paid for."""
    if dossier.where not in _ENDED or dossier.refused or dossier.fee_paid < dossier.fee_due:
        return []
    papers = papers_about(f"dossier:{dossier.pk}", commune=dossier.commune_id)
    ready = Document.State.READY
    return [one for one in papers if one.kind == Document.Kind.RESULT and one.state == ready]


def timeline(
    dossier: Dossier, events: Sequence[DossierEvent]
) -> list[tuple[str, object, str, object]]:
    """What was done, when and by which office; the step to come stands last."""
    done: list[tuple[str, object, str, object]] = [
        (mark_of(event.after).shape, ACTS[event.verb], moment(event.at), OFFICES.get(event.who, ""))
        for event in events
        if event.verb != Verb.KEEP
    ]
    if dossier.due_at and dossier.where in (State.ACCEPTED, State.IN_PROGRESS):
        due = _("expected by %(when)s") % {"when": moment(dossier.due_at)}
        done.append(("circle", _("The result"), "", due))
    return done


def _reason(dossier: Dossier, events: Sequence[DossierEvent]) -> str:
    """The office's last written reason, while it is what the person has to know."""
    if dossier.where not in (State.NOT_ACCEPTED, State.HALTED, State.DONE):
        return ""
    if dossier.where == State.DONE and not dossier.refused:
        return ""
    return next((event.reason for event in reversed(events) if event.reason), "")


def _papers(dossier: Dossier, procedure: Procedure) -> list[tuple[str, str, list[FileShown]]]:
    """What each handed-in paper is called, how it came, and its files."""
    called = paper_words(procedure)
    return [
        (called.get(one.name, one.name), one.source, [shown(file) for file in one.files.all()])
        for one in dossier.papers.prefetch_related("files")
    ]
