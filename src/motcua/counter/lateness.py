"""What is late, what soon will be, and on whom a dossier waits. Pure but for the words."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from motcua.dossiers.lists import Line
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State, Step
from motcua.procedures.calendar import Calendar
from motcua.procedures.deadlines import apology_by

LATE, SOON, CALM = "late", "soon", ""


def urgency(dossier: Dossier | Line, *, at: datetime, calendar: Calendar) -> str:
    """``late`` past its date, ``soon`` from one working day before it, ``""`` else.

    Who waits for the person is neither, nor is what is finished (61/2018, art. 19(9)).
    """
    due = dossier.due_at
    if due is None or dossier.paused_at is not None or dossier.finished_at is not None:
        return CALM
    if due < at:
        return LATE
    return SOON if apology_by(due, calendar=calendar) <= at else CALM


def waits_on(state: State, step: Step, officer: str) -> str:
    """On whom the next step rests, in the reader's language; empty when on nobody."""
    if state == State.IN_PROGRESS and step != Step.CHECK:
        return str(_STEPS.get(step, ""))
    if state in _OFFICERS:
        return officer or str(_("an officer"))
    return str(_STATES.get(state, ""))


_OFFICERS = frozenset({State.ACCEPTED, State.IN_PROGRESS, State.HALTED})
_STEPS = {Step.SIGN: _("the chair"), Step.PRESS: _("the press")}
_STATES = {
    State.SUBMITTED: _("the one-stop desk"),
    State.AWAITING_SUPPLEMENT: _("the person"),
    State.AWAITING_FEE: _("the person"),
    State.DONE: _("the person"),
}
