"""Why a deadline moved, in a sentence for the slip and the screen."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.foundation.clock import local
from motcua.procedures.deadlines import Change, Policy

_SENTENCES: Mapping[Policy, str | Promise] = {
    Policy.EXTEND: _(
        "The result is due %(due)s instead of %(before)s: the %(hours)s hours of working time "
        "during which we waited for you were added."
    ),
    Policy.RESTART: _(
        "The result is due %(due)s instead of %(before)s: the time counts anew from when your "
        "request was complete."
    ),
    Policy.RUN_ON: _("The result stays due %(due)s: waiting for you did not stop the time."),
}


def why_moved(change: Change) -> str:
    """The sentence in the language now active; hours as ``8:30``, moments by the office's clock."""
    hours, minutes = divmod(change.pause, 60)
    facts = {
        "due": local(change.due).strftime("%H:%M %d/%m/%Y"),
        "before": local(change.before).strftime("%H:%M %d/%m/%Y"),
        "hours": f"{hours}:{minutes:02}",
    }
    return str(_SENTENCES[change.policy]) % facts
