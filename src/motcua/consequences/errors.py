"""What the loop's room refuses."""

from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal


class NotStuck(Refusal):
    """It went through meanwhile, or belongs to another commune."""

    code = "consequence.not_stuck"
    sentence = _("Nothing of this commune is stuck there any more.")
    status = 404


class NotYourMachine(Refusal):
    """What the machine cannot do is for those who keep it."""

    code = "consequence.not_yours"
    sentence = _("Only the administrator of this commune may do this.")
    status = 403
