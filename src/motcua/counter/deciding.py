"""What the decision will write and state, where no entry is picked: births, deaths, a status."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.functional import Promise

from motcua.counter.paper_page import term_written
from motcua.dossiers.findings import facts_of
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Step
from motcua.foundation.actor import Role
from motcua.parts.asking import question_of
from motcua.parts.doors import Visit
from motcua.parts.questions import Question
from motcua.procedures.answers import clean, visible
from motcua.procedures.pack import Procedure
from motcua.procedures.result import book_to_pick, entry_content, paperwork
from motcua.registers.content import TERMS

_PREFIX = "stated-"


@dataclass(frozen=True, slots=True)
class Deciding:
    """The papers that follow, the lines that go into a book, and what the officer states."""

    papers: Sequence[tuple[str, int]]
    lines: Sequence[tuple[str | Promise, str]]
    questions: Sequence[Question]


def deciding(
    request: Visit, dossier: Dossier, procedure: Procedure, language: str
) -> Deciding | None:
    """For the officer at the check of a procedure that needs no entry; else None."""
    if dossier.at_step != Step.CHECK or not request.actor.has(Role.OFFICER):
        return None
    if book_to_pick(procedure, dossier.answers) is not None:
        return None
    content = entry_content(procedure, dossier.answers, facts_of(dossier, request.at))
    papers = paperwork(procedure, dossier.answers)
    return Deciding(
        papers=[(paper.words["vi"].label, copies) for paper, copies in papers],
        lines=_lines(procedure, content),
        questions=[] if content else _stated(dossier, procedure, language),
    )


def stated(procedure: Procedure, dossier: Dossier, form: Mapping[str, str]) -> dict[str, str]:
    """What the officer wrote otherwise than the person did, in its stored form."""
    typed = {
        name.removeprefix(_PREFIX): value
        for name, value in form.items()
        if name.startswith(_PREFIX)
    }
    said = clean(procedure, typed)
    return {name: value for name, value in said.items() if value != dossier.answers.get(name, "")}


def _stated(dossier: Dossier, procedure: Procedure, language: str) -> list[Question]:
    """The answers that the paper prints, for the officer to state as the register has them."""
    printed = {
        name.strip()
        for paper, _copies in paperwork(procedure, dossier.answers)
        for source in paper.prints.values()
        if source.kind in ("answer", "join")
        for name in source.key.split(",")
    }
    shown = visible(procedure, dossier.answers)
    fields = [one for one in shown if one.name in printed]
    asked = (
        question_of(one, dossier.answers.get(one.name, ""), language=language, at_desk=True)
        for one in fields
    )
    return [replace(one, name=f"{_PREFIX}{one.name}", when=None) for one in asked]


def _lines(procedure: Procedure, content: dict[str, str]) -> list[tuple[str | Promise, str]]:
    if procedure.result.writes is None:
        return []
    terms = TERMS[procedure.result.writes.book]
    return [
        (term.words, term_written(term.key, content[term.key]))
        for term in terms
        if content.get(term.key)
    ]
