"""Finishing with the person: the open fields first, all fields in one view."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from motcua.counter.frame import RECEPTION
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from motcua.foundation.actor import Actor
from motcua.parts.asking import Sheet, sheets
from motcua.parts.doors import Visit
from motcua.parts.questions import Question
from motcua.procedures.answers import Finding, Findings, doubts, visible
from motcua.procedures.pack import Procedure

_EDITABLE = frozenset({State.DRAFT, State.SUBMITTED, State.AWAITING_SUPPLEMENT})


@dataclass(frozen=True, slots=True)
class Editing:
    """The form: `first` are the questions still open, `sheets` all others."""

    press: UUID
    first: Sequence[Question]
    sheets: Sequence[Sheet]


def may_edit(by: Actor, dossier: Dossier) -> bool:
    """Whether this person may type for the one who stands at the counter, now."""
    return dossier.where in _EDITABLE and by.has(*RECEPTION)


def editing(
    request: Visit,
    dossier: Dossier,
    procedure: Procedure,
    found: Sequence[Finding],
    language: str,
) -> Editing | None:
    """The form, when it was asked for or something is open; None to show the answers instead."""
    if not may_edit(request.actor, dossier):
        return None
    asked_for = "edit" in request.GET or bool(dossier.unknown) or bool(dossier.asked)
    if not asked_for and dossier.where != State.DRAFT:
        return None
    return _form(dossier, procedure, found)


def _form(dossier: Dossier, procedure: Procedure, found: Sequence[Finding]) -> Editing:
    findings = Findings(tuple(found), doubts(procedure, dossier.answers))
    unknown = frozenset(dossier.unknown)
    made: Sequence[Sheet] = sheets(
        procedure.form, dossier.answers, findings=findings, unknown=unknown, at_desk=True
    )
    reasons = {item["about"].removeprefix("field:"): item["reason"] for item in dossier.asked}
    made = [_with_reasons(sheet, reasons) for sheet in made]
    wanted = _open(dossier, procedure, found)
    first = [one for sheet in made for one in sheet.questions if one.name in wanted]
    return Editing(uuid4(), first, [_without(sheet, wanted) for sheet in made])


def _with_reasons(sheet: Sheet, reasons: Mapping[str, str]) -> Sheet:
    """Why each question was asked again, beside it."""
    told = (replace(one, advice=reasons.get(one.name, one.advice)) for one in sheet.questions)
    return replace(sheet, questions=tuple(told)) if reasons else sheet


def _open(dossier: Dossier, procedure: Procedure, found: Sequence[Finding]) -> frozenset[str]:
    """The visible questions that are left for the counter, asked for, blank or wrong."""
    asked = {item["about"].removeprefix("field:") for item in dossier.asked}
    named = {*dossier.unknown, *asked, *(one.field for one in found)}
    return frozenset(f.name for f in visible(procedure, dossier.answers) if f.name in named)


def _without(sheet: Sheet, names: frozenset[str]) -> Sheet:
    """The other questions; what is answered already need not be left open at the counter."""
    others = (one for one in sheet.questions if one.name not in names)
    return replace(sheet, questions=tuple(replace(one, unknown=None) for one in others))
