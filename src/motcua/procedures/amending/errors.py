"""What is refused when somebody wants the law of the office changed."""

from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal


class NotYoursToChange(Refusal):
    code = "amendment.not_yours"
    sentence = _("Only the administrator of this commune asks for a change.")
    status = 403


class NotYoursToDecide(Refusal):
    code = "amendment.not_yours_to_decide"
    sentence = _("Another administrator or the chair of this commune decides about a change.")
    status = 403


class OwnChange(Refusal):
    """Four eyes: who wrote it does not let it through."""

    code = "amendment.own"
    sentence = _("You asked for this change yourself: another person has to decide about it.")


class SeveralCommunes(Refusal):
    """A procedure is the same for all communes of one database."""

    code = "amendment.several_communes"
    sentence = _(
        "Several communes are served from here, and a procedure is changed for all of them at "
        "once: ask those who run the machine to load a changed pack."
    )


class NoSuchAmendment(Refusal):
    code = "amendment.no_such"
    sentence = _("There is no such change.")
    status = 404


class AlreadyDecided(Refusal):
    code = "amendment.decided"
    sentence = _("This change was decided already. Look at the list of changes.")


class ReasonMissing(Refusal):
    code = "amendment.reason_missing"
    sentence = _("Write the reason, such as the number of the decision that it follows from.")


class WhyNotMissing(Refusal):
    code = "amendment.why_not_missing"
    sentence = _("Write why it is turned down: who asked for it reads that.")


class DayPassed(Refusal):
    """What was handed in keeps what held then; nothing is changed backwards."""

    code = "amendment.day_passed"
    sentence = _(
        "%(day)s has passed: a change holds from today at the earliest. Choose another day."
    )


class DayPassedWaiting(Refusal):
    code = "amendment.day_passed_waiting"
    sentence = _(
        "%(day)s passed while this change waited. Turn it down and ask for it anew from a later "
        "day."
    )


class NothingChanged(Refusal):
    code = "amendment.nothing_changed"
    sentence = _("Nothing is changed: what you wrote is what holds on that day.")


class PlaceClosed(Refusal):
    """Only what is listed in `places` is changed here; the rest needs a pack."""

    code = "amendment.place_closed"
    sentence = _("“%(place)s” is not changed here: it needs a new pack.")


class ChangeHasProblems(Refusal):
    """`problems` lists all that the check of packs finds in what would come of it."""

    code = "amendment.problems"
    sentence = _("With this change the procedure would have mistakes. Put them right first.")


class CasesUnconfirmed(Refusal):
    code = "amendment.cases_unconfirmed"
    sentence = _("Say that you have worked out the cases that come out otherwise.")


class ChangedMeanwhile(Refusal):
    code = "amendment.changed_meanwhile"
    sentence = _(
        "What is to be changed was changed by something else meanwhile. Turn this one down and "
        "ask for it anew."
    )
