"""What the messages' room refuses."""

from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal


class NoSuchMessage(Refusal):
    code = "message.unknown"
    sentence = _("There is no such message.")
    status = 404


class NotFailed(Refusal):
    """Only a message that failed for good is sent again by hand."""

    code = "message.not_failed"
    sentence = _("This message has not failed; it is not sent twice.")
    status = 409


class SecretIsGone(Refusal):
    """A secret text is not kept, so it cannot be sent again."""

    code = "message.secret_is_gone"
    sentence = _("A code is not kept. Ask for a new one.")


class NotYourMessages(Refusal):
    code = "message.not_yours"
    sentence = _("You may not do this with the messages of this commune.")
    status = 403
