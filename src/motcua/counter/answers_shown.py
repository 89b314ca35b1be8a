"""What was answered, by whom and by what right; what is open stands out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from motcua.counter.words import RIGHTS
from motcua.dossiers.models import Dossier
from motcua.parts.asking import question_of, spoken
from motcua.procedures.answers import Finding, visible
from motcua.procedures.pack import Field, Procedure
from motcua.procedures.wording import Mark


@dataclass(frozen=True, slots=True)
class Answer:
    """One line: what was asked, what was said, by whom; `open` when it is still to be answered."""

    name: str
    label: str
    value: str
    author: str
    open: bool
    wrong: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Group:
    """The answers of one section of the form; `author` when they are all of one hand."""

    label: str
    answers: Sequence[Answer]

    @property
    def author(self) -> str:
        """Who said all of it; "" when several did, or nobody."""
        hands = {one.author for one in self.answers if one.author}
        return hands.pop() if len(hands) == 1 else ""


def shown(
    dossier: Dossier, procedure: Procedure, findings: Sequence[Finding], language: str
) -> list[Group]:
    """The questions that were asked, section by section, with what was answered."""
    wrong = {one.field: str(one.sentence) for one in reversed(findings)}
    asked = {field.name for field in visible(procedure, dossier.answers)}
    groups = []
    for section in procedure.form.sections:
        answers = [
            _answer(field, dossier, wrong, language)
            for field in section.fields
            if field.name in asked and field.kind != "declaration"
        ]
        if answers:
            groups.append(Group(spoken(section.words, language).label, answers))
    return groups


def _answer(field: Field, dossier: Dossier, wrong: Mapping[str, str], language: str) -> Answer:
    author = dossier.authors.get(field.name, {})
    return Answer(
        name=field.name,
        label=label_of(field, language),
        value=written(field, dossier.answers.get(field.name, ""), language),
        author=_author(author),
        open=field.name in dossier.unknown,
        wrong=wrong.get(field.name, ""),
        mark=field.mark,
    )


def label_of(field: Field, language: str) -> str:
    """What the desk calls a field: the word of the law."""
    words = spoken(field.words, language)
    return words.term or words.label


def written(field: Field, value: str, language: str) -> str:
    """A stored value as people write it: the word of a choice, the day as day/month/year."""
    if not value:
        return ""
    if field.kind == "yes_no":
        return _("Yes") if value == "yes" else _("No")
    question = question_of(field, value, language=language)
    return next((word for code, word in question.choices if code == value), question.value)


def _author(said: Mapping[str, str]) -> str:
    if not said:
        return ""
    right = RIGHTS.get(said.get("right", ""), said.get("right", ""))
    return f"{said['name']} · {right}" if said.get("name") else str(right)
