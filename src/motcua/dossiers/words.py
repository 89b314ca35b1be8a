"""What states and steps are called, for everybody alike: the words of the national exchange."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.dossiers.states import State, Step

STATES: Mapping[State, str | Promise] = {
    State.DRAFT: _("Draft"),
    State.SUBMITTED: _("Newly filed"),
    State.ACCEPTED: _("Accepted"),
    State.NOT_ACCEPTED: _("Not accepted"),
    State.IN_PROGRESS: _("In progress"),
    State.AWAITING_SUPPLEMENT: _("Papers asked for"),
    State.AWAITING_FEE: _("Fee asked for"),
    State.WITHDRAWN: _("Withdrawn"),
    State.HALTED: _("Halted"),
    State.DONE: _("Done"),
    State.HANDED_OVER: _("Handed over"),
}
STEPS: Mapping[Step, str | Promise] = {
    Step.CHECK: _("Being checked"),
    Step.SIGN: _("To be signed"),
    Step.PRESS: _("Being printed"),
}
