"""What a person typed, made tidy and checked: pure, all problems at once, nothing typed is lost."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from motcua.procedures.checks import crossed
from motcua.procedures.conditions import holds
from motcua.procedures.identities import doubted
from motcua.procedures.kinds import KINDS
from motcua.procedures.pack import Field, Form, Procedure
from motcua.procedures.speech import Wrong, blank, sentence, undecided
from motcua.procedures.vocabulary import IS_ALSO

# More than any question takes, so that a person reads that it is too long and loses nothing.
MOST_LETTERS = 20_000
_NONE: frozenset[str] = frozenset()
# A telephone or identity number may be odd and still the person's own: it never stops a decision.
_NEVER_STOPS = frozenset({"phone", "email", "identity_number"})


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to put right: the field, a stable code, and a sentence in the reader's language."""

    field: str
    code: str
    sentence: str | Promise


@dataclass(frozen=True, slots=True)
class Findings:
    """What stops the act, and what is only advised."""

    blocking: tuple[Finding, ...]
    advice: tuple[Finding, ...]


def clean(form: Form | Procedure, raw: Mapping[str, str]) -> dict[str, str]:
    """The answers to the form's own questions in their stored form.

    Dates become ``YYYY-MM-DD``, telephones ``+84…``, texts NFC with single spaces. What cannot
    be read stays as typed, so that the person finds it again. Keys of no field are left out.
    """
    form = _form(form)
    return {
        name: KINDS[field.kind].clean(raw[name][:MOST_LETTERS])
        for name, field in form.by_name.items()
        if name in raw
    }


def visible(form: Form | Procedure, answers: Mapping[str, str]) -> tuple[Field, ...]:
    """The questions that these answers leave to be asked, in order.

    A hidden question counts as unanswered for the conditions after it.
    """
    seen: dict[str, str] = {}
    shown: list[Field] = []
    for section in _form(form).sections:
        if section.when is not None and not holds(section.when, seen):
            continue
        for field in section.fields:
            if field.when is None or holds(field.when, seen):
                shown.append(field)
                seen[field.name] = answers.get(field.name, "")
    return tuple(shown)


def asked(form: Form | Procedure, answers: Mapping[str, str]) -> dict[str, str]:
    """The answers that count: given, and to questions that are visible."""
    return {
        field.name: answers[field.name]
        for field in visible(form, answers)
        if answers.get(field.name)
    }


def check(
    form: Form | Procedure,
    answers: Mapping[str, str],
    *,
    on: date,
    unknown: frozenset[str] = _NONE,
    at_decision: bool = False,
) -> Findings:
    """All that is wrong with clean answers on a day.

    At the door a blank `must` blocks, unless it is in `unknown` ("I don't know, help me at the
    counter"); anything about an `advised` or `optional` field only warns. At the decision every
    `must` is answered and nothing unreadable goes into a book.
    """
    form = _form(form)
    shown = visible(form, answers)
    blocking: list[Finding] = []
    advice: list[Finding] = []
    for field, wrong in _wrongs(shown, answers, unknown, at_decision):
        stops = _stops(field, wrong, at_decision) and (at_decision or field.name not in unknown)
        (blocking if stops else advice).append(_finding(field, wrong))
    faulty = {finding.field for finding in (*blocking, *advice)}
    for rule, wrong in crossed(form, shown, answers, faulty, on):
        found = _finding(form.by_name[rule.field], wrong)
        (advice if rule.advice else blocking).append(found)
    advice += doubts(form, answers)
    return Findings(tuple(blocking), tuple(advice))


def doubts(form: Form | Procedure, answers: Mapping[str, str]) -> tuple[Finding, ...]:
    """Identity numbers that do not agree with the sex or birth beside them: advice."""
    found = doubted(visible(form, answers), answers, meant(form, answers))
    return tuple(_finding(field, wrong) for field, wrong in found)


def meant(form: Form | Procedure, answers: Mapping[str, str]) -> dict[str, str]:
    """The answers by what they mean to the dossier: ``{"filer.name": …, "copies": …}``.

    Nobody is asked twice: who asks for themselves is the subject, a mother who registers her
    child is the mother.
    """
    found = {
        field.means: answers[field.name]
        for field in visible(form, answers)
        if field.means and answers.get(field.name)
    }
    who = IS_ALSO.get(found.get("filer.relation", ""))
    if who:
        for what in ("name", "identity", "address"):
            if f"filer.{what}" in found:
                found.setdefault(f"{who}.{what}", found[f"filer.{what}"])
    return found


def _wrongs(
    shown: tuple[Field, ...],
    answers: Mapping[str, str],
    unknown: frozenset[str],
    at_decision: bool,
) -> Iterator[tuple[Field, Wrong]]:
    for field in shown:
        value = answers.get(field.name, "")
        if value and not (field.kind == "declaration" and value != "yes"):
            wrong = KINDS[field.kind].wrong(field, value)
            if wrong:
                yield field, wrong
        elif field.need != "optional" and (at_decision or field.name not in unknown):
            yield field, undecided(field) if at_decision else blank(field)


def _stops(field: Field, wrong: Wrong, at_decision: bool) -> bool:
    if field.need == "must":
        return True
    return at_decision and wrong.unreadable and field.kind not in _NEVER_STOPS


def _finding(field: Field, wrong: Wrong) -> Finding:
    return Finding(field.name, wrong.code, sentence(wrong, field))


def _form(form: Form | Procedure) -> Form:
    return form.form if isinstance(form, Procedure) else form
