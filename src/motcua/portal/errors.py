"""What the residents' door refuses by itself."""

from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal


class AskedTooSoon(Refusal):
    """A code is on its way already."""

    code = "portal.asked_too_soon"
    sentence = _("A code was sent a moment ago. You can ask for another in %(seconds)s seconds.")
    status = 429


class CodesSpent(Refusal):
    """Too many codes were sent for one address, to whichever telephones."""

    code = "portal.codes_spent"
    sentence = _(
        "Many codes were asked for from this line in a short time. You can ask for another from "
        "%(time)s on %(day)s, or go to the counter now."
    )
    status = 429


class NothingToConfirm(Refusal):
    """No telephone is being confirmed in this browser."""

    code = "portal.nothing_to_confirm"
    sentence = _("No code is being waited for here. Open your draft again, or begin anew.")
    status = 404


class PhoneMissing(Refusal):
    """A guest hands in from afar only with a telephone that shows who it is."""

    code = "portal.phone_missing"
    sentence = _(
        "It is not handed in yet: you gave no telephone, so no code can show that it is you."
    )


class WrongSignIn(Refusal):
    """One sentence for an unknown login and a wrong password: neither is given away."""

    code = "portal.wrong_sign_in"
    sentence = _("The name or the password is not right. Please look at both again.")


class TooManySignIns(Refusal):
    """Signing in rests for a while after too many wrong tries."""

    code = "portal.too_many_sign_ins"
    sentence = _("Too many wrong tries. Please wait 15 minutes, or ask at the counter.")
    status = 429


class NotTheFiler(Refusal):
    """A draft that belongs to an account is opened by signing in to that account."""

    code = "portal.not_the_filer"
    sentence = _("This draft belongs to an account. Please sign in to go on with it.")
    status = 403


class NotUnderstood(Refusal):
    """A header of the tus protocol is missing or damaged."""

    code = "portal.not_understood"
    sentence = _("What was sent could not be understood. Please send it again.")
    status = 400


class NotAPiece(NotUnderstood):
    """A body that is said to be something else than the piece of a file."""

    code = "portal.not_a_piece"
    status = 415


class LengthMissing(NotUnderstood):
    """A piece that does not say how long it is."""

    code = "portal.length_missing"
    status = 411
