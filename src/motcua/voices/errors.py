"""What the voices refuse."""

from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal


class NobodySpoke(Refusal):
    """No person has recorded the question, and the machine has no voice for it."""

    code = "voices.nobody_spoke"
    sentence = _("Nobody has spoken this question yet. Please ask at the counter or by telephone.")
    status = 404


class NoSuchQuestion(Refusal):
    """The form asks no such question."""

    code = "voices.no_such_question"
    sentence = _("This form has no such question. Please open the form again.")
    status = 404


class NotASound(Refusal):
    """It cannot be played."""

    code = "voices.not_a_sound"
    sentence = _("This is not a recording that can be played. Please record it again.")


class TooLong(Refusal):
    """Nobody listens so long to one question."""

    code = "voices.too_long"
    sentence = _("The recording is longer than %(seconds)s seconds. Please say it more shortly.")


class NothingHeard(Refusal):
    """The microphone was silent."""

    code = "voices.nothing_heard"
    sentence = _(
        "Nothing can be heard. Please look whether the microphone is on, and record again."
    )


class ConsentMissing(Refusal):
    """Nobody's voice is kept without their word."""

    code = "voices.consent_missing"
    sentence = _("The speaker has not agreed yet that the voice may be heard by everyone.")


class RecordingUnknown(Refusal):
    """The commune has no such recording."""

    code = "voices.recording_unknown"
    sentence = _("There is no such recording here. Please look at the list again.")
    status = 404
