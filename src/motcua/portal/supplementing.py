"""What was asked for again: only that is typed, each with its reason beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import get_language

from motcua.dossiers.models import Dossier
from motcua.foundation.refusal import Refusal
from motcua.parts.asking import question_of, spoken
from motcua.parts.catalogue import title_of
from motcua.parts.doors import Visit
from motcua.parts.questions import Question
from motcua.portal.papers import PaperAsked, papers_asked
from motcua.procedures.answers import Finding, visible
from motcua.procedures.pack import Procedure
from motcua.procedures.queries import by_version


def bringing(visit: Visit, dossier: Dossier) -> dict[str, Any]:
    """For the script that keeps what is brought on the phone, and sends it by the outbox."""
    title = title_of(by_version(dossier.procedure_id)).short
    typed = {"data-brings": dossier.pk, "data-path": visit.path}
    return {"dossier": dossier, "title": title, "typed": typed}


def supplement_page(
    dossier: Dossier,
    *,
    answers: Mapping[str, str] | None = None,
    findings: Sequence[Finding] = (),
    errors: Mapping[str, str] | None = None,
    refusal: Refusal | None = None,
) -> dict[str, Any]:
    """The asked fields and papers to fill in, and all else to read."""
    procedure = by_version(dossier.procedure_id)
    reasons = {item["about"].removeprefix("field:"): item["reason"] for item in dossier.asked}
    wrong = {**{one.field: str(one.sentence) for one in findings}, **(errors or {})}
    given = {**dossier.answers, **(answers or {})}
    questions = _questions(procedure, given, reasons, wrong)
    papers = _papers(procedure, dossier, reasons, wrong)
    named = {*reasons, *(paper.name for paper in papers)}
    return {
        "dossier": dossier,
        "refusal": refusal,
        "procedure": procedure,
        "questions": questions,
        "papers": papers,
        "mistakes": [*questions, *papers],
        "elsewhere": [one for one in findings if one.field not in named],
        "others": [pair for pair in answered(procedure, given) if pair[0] not in reasons],
    }


def answered(procedure: Procedure, answers: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Field name, question and answer in words, of everything that was answered."""
    language = get_language() or "vi"
    found = []
    for field in visible(procedure, answers):
        if answers.get(field.name) and field.kind != "declaration":
            question = question_of(field, answers[field.name], language=language)
            words = dict(question.choices).get(question.value, question.value)
            found.append((field.name, question.label, words))
    return found


def _questions(
    procedure: Procedure,
    answers: Mapping[str, str],
    reasons: Mapping[str, str],
    wrong: Mapping[str, str],
) -> list[Question]:
    language = get_language() or "vi"
    return [
        question_of(
            procedure.form.by_name[name],
            answers.get(name, ""),
            language=language,
            advice=reason,
            error=wrong.get(name, ""),
        )
        for name, reason in reasons.items()
        if name in procedure.form.by_name
    ]


def _papers(
    procedure: Procedure, dossier: Dossier, reasons: Mapping[str, str], wrong: Mapping[str, str]
) -> list[PaperAsked]:
    every = papers_asked(procedure, dossier=dossier, unknown=(), errors=wrong, helped=False)
    return [
        replace(paper, reason=reasons[paper.name], when=None, only_if="")
        for paper in every
        if paper.name in reasons
    ]


def paper_words(procedure: Procedure) -> dict[str, str]:
    """What each paper of a procedure is called."""
    language = get_language() or "vi"
    return {paper.name: spoken(paper.words, language).label for paper in procedure.papers}
