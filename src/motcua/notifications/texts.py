"""What each kind of message says, and how long it is worth saying.

A kind that follows from an act has the act's verb as its name. A message holds no link: people
are told, rightly, not to touch links in messages that claim to come from an office.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from motcua.foundation.clock import local


@dataclass(frozen=True, slots=True)
class Kind:
    """`secret` texts are not kept once sent; after `useful` a text is not worth sending."""

    sentence: str | Promise
    secret: bool = False
    useful: timedelta | None = None


KINDS: Mapping[str, Kind] = {
    "phone_code": Kind(
        _(
            "%(office)s: your code is %(number)s, good for %(minutes)s minutes. "
            "Tell it to nobody, not even to an officer."
        ),
        secret=True,
        useful=timedelta(minutes=5),
    ),
    "help_code": Kind(
        _(
            "%(office)s: %(helper)s wants to fill in a request for you. If you agree, tell them "
            "the code %(number)s, good for %(minutes)s minutes. If not, tell it to nobody."
        ),
        secret=True,
        useful=timedelta(minutes=5),
    ),
    "helped": Kind(
        _(
            "%(office)s: %(helper)s helped you to fill in a request, code %(code)s. To look, go on "
            "or take it back, open it under Open a draft or My dossiers, or come to the counter."
        )
    ),
    "opened": Kind(
        _(
            "%(office)s: %(helper)s opened your draft %(code)s to help you. If you did not ask for "
            "it, open the draft yourself and press Take my dossier back, or call us."
        )
    ),
    "keep": Kind(
        _(
            "%(office)s: your draft is kept under the code %(code)s. "
            "Open it on any phone or at the counter."
        )
    ),
    "draft_ends": Kind(
        _(
            "%(office)s: your draft %(code)s has not been handed in and is let go on %(on)s. "
            "To keep it, open it with the code and go on, or come to the counter."
        )
    ),
    "submit": Kind(
        _(
            "%(office)s: your request %(code)s has arrived. "
            "You will hear from us when it is accepted."
        )
    ),
    "help": Kind(
        _(
            "%(office)s: your request %(code)s has arrived. Come to the counter with this code: "
            "an officer fills in the rest with you."
        )
    ),
    "accept": Kind(_("%(office)s: your request %(code)s is accepted. The result is due %(due)s.")),
    "refuse_intake": Kind(
        _("%(office)s: your request %(code)s could not be accepted. Reason: %(reason)s")
    ),
    "ask_for_more": Kind(
        ngettext_lazy(
            "%(office)s: your request %(code)s needs %(count)s thing more by %(until)s. "
            "See what and why under My dossiers, or come to the counter with the code.",
            "%(office)s: your request %(code)s needs %(count)s things more by %(until)s. "
            "See what and why under My dossiers, or come to the counter with the code.",
            "count",
        )
    ),
    "supplement": Kind(
        _("%(office)s: what you added to %(code)s has arrived. The result is now due %(due)s.")
    ),
    "ask_for_fee": Kind(_("%(office)s: a fee of %(amount)s is due for your request %(code)s.")),
    "take_fee": Kind(
        _("%(office)s: %(amount)s received for your request %(code)s, receipt %(number)s.")
    ),
    "halt": Kind(_("%(office)s: your request %(code)s rests. Reason: %(reason)s")),
    "resume": Kind(
        _("%(office)s: work on your request %(code)s goes on. The result is due %(due)s.")
    ),
    "refuse": Kind(_("%(office)s: your request %(code)s is refused. Reason: %(reason)s")),
    "withdraw": Kind(_("%(office)s: your request %(code)s is withdrawn, as you asked.")),
    "apologise": Kind(
        _(
            "%(office)s apologises: your request %(code)s is not ready. The result is now due "
            "%(due)s instead of %(before)s. Reason: %(reason)s"
        )
    ),
    "extend": Kind(
        _(
            "%(office)s: your request %(code)s takes longer. The result is now due %(due)s instead "
            "of %(before)s. Reason: %(reason)s"
        )
    ),
    "issue": Kind(
        _(
            "%(office)s: the result of your request %(code)s is ready. "
            "Come to the counter with this code to get it."
        )
    ),
    "issue_owing": Kind(
        _(
            "%(office)s: the result of your request %(code)s is ready. "
            "Come to the counter with this code to pay %(amount)s and get it."
        )
    ),
    "issue_electronic": Kind(
        _(
            "%(office)s: the result of your request %(code)s is ready. "
            "Open the signed file under My dossiers."
        )
    ),
    "issue_post": Kind(
        _("%(office)s: the result of your request %(code)s is ready and goes to you by post.")
    ),
    "hand_over": Kind(
        _("%(office)s: the result of your request %(code)s was handed over to %(name)s on %(on)s.")
    ),
    "revoke": Kind(
        _(
            "%(office)s: paper %(number)s of your request %(code)s was revoked on %(on)s and is no "
            "longer valid. Reason: %(reason)s"
        )
    ),
    "replace": Kind(
        _(
            "%(office)s: paper %(number)s of your request %(code)s was replaced on %(on)s by paper "
            "%(next)s. Use the new one."
        )
    ),
}


def written(kind: str, facts: Mapping[str, object], language: str) -> str:
    """The text in a language; KeyError when the kind is unknown or one of its facts is missing.

    Moments are written by the clock of the office, days as day/month/year.
    """
    shown = {name: _shown(value) for name, value in facts.items()}
    with translation.override(language):
        return str(KINDS[kind].sentence % shown)


def _shown(value: object) -> object:
    if isinstance(value, datetime):
        return local(value).strftime("%H:%M %d/%m/%Y")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    return value
