"""The walk-in form: everything in one view, filled in from what the register knows."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import get_language

from motcua.dossiers.errors import AnswersMissing
from motcua.foundation.refusal import Refusal
from motcua.parts.asking import Sheet, sheets, spoken
from motcua.parts.questions import Question
from motcua.people.models import Resident
from motcua.procedures.answers import Finding, Findings, clean
from motcua.procedures.pack import Procedure


def intake_page(
    procedure: Procedure,
    draft: UUID,
    *,
    answers: Mapping[str, str],
    form: QueryDict | None = None,
    residents: Sequence[Resident] = (),
    refusal: Refusal | None = None,
    code: str = "",
) -> dict[str, Any]:
    """The context of the page; what was typed is on it, whatever happened."""
    language = get_language() or "vi"
    found = _problems(refusal)
    made = sheets(
        procedure.form,
        clean(procedure, answers),
        findings=Findings(tuple(found), ()),
        helped=False,
        at_desk=True,
    )
    return {
        "procedure": procedure,
        "title": procedure.title(language),
        "draft": draft,
        "code": code,
        "sheets": made,
        "questions": _questions(made),
        "papers": [(one.name, spoken(one.words, language).label) for one in procedure.papers],
        "shown": form.getlist("shown") if form is not None else (),
        "find_person": form.get("find_person", "") if form is not None else "",
        "residents": residents,
        "searched": bool(form and "find" in form),
        "refusal": refusal,
        "missing": [str(one.sentence) for one in found if one.field.startswith("paper:")],
    }


def _problems(refusal: Refusal | None) -> Sequence[Finding]:
    if not isinstance(refusal, AnswersMissing):
        return ()
    found = refusal.facts["problems"]
    return [one for one in found if isinstance(one, Finding)] if isinstance(found, list) else ()


def _questions(made: Sequence[Sheet]) -> list[Question]:
    return [question for sheet in made for question in sheet.questions]
