"""The page of the form: its questions, its papers, and all that is to be said about them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID, uuid4

from django.utils.crypto import salted_hmac

from motcua.dossiers.expiring import kept_until
from motcua.dossiers.models import Dossier
from motcua.foundation import telephone
from motcua.foundation.clock import day_of
from motcua.parts.asking import Sheet, answered, borrowed, sourced
from motcua.parts.catalogue import fee_lines, title_of
from motcua.parts.doors import Visit
from motcua.parts.environment import speaks
from motcua.parts.letterhead import letterhead_of
from motcua.parts.questions import Question
from motcua.portal.blank_form import blank_papers, blank_sheets
from motcua.portal.earlier import earlier
from motcua.portal.filing import Filed
from motcua.portal.hands_shown import sources
from motcua.portal.listening import sounding_papers, tongues_shown
from motcua.portal.papers import PaperAsked, papers_asked
from motcua.portal.prefill import NOTHING_KNOWN, Prefilled, marked
from motcua.portal.rare import rare_address
from motcua.portal.reading import Posted
from motcua.portal.sealing import whose
from motcua.portal.visitor import holder
from motcua.procedures.answers import Finding, Findings, check
from motcua.procedures.pack import Procedure


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What stands in the form when the page is drawn."""

    id: UUID
    answers: Mapping[str, str]
    unknown: frozenset[str] = frozenset()
    draft: Dossier | None = None
    blocking: Sequence[Finding] = ()
    paper_errors: Mapping[str, str] = field(default_factory=dict)
    known: Prefilled = NOTHING_KNOWN
    judged: bool = False


def empty_form(filled: Prefilled) -> Content:
    """A form that nobody has begun; its number is made now, so that a resend is the same."""
    return Content(id=uuid4(), answers=filled.values, known=filled)


def of_draft(draft: Dossier) -> Content:
    """A draft as the person left it."""
    return Content(
        id=draft.pk, answers=draft.answers, unknown=frozenset(draft.unknown), draft=draft
    )


def judged(draft: Dossier, blocking: Sequence[Finding]) -> Content:
    """A draft with everything that is to be put right before it can be handed in."""
    return replace(of_draft(draft), blocking=blocking, judged=True)


def with_mistakes(sent: Posted, filed: Filed) -> Content:
    """What was just sent, with everything that is to be put right at once."""
    return Content(
        id=filed.dossier.pk,
        answers=sent.answers,
        unknown=sent.unknown,
        draft=filed.dossier,
        blocking=filed.findings,
        paper_errors=filed.paper_errors,
        judged=True,
    )


def form_page(visit: Visit, procedure: Procedure, content: Content) -> dict[str, Any]:
    """The names that the template of the form needs."""
    asked = _sheets(visit, procedure, content)
    papers = _papers(procedure, content)
    return {
        "procedure": procedure,
        "title": title_of(procedure),
        "content": content,
        "until": kept_until(content.draft) if content.draft else None,
        "sheets": asked,
        **earlier(procedure, content.answers),
        "papers": papers,
        "tongues": tongues_shown(visit),
        "mistakes": [*_named(asked), *papers],
        "fees": fee_lines(procedure, visit.at),
        "was_known": "" if "shell" in visit.GET else whose(visit),
        "typed": typed(visit, procedure, content),
    }


def typed(visit: Visit, procedure: Procedure, content: Content) -> dict[str, str]:
    """For the scripts that keep what was typed: which form it is, of what, and whose.

    A form with mistakes is kept here already, as it was sent.
    """
    what = {
        "data-draft": procedure.code,
        "data-title": title_of(procedure).short,
        "data-rare": rare_address(speaks()),
    }
    if number := letterhead_of(visit).phone:
        what["data-phone"] = telephone.written(number)
    if "shell" in visit.GET:
        return what
    who = whose(visit) or salted_hmac("motcua.portal.typed", holder(visit).id).hexdigest()[:16]
    return what | {
        "data-typed": str(content.draft.pk) if content.draft else visit.path,
        "data-who": who,
        **({"data-judged": "1"} if content.judged else {}),
        **({"data-fresh": "1"} if "new" in visit.GET else {}),
    }


def _named(asked: Sequence[Sheet]) -> list[Question]:
    """The questions as the list of mistakes names them: a pack's sentence says whose it is."""
    return [replace(one, label="") for sheet in asked for one in sheet.questions if one.error]


def _sheets(visit: Visit, procedure: Procedure, content: Content) -> tuple[Sheet, ...]:
    findings = _judged(visit, procedure, content) if content.judged else None
    blank = blank_sheets(procedure)
    asked = answered(blank, content.answers, findings=findings, unknown=content.unknown)
    asked = marked(borrowed(asked) if visit.help else asked, content.known)
    return sourced(asked, sources(content.draft)) if content.draft else asked


def _judged(visit: Visit, procedure: Procedure, content: Content) -> Findings:
    advice = check(procedure, content.answers, on=day_of(visit.at), unknown=content.unknown).advice
    return Findings(tuple(content.blocking), advice)


def _papers(procedure: Procedure, content: Content) -> tuple[PaperAsked, ...]:
    missing = {
        one.field: str(one.sentence) for one in content.blocking if one.field.startswith("paper:")
    }
    errors = {**missing, **content.paper_errors}
    if content.draft is None and not content.unknown and not errors:
        return blank_papers(procedure)
    asked = papers_asked(procedure, dossier=content.draft, unknown=content.unknown, errors=errors)
    return sounding_papers(asked, procedure)
