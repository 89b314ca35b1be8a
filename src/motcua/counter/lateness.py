"""What is late, what soon will be, and on whom a dossier waits. Pure but for the words."""

from datetime import datetime

from django.utils.translation import gettext as _

from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State, Step
from motcua.procedures.calendar import Calendar
from motcua.procedures.deadlines import apology_by

LATE, SOON, CALM = "late", "soon", ""


def urgency(dossier: Dossier, *, at: datetime, calendar: Calendar) -> str:
    """``late`` past its date, ``soon`` from one working day before it, ``""`` else.

    Who waits for the person is neither, nor is what is finished (61/2018, art. 19(9)).
    """
    due = dossier.due_at
    if due is None or dossier.paused_at is not None or dossier.finished_at is not None:
        return CALM
    if due < at:
        return LATE
    return SOON if apology_by(due, calendar=calendar) <= at else CALM


def waits_on(dossier: Dossier) -> str:
    """On whom the next step rests, in the reader's language; empty when on nobody."""
    state, step = dossier.where, dossier.at_step
    if state == State.IN_PROGRESS and step in _STEPS:
        return _STEPS[step](dossier)
    return _STATES[state](dossier) if state in _STATES else ""


def _officer(dossier: Dossier) -> str:
    return dossier.officer.name if dossier.officer else _("an officer")


def _chair(_dossier: Dossier) -> str:
    return _("the chair")


def _press(_dossier: Dossier) -> str:
    return _("the press")


def _desk(_dossier: Dossier) -> str:
    return _("the one-stop desk")


def _person(_dossier: Dossier) -> str:
    return _("the person")


_STEPS = {Step.CHECK: _officer, Step.SIGN: _chair, Step.PRESS: _press}
_STATES = {
    State.SUBMITTED: _desk,
    State.ACCEPTED: _officer,
    State.AWAITING_SUPPLEMENT: _person,
    State.AWAITING_FEE: _person,
    State.HALTED: _officer,
    State.DONE: _person,
}
