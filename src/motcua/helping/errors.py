"""What helping refuses."""

from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal


class NotAHelper(Refusal):
    """Only volunteers and the counter act for residents."""

    code = "helping.not_a_helper"
    sentence = _("Only a volunteer of the commune or the counter may act for a resident.")
    status = 403


class NoSuchHelp(Refusal):
    """There is none, or it is another helper's."""

    code = "helping.unknown"
    sentence = _("There is no such help of yours. Begin anew with the person.")
    status = 404


class PersonMissing(Refusal):
    code = "helping.person_missing"
    sentence = _("Write whom you help: the full name.")


class BirthUnreadable(Refusal):
    code = "helping.birth_unreadable"
    sentence = _("Write the date of birth, or the year alone: 21/03/1954 or 1954.")


class Yourself(Refusal):
    """Whoever has an account acts for themselves in it."""

    code = "helping.yourself"
    sentence = _("This is you yourself. Do your own affairs in your own name, without help.")


class VillageMissing(Refusal):
    code = "helping.village_missing"
    sentence = _("Choose the village where they live.")


class NotYourVillage(Refusal):
    """A volunteer helps in the villages that the administrator gave them."""

    code = "helping.not_your_village"
    sentence = _(
        "This is not one of your villages. Choose one of yours, or send the person to its "
        "volunteer or to the counter."
    )
    status = 403


class ConsentMissing(Refusal):
    code = "helping.consent_missing"
    sentence = _("Say how the person agreed. Without consent nobody may act for another.")


class WitnessMissing(Refusal):
    code = "helping.witness_missing"
    sentence = _("Write the full name of who heard it: somebody other than you and the person.")


class NotSigned(Refusal):
    code = "helping.not_signed"
    sentence = _("Nobody has signed in the box. Let the person sign, or choose another way.")


class PhoneMissing(Refusal):
    code = "helping.phone_missing"
    sentence = _("Write the person's mobile number: the code is sent to it.")


class CodeOfAnother(Refusal):
    """The code was sent to a telephone other than the one that is now written."""

    code = "helping.code_of_another"
    sentence = _("The number was changed after the code was sent. Have a new code sent.")


class InterpreterMissing(Refusal):
    code = "helping.interpreter_missing"
    sentence = _("Write who interprets, and from which language.")


class WitnessesMissing(Refusal):
    code = "helping.witnesses_missing"
    sentence = _(
        "Somebody who cannot read or sign needs two witnesses: write the name and the number of "
        "the identity paper of each. They are two people, and neither is you or the person."
    )
