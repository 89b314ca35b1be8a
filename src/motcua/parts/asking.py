"""From the form of a procedure to what stands on the page, in the reader's language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.utils.translation import get_language

from motcua.foundation.partial_date import PartialDate
from motcua.parts.only_if import only_if
from motcua.parts.questions import Question
from motcua.procedures.answers import Finding, Findings
from motcua.procedures.conditions import exported
from motcua.procedures.lists import ethnic_names, nationality_names
from motcua.procedures.pack import Field, Form
from motcua.procedures.wording import Said, Words

_NONE: frozenset[str] = frozenset()
_FIRST = ("VN",)
# A browser may fill in what is the person's own, and nobody else's name or address (WCAG 1.3.5).
_OWN = {
    "filer.name": "name",
    "filer.phone": "tel",
    "filer.email": "email",
    "filer.address": "street-address",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A section of the form: its heading and its questions; `condition` as the script reads it, and
    `only_if` as a person reads it where no script runs."""

    name: str
    label: str
    help: str
    questions: tuple[Question, ...]
    condition: Mapping[str, object] | None = field(default=None, hash=False)
    only_if: str = ""

    @property
    def blank(self) -> bool:
        """Whether nobody has answered any of it."""
        return all(one.blank for one in self.questions)


def sheets(
    form: Form,
    answers: Mapping[str, str],
    *,
    findings: Findings | None = None,
    unknown: frozenset[str] = _NONE,
    helped: bool = True,
    at_desk: bool = False,
) -> tuple[Sheet, ...]:
    """The whole form with what was answered, as `unanswered` and `answered` make it."""
    blank = unanswered(form, helped=helped, at_desk=at_desk)
    return answered(blank, answers, findings=findings, unknown=unknown)


def unanswered(form: Form, *, helped: bool = True, at_desk: bool = False) -> tuple[Sheet, ...]:
    """The whole form, every question of it: what is not asked now, the script hides.

    `helped` offers "I don't know, help me at the counter". `at_desk` speaks in the words of the
    law instead of plain questions.
    """
    language = get_language() or "vi"
    made = []
    for section in form.sections:
        words = spoken(section.words, language)
        questions = tuple(
            question_of(
                field,
                field.default,
                language=language,
                unknown=False if helped and _may_be_unknown(field) else None,
                at_desk=at_desk,
                only_if="" if at_desk else only_if(form, field.when, language),
            )
            for field in section.fields
        )
        said = "" if at_desk else only_if(form, section.when, language)
        when = exported(section.when)
        made.append(Sheet(section.name, words.label, words.help, questions, when, said))
    return tuple(made)


def answered(
    blank: tuple[Sheet, ...],
    answers: Mapping[str, str],
    *,
    findings: Findings | None = None,
    unknown: frozenset[str] = _NONE,
) -> tuple[Sheet, ...]:
    """The same form, with the answers, what is to be said about them, and what is not known."""
    wrong = _by_field(findings.blocking if findings else ())
    advice = _by_field(findings.advice if findings else ())

    def told(one: Question) -> Question:
        typed = as_typed(one.kind, answers[one.name]) if one.name in answers else one.value
        lost = one.unknown if one.unknown is None else one.name in unknown
        said = (typed, wrong.get(one.name, ""), advice.get(one.name, ""), lost)
        if said == (one.value, one.error, one.advice, one.unknown):
            return one
        return replace(one, value=said[0], error=said[1], advice=said[2], unknown=lost)

    return tuple(
        sheet if questions == sheet.questions else replace(sheet, questions=questions)
        for sheet in blank
        for questions in (tuple(told(one) for one in sheet.questions),)
    )


def sourced(made: tuple[Sheet, ...], sources: Mapping[str, str]) -> tuple[Sheet, ...]:
    """The same form, with what `sources` says by name of a field beneath its answer."""
    if not sources:
        return made
    return tuple(
        replace(
            sheet,
            questions=tuple(
                replace(one, source=sources[one.name]) if one.name in sources else one
                for one in sheet.questions
            ),
        )
        for sheet in made
    )


def borrowed(made: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """The same form on a telephone of somebody else: its browser fills nothing in of its owner, and
    keeps nothing of who is helped."""
    return tuple(
        replace(sheet, questions=tuple(replace(one, autocomplete="off") for one in sheet.questions))
        for sheet in made
    )


def question_of(
    field: Field,
    value: str,
    *,
    language: str,
    error: str = "",
    advice: str = "",
    unknown: bool | None = None,
    at_desk: bool = False,
    only_if: str = "",
) -> Question:
    """One field of a pack with what was answered, as a person reads and types it."""
    words = spoken(field.words, language)
    return Question(
        kind=field.kind,
        name=field.name,
        label=(words.term or words.label) if at_desk else words.label,
        value=as_typed(field.kind, value),
        help="" if at_desk else words.help,
        example="" if at_desk else words.example,
        error=error,
        advice=advice,
        need=field.need,
        unknown=unknown,
        choices=choices_of(field, language),
        autocomplete="off" if at_desk else _OWN.get(field.means or "", "off"),
        when=exported(field.when),
        only_if=only_if,
        maxlength=0 if field.kind == "number" else field.most or 0,
    )


def choices_of(field: Field, language: str) -> Sequence[tuple[str, str]]:
    """What a field offers, in order; Vietnam stands first among the nationalities."""
    if field.kind == "ethnic":
        return tuple(ethnic_names().items())
    if field.kind == "nationality":
        names = nationality_names(language)
        rest = sorted((word, code) for code, word in names.items() if code not in _FIRST)
        return (*((code, names[code]) for code in _FIRST), *((code, word) for word, code in rest))
    return tuple((one.value, one.words.get(language, one.words["vi"])) for one in field.choices)


def spoken(said: Said, language: str) -> Words:
    """The words in a language, else in Vietnamese, which every pack has."""
    return said.get(language) or said["vi"]


def _may_be_unknown(field: Field) -> bool:
    return field.need != "optional" and field.kind != "declaration"


def as_typed(kind: str, value: str) -> str:
    """Stored ``1991-05-12`` and ``+84912…`` as people write them; what is unreadable stays."""
    if kind in ("date", "partial_date"):
        try:
            return PartialDate.stored(value).shown
        except ValueError:
            return value
    if kind == "phone" and value.startswith("+84"):
        return f"0{value.removeprefix('+84')}"
    return value


def _by_field(findings: Sequence[Finding]) -> dict[str, str]:
    """The first sentence about each field."""
    return {finding.field: str(finding.sentence) for finding in reversed(findings)}
