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
