"""What the cashier's counter refuses."""

from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal


class NotACashier(Refusal):
    """Only the reception and the officers of the commune take or void cash."""

    code = "receipt.not_a_cashier"
    sentence = _("Only the staff of this commune may take cash.")
    status = 403


class NothingToPay(Refusal):
    """An amount of nothing needs no receipt."""

    code = "receipt.nothing_to_pay"
    sentence = _("There is nothing to pay.")


class LinesDoNotAddUp(Refusal):
    code = "receipt.lines_do_not_add_up"
    sentence = _("The lines add up to %(lines)s, not to %(amount)s.")


class PayerMissing(Refusal):
    code = "receipt.payer_missing"
    sentence = _("Say who pays.")


class KeyUsed(Refusal):
    """The same key came again with other facts: two payments, or a mistake."""

    code = "receipt.key_used"
    sentence = _("This payment was already taken, with other figures: receipt %(number)s.")
    status = 409


class NoSuchReceipt(Refusal):
    code = "receipt.unknown"
    sentence = _("There is no such receipt.")
    status = 404


class AlreadyVoid(Refusal):
    code = "receipt.already_void"
    sentence = _("Receipt %(number)s is void already.")
    status = 409


class ReasonMissing(Refusal):
    code = "receipt.reason_missing"
    sentence = _("Say why the receipt is void.")


class VoidByAnother(Refusal):
    """Four eyes: whoever took the money does not void the receipt."""

    code = "receipt.void_by_another"
    sentence = _("Another person than the one who took the money must void the receipt.")
    status = 403
