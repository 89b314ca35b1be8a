"""What the officer states at the check, otherwise than the person said or where nobody could.

A name of a question (``child_name``) is the answer as the records have it; a name with a dot
(``child.identity``) is a term of the book that no question fills.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from motcua.dossiers.errors import AnswersMissing, CorrectionUnexplained
from motcua.dossiers.models import Dossier
from motcua.foundation.actor import Actor
from motcua.procedures.answers import Finding, check
from motcua.procedures.kinds import KINDS
from motcua.procedures.pack import Field, Procedure, Words
from motcua.procedures.speech import sentence
from motcua.registers.kinds import Term, book

Stated = Mapping[str, str]
_KINDS = {"identity": "identity_number", "birth": "partial_date", "date": "partial_date"}


def answers_with(dossier: Dossier, stated: Stated) -> dict[str, str]:
    """The person's answers, with those that the officer states in their place."""
    return {**dossier.answers, **{name: said for name, said in stated.items() if "." not in name}}


def terms_of(stated: Stated) -> dict[str, str]:
    """The terms of the book that the officer filled in."""
    return {name: said for name, said in stated.items() if "." in name and said}


def open_terms(procedure: Procedure) -> tuple[Field, ...]:
    """The terms that the procedure writes into its book and asks nobody for, as questions."""
    terms = {
        name: book(writes.book).terms[name]
        for writes in procedure.result.writes
        for name in book(writes.book).open
        if name not in writes.content
    }
    return tuple(map(_question, terms.values()))


def refuse_wrong(
    dossier: Dossier, procedure: Procedure, stated: Stated, *, reason: str, on: date
) -> None:
    """AnswersMissing for what cannot go into a book; CorrectionUnexplained without a why."""
    if not stated:
        return
    answers = answers_with(dossier, stated)
    found = [*check(procedure, answers, on=on, at_decision=True).blocking]
    for field in open_terms(procedure):
        said = stated.get(field.name, "")
        wrong = KINDS[field.kind].wrong(field, said) if said else None
        if wrong:
            found.append(Finding(field.name, wrong.code, sentence(wrong, field)))
    if found:
        raise AnswersMissing(problems=found)
    if not reason.strip() and any("." not in name for name in stated):
        raise CorrectionUnexplained("check-reason")


def corrections(
    dossier: Dossier, stated: Stated, *, reason: str, by: Actor
) -> list[dict[str, Any]]:
    """Each one as it is kept: about what, from what, to what, by whom and why."""
    return [
        {
            "about": name,
            "before": dossier.answers.get(name, ""),
            "after": said,
            "by": by.id,
            "name": by.name,
            "why": reason.strip(),
        }
        for name, said in sorted(stated.items())
    ]


def _question(term: Term) -> Field:
    said = {one: Words(label=word, term=word) for one, word in term.called.items()}
    kind = _KINDS.get(term.key.rpartition(".")[2], "text")
    return Field(name=term.key, kind=kind, need="optional", words=said)
