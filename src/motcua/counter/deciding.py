"""What the decision will write and state, where no entry is picked: births, deaths, a status."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from motcua.counter.doubles_shown import LikeThis, like_draft
from motcua.counter.evidence import EvidenceShown, evidence_shown
from motcua.counter.paper_page import terms_written
from motcua.counter.verb_forms import Refused
from motcua.dossiers.evidence import Evidence, evidence_of, proposed
from motcua.dossiers.findings import facts_of
from motcua.dossiers.models import Dossier
from motcua.dossiers.stated import open_terms
from motcua.dossiers.states import Step, Verb
from motcua.foundation.actor import Role
from motcua.foundation.clock import day_of
from motcua.parts.asking import question_of
from motcua.parts.doors import Visit
from motcua.parts.questions import Question, ask
from motcua.procedures.answers import MOST_LETTERS, clean, visible
from motcua.procedures.kinds import KINDS
from motcua.procedures.marks import part_mark
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
from motcua.procedures.wording import Mark
from motcua.registers.kinds import book
from motcua.registers.sameness import Event

_PREFIX = "stated-"
_WHY = "check-reason"


@dataclass(frozen=True, slots=True)
class Deciding:
    """The papers that follow, the entries by their book, and what the officer states.

    `statement` is the law's sentence that follows from the records, `mark` how sure its words are,
    `changed` whether the records read otherwise than the person said.
    `resembling` are entries that are in the books already and may be the same event.
    """

    papers: Sequence[tuple[str, int]]
    entries: Sequence[tuple[str, Sequence[tuple[str, str]]]]
    questions: Sequence[Question]
    open_terms: Sequence[Question]
    reason: Question
    evidence: EvidenceShown | None = None
    statement: str = ""
    mark: Mark = "verified"
    changed: bool = False
    resembling: Sequence[LikeThis] = ()
    refused: bool = False

    @property
    def contradicted(self) -> bool:
        """Whether a record speaks against it: then it takes a word why, and more than a key."""
        return self.evidence is not None and self.evidence.contradictions > 0

    @property
    def to_put_right(self) -> Sequence[Question]:
        """What was typed wrongly or left out: it stands far below the word that says so."""
        asked = (*self.open_terms, *self.questions, self.reason)
        return [one for one in asked if one.error]


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
    again = refused if refused and refused.verb == Verb.CHECK else None
    by, at = request.actor, request.at
    found = evidence_of(dossier, procedure, dossier.answers, by=by, at=at)
    taken = {**dossier.answers, **proposed(procedure, found)}
    written = entries_of(procedure, taken, facts_of(dossier, at))
    desk = _Desk(taken, language, again.typed if again else {}, _wrongs(again))
    shown = evidence_shown(found) if found else None
    return Deciding(
        papers=[(paper.words["vi"].label, copies) for paper, copies in paperwork(procedure, taken)],
        entries=[_shown(one) for one in written],
        questions=[desk.question(one) for one in _stated(dossier, procedure, taken)],
        open_terms=[desk.question(one) for one in open_terms(procedure)],
        reason=_reason(again, shown, changed=taken != dossier.answers),
        evidence=shown,
        statement=_statement(found, written),
        mark=part_mark(procedure, "result"),
        changed=taken != dossier.answers,
        resembling=[like for one in written for like in _resembling(request, dossier, one)],
        refused=again is not None,
    )


def _statement(found: Evidence | None, written: Sequence[Written]) -> str:
    """The plain statement that follows from the records, in the words of the law."""
    if found is None or found.proposal is None:
        return ""
    return next((one.content.get("status", "") for one in written if one.book == found.book), "")


@dataclass(frozen=True, slots=True)
class _Desk:
    """What the officer sees of a question: the person's word or that of the records, or what was
    typed and refused."""

    answers: Mapping[str, str]
    language: str
    typed: Mapping[str, str]
    wrong: Mapping[str, str]

    def question(self, field: Field) -> Question:
        """The question as the officer states it."""
        said = self.answers.get(field.name, "")
        made = question_of(field, said, language=self.language, at_desk=True)
        name = f"{_PREFIX}{field.name}"
        value, error = self.typed.get(name, made.value), self.wrong.get(field.name, "")
        return replace(made, name=name, value=value, error=error, when=None)


def _wrongs(refused: Refused | None) -> Mapping[str, str]:
    """What is wrong with each answer that was stated, for beside it."""
    found = refused.refusal.facts.get("problems") if refused else None
    problems = found if isinstance(found, list) else []
    return {one.field: str(one.sentence) for one in reversed(problems)}


def _reason(refused: Refused | None, shown: EvidenceShown | None, *, changed: bool) -> Question:
    """Why it reads otherwise than the person said, or is right although a record contradicts."""
    missing = refused is not None and refused.refusal.field == _WHY
    error = str(refused.refusal) if refused and missing else ""
    typed = refused.typed.get(_WHY, "") if refused else ""
    if shown is not None and shown.contradictions:
        label = _("What you decided, and why")
        told = _("Say what you looked at. It stays with the dossier.")
        return ask("text", _WHY, label, help=told, value=typed, error=error, maxlength=500)
    value = typed or (_from_records(shown) if changed and refused is None else "")
    label = _("Why it reads otherwise")
    told = _("Only if you changed something: which record says so.")
    return ask("text", _WHY, label, help=told, value=value, error=error, need="optional")


def _from_records(shown: EvidenceShown | None) -> str:
    """What was filled in from the records names them, so that nobody types it."""
    sources = shown.sources if shown else ()
    return _("From the records: %(sources)s") % {"sources": "; ".join(sources)} if sources else ""


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


def _stated(dossier: Dossier, procedure: Procedure, taken: Mapping[str, str]) -> list[Field]:
    """The answers that go into the book or onto the paper, to be stated as the records have them.

    Where a book is written, the papers print the book.
    """
    writes = procedure.result.writes
    tables = [row.content for row in writes]
    tables += [paper.prints for paper, _copies in paperwork(procedure, taken)]
    sources = [source for table in tables for source in table.values()]
    names = {name for source in sources for name in _names(source)}
    meanings = {source.key for source in sources if source.kind == "means"}
    asked = {one.name for said in (dossier.answers, taken) for one in visible(procedure, said)}
    shown = [one for one in procedure.form.fields if one.name in asked]
    return [one for one in shown if one.name in names or (writes and one.means in meanings)]


def _names(source: Source) -> Sequence[str]:
    """The questions that a source looks at."""
    if source.kind == "text":
        return [*PLACE.findall(source.key), *(name for name, _one in FOR_ONE.findall(source.key))]
    if source.kind in ("answer", "join"):
        return [name.strip() for name in source.key.split(",")]
    return ()


def _resembling(request: Visit, dossier: Dossier, written: Written) -> list[LikeThis]:
    """Looked for before the decision: afterwards there would be two entries."""
    event = Event(written.content, day_of(request.at))
    why, by = f"dossier:{dossier.pk}", request.actor
    return like_draft(
        written.book, [event], commune=dossier.commune_id, by=by, at=request.at, why=why
    )


def _shown(written: Written) -> tuple[str, Sequence[tuple[str, str]]]:
    """The book, and the lines that go into it."""
    return book(written.book).title, terms_written(written.book, written.content)
