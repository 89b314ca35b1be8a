"""What a round refuses."""

from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal


class NoSuchOuting(Refusal):
    """There is none, or it is another helper's or another commune's."""

    code = "outing.unknown"
    sentence = _("There is no such list of yours. Take the list along once more.")
    status = 404


class OutingOver(Refusal):
    """The list was given back, called back, or its time is over."""

    code = "outing.over"
    sentence = _("This list has ended. Take the list along once more.")
    status = 409


class NobodyThere(Refusal):
    code = "outing.nobody"
    sentence = _("No household is written down there. Choose other numbers, or the whole village.")


class TooManyHouseholds(Refusal):
    code = "outing.too_many"
    sentence = _(
        "That is %(count)s households, and a list holds at most %(most)s. Write from which "
        "household number to which you go today."
    )


class TooLate(Refusal):
    """It came in after the days that are given for it."""

    code = "outing.too_late"
    sentence = _(
        "The list ended more than %(days)s days ago, so this is not taken any more. Visit the "
        "person once more, or bring what is on this phone to the counter."
    )
    status = 409


class AfterTheEnd(Refusal):
    """By the clock of the telephone it was begun when the list had ended."""

    code = "outing.after_the_end"
    sentence = _("It was begun when the list had ended. Begin with the person once more.")
    status = 409


class NotOnTheList(Refusal):
    code = "outing.not_on_the_list"
    sentence = _("This household does not belong to the village of the list.")
    status = 404


class MetUnknown(Refusal):
    code = "outing.met_unknown"
    sentence = _("Say how it was at this household.")


class CodeNeedsALine(Refusal):
    """A code is sent at once or not at all."""

    code = "outing.code_needs_a_line"
    sentence = _("Without a line no code can be sent. Let the person say yes aloud, or sign.")
