"""What the waiting room refuses."""

from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal


class NoSuchService(Refusal):
    code = "turn.no_such_service"
    sentence = _("There is no queue %(prefix)s here.")
    status = 404


class NotALetter(Refusal):
    code = "turn.not_a_letter"
    sentence = _("A queue is named by one capital letter, A to Z.")


class NameMissing(Refusal):
    code = "turn.name_missing"
    sentence = _("Give the queue a name in Vietnamese.")


class NotAtADesk(Refusal):
    """Only the staff of the commune call people."""

    code = "turn.not_at_a_desk"
    sentence = _("Only the staff of this commune may call people to a desk.")
    status = 403


class NoSuchTurn(Refusal):
    code = "turn.unknown"
    sentence = _("There is no such number.")
    status = 404


class NobodyWaits(Refusal):
    code = "turn.nobody_waits"
    sentence = _("Nobody is waiting.")
    status = 409


class DeskBusy(Refusal):
    """A desk serves one person at a time."""

    code = "turn.desk_busy"
    sentence = _("Desk %(desk)s is still with number %(shown)s. Finish it first.")
    status = 409


class DeskMissing(Refusal):
    code = "turn.desk_missing"
    sentence = _("Say which desk calls.")


class NotNow(Refusal):
    """The ticket is in another state than the act needs."""

    code = "turn.not_now"
    sentence = _("Number %(shown)s cannot be changed so now; look at the list again.")
    status = 409


class AnotherDesk(Refusal):
    code = "turn.another_desk"
    sentence = _("Number %(shown)s is with desk %(desk)s.")
    status = 409
