"""What somebody who wants to be called, or who calls, may be answered "no" with."""

from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal


class PhoneUnreadable(Refusal):
    """Nobody can be called at what was typed."""

    code = "calling.phone_unreadable"
    sentence = _("This is not a telephone number. Please write 10 digits, such as 0912 345 678.")


class CallsSpent(Refusal):
    """Too many calls were asked for."""

    code = "calling.spent"
    sentence = _(
        "Many calls were asked for from this telephone or line in a short time. Your draft is "
        "kept. You can ask again from %(time)s on %(day)s, or call the office yourself."
    )
    status = 429


class CallUnknown(Refusal):
    """The commune has no such call."""

    code = "calling.unknown"
    sentence = _("There is no such call here. Please go back to the list.")
    status = 404


class CallMoved(Refusal):
    """Somebody noted a try since the page was drawn, or the call is over."""

    code = "calling.moved"
    sentence = _("Somebody noted this call a moment ago. Please look at the list again.")
    status = 409
