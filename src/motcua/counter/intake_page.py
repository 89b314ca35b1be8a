"""The walk-in form: everything in one view, filled in from what the register knows."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import get_language

from motcua.counter.resident_answers import Filled
from motcua.counter.taking_in import left_open
from motcua.counter.words import KIN, Words
from motcua.dossiers.errors import AnswersMissing
from motcua.foundation.refusal import Refusal
from motcua.parts.asking import Sheet, sheets, sourced, spoken
from motcua.parts.grounds import GROUNDS
from motcua.parts.questions import Question
from motcua.people.models import Resident
from motcua.procedures.answers import Finding, Findings, clean, doubts
from motcua.procedures.conditions import exported
from motcua.procedures.fees import exempting
from motcua.procedures.pack import Procedure


def intake_page(
    procedure: Procedure,
    draft: UUID,
    *,
    answers: Mapping[str, str],
    form: QueryDict | None = None,
    residents: Sequence[Resident] = (),
    ready: Filled | None = None,
    refusal: Refusal | None = None,
    code: str = "",
) -> dict[str, Any]:
    """The context of the page; what was typed is on it, whatever happened."""
    language = get_language() or "vi"
    found, told = _problems(refusal), clean(procedure, answers)
    advice = doubts(procedure, told) if form is not None else ()
    made = _sheets(procedure, told, Findings(tuple(found), advice), ready)
    return {
        "procedure": procedure,
        "title": procedure.title(language),
        "draft": draft,
        "code": code,
        "sheets": made,
        "questions": _questions(made),
        "papers": [
            (one.name, spoken(one.words, language).label, exported(one.when))
            for one in procedure.papers
        ],
        "grounds": _boxes(procedure, ready.grounds if ready else (), form),
        "ready": ready,
        "kin": KIN,
        "shown": form.getlist("shown") if form is not None else (),
        "find_person": form.get("find_person", "") if form is not None else "",
        "residents": residents,
        "searched": bool(form and "find" in form),
        "refusal": refusal,
        "missing": [str(one.sentence) for one in found if one.field.startswith("paper:")],
    }


def _sheets(
    procedure: Procedure, told: Mapping[str, str], findings: Findings, ready: Filled | None
) -> tuple[Sheet, ...]:
    """The questions with their answers, and where those stand that nobody typed."""
    made = sheets(procedure.form, told, findings=findings, helped=False, at_desk=True)
    # While residents are listed a digit chooses one: the cursor is in no field.
    if ready is None or not (ready.filer or ready.subject):
        return made
    return _pointed(sourced(made, ready.sources), left_open(procedure, told)[:1])


def _pointed(made: tuple[Sheet, ...], names: Sequence[str]) -> tuple[Sheet, ...]:
    """The same form, the cursor in the first question that is still to be answered."""
    return tuple(
        replace(
            sheet,
            questions=tuple(
                replace(one, autofocus=True) if one.name in names else one
                for one in sheet.questions
            ),
        )
        for sheet in made
    )


def _boxes(
    procedure: Procedure, known: Collection[str], form: QueryDict | None
) -> list[tuple[str, Words, bool]]:
    """The grounds that free from a fee here; ticked as typed, and as the register knows."""
    ticked = {*known, *(form.getlist("ground") if form is not None else ())}
    return [(name, GROUNDS[name], name in ticked) for name in exempting(procedure)]


def _problems(refusal: Refusal | None) -> Sequence[Finding]:
    if not isinstance(refusal, AnswersMissing):
        return ()
    found = refusal.facts["problems"]
    return [one for one in found if isinstance(one, Finding)] if isinstance(found, list) else ()


def _questions(made: Sequence[Sheet]) -> list[Question]:
    return [question for sheet in made for question in sheet.questions]
