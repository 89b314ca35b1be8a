"""A term, and why a deadline moved, in words for the slip and the screen."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from motcua.foundation.clock import local
from motcua.procedures.deadlines import Change, Policy, Term, Unit

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
        "due": _moment(change.due),
        "before": _moment(change.before),
        "hours": f"{hours}:{minutes:02}",
    }
    return str(_SENTENCES[change.policy]) % facts


_LONGER = _("The result is due %(due)s instead of %(before)s: %(reason)s")


def why_longer(*, due: datetime, before: datetime, reason: str) -> str:
    """The sentence for a term that has grown for a reason that the law knows."""
    facts = {"due": _moment(due), "before": _moment(before), "reason": reason}
    return str(_LONGER) % facts


def _moment(at: datetime) -> str:
    return local(at).strftime("%H:%M %d/%m/%Y")


_SAME_DAY = _("On the same day")
_SAME_DAY_BEFORE = _("On the same day; received from %(hour)s on, on the next working day")
_COUNTED: Mapping[str, Promise] = {
    Unit.WORKING_HOURS: ngettext_lazy(
        "%(amount)s working hour", "%(amount)s working hours", "amount"
    ),
    Unit.WORKING_DAYS: ngettext_lazy("%(amount)s working day", "%(amount)s working days", "amount"),
    Unit.DAYS: ngettext_lazy("%(amount)s day", "%(amount)s days", "amount"),
}


def term_in_words(term: Term) -> str:
    """The term as the law counts it, in the language now active: ``3 working days``."""
    if term.unit != Unit.SAME_DAY:
        return str(_COUNTED[term.unit] % {"amount": term.amount})
    if term.cutoff is None:
        return str(_SAME_DAY)
    return str(_SAME_DAY_BEFORE) % {"hour": f"{term.cutoff:%H:%M}"}
