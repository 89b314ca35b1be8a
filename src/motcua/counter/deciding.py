"""What the decision will write and state, where no entry is picked: births, deaths, a status."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from motcua.counter.paper_page import terms_written
from motcua.counter.verb_forms import Refused
from motcua.dossiers.findings import facts_of
from motcua.dossiers.models import Dossier
from motcua.dossiers.stated import open_terms
from motcua.dossiers.states import Step, Verb
from motcua.foundation.actor import Role
from motcua.parts.asking import question_of
from motcua.parts.doors import Visit
from motcua.parts.questions import Question, ask
from motcua.procedures.answers import MOST_LETTERS, clean, visible
from motcua.procedures.kinds import KINDS
from motcua.procedures.pack import Field, Procedure, Source
from motcua.procedures.result import (
    FOR_ONE,
    PLACE,
    Written,
    book_to_pick,
    entries_of,
    must_pick,
    paperwork,
)
from motcua.registers.kinds import book

_PREFIX = "stated-"
_WHY = "check-reason"


@dataclass(frozen=True, slots=True)
class Deciding:
    """The papers that follow, the entries by their book, and what the officer states."""

    papers: Sequence[tuple[str, int]]
    entries: Sequence[tuple[str, Sequence[tuple[str, str]]]]
    questions: Sequence[Question]
    open_terms: Sequence[Question]
    reason: Question
    refused: bool = False


def deciding(
    request: Visit,
    dossier: Dossier,
    procedure: Procedure,
    language: str,
    refused: Refused | None = None,
) -> Deciding | None:
    """For the officer at the check of a procedure that needs no entry; else None."""
    if dossier.at_step != Step.CHECK or not request.actor.has(Role.OFFICER):
        return None
    if must_pick(procedure) and book_to_pick(procedure, dossier.answers) is not None:
        return None
    written = entries_of(procedure, dossier.answers, facts_of(dossier, request.at))
    papers = paperwork(procedure, dossier.answers)
    again = refused if refused and refused.verb == Verb.CHECK else None
    desk = _Desk(dossier, language, again.typed if again else {}, _wrongs(again))
    return Deciding(
        papers=[(paper.words["vi"].label, copies) for paper, copies in papers],
        entries=[_shown(one) for one in written],
        questions=[desk.question(one) for one in _stated(dossier, procedure)],
        open_terms=[desk.question(one) for one in open_terms(procedure)],
        reason=_reason(again),
        refused=again is not None,
    )


@dataclass(frozen=True, slots=True)
class _Desk:
    """What the officer sees of a question: the person's word, or what was typed and refused."""

    dossier: Dossier
    language: str
    typed: Mapping[str, str]
    wrong: Mapping[str, str]

    def question(self, field: Field) -> Question:
        """The question as the officer states it."""
        said = self.dossier.answers.get(field.name, "")
        made = question_of(field, said, language=self.language, at_desk=True)
        name = f"{_PREFIX}{field.name}"
        value, error = self.typed.get(name, made.value), self.wrong.get(field.name, "")
        return replace(made, name=name, value=value, error=error, when=None)


def _wrongs(refused: Refused | None) -> Mapping[str, str]:
    """What is wrong with each answer that was stated, for beside it."""
    found = refused.refusal.facts.get("problems") if refused else None
    problems = found if isinstance(found, list) else []
    return {one.field: str(one.sentence) for one in reversed(problems)}


def _reason(refused: Refused | None) -> Question:
    """Why something reads otherwise than the person said."""
    missing = refused is not None and refused.refusal.field == _WHY
    return ask(
        "text",
        _WHY,
        _("Why it reads otherwise"),
        help=_("Only if you changed something: which record says so."),
        value=refused.typed.get(_WHY, "") if refused else "",
        error=str(refused.refusal) if refused and missing else "",
        need="optional",
    )


def stated(procedure: Procedure, dossier: Dossier, form: Mapping[str, str]) -> dict[str, str]:
    """What the officer wrote otherwise than the person did, in its stored form."""
    typed = {
        name.removeprefix(_PREFIX): value
        for name, value in form.items()
        if name.startswith(_PREFIX)
    }
    said = clean(procedure, typed)
    for term in open_terms(procedure):
        said[term.name] = KINDS[term.kind].clean(typed.get(term.name, "")[:MOST_LETTERS])
    return {name: value for name, value in said.items() if value != dossier.answers.get(name, "")}


def _stated(dossier: Dossier, procedure: Procedure) -> list[Field]:
    """The answers that go into the book or onto the paper, to be stated as the records have them.

    Where a book is written, the papers print the book.
    """
    writes = procedure.result.writes
    tables = [row.content for row in writes]
    tables += [paper.prints for paper, _copies in paperwork(procedure, dossier.answers)]
    sources = [source for table in tables for source in table.values()]
    names = {name for source in sources for name in _names(source)}
    meanings = {source.key for source in sources if source.kind == "means"}
    shown = visible(procedure, dossier.answers)
    return [one for one in shown if one.name in names or (writes and one.means in meanings)]


def _names(source: Source) -> Sequence[str]:
    """The questions that a source looks at."""
    if source.kind == "text":
        return [*PLACE.findall(source.key), *(name for name, _one in FOR_ONE.findall(source.key))]
    if source.kind in ("answer", "join"):
        return [name.strip() for name in source.key.split(",")]
    return ()


def _shown(written: Written) -> tuple[str, Sequence[tuple[str, str]]]:
    """The book, and the lines that go into it."""
    return book(written.book).title, terms_written(written.book, written.content)
