"""What the waiting room's own door refuses."""

from http import HTTPStatus

from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal


class Closed(Refusal):
    """No numbers on a day off, nor after the doors have closed for the day."""

    code = "hall.closed"
    sentence = _("No numbers are given now. The office opens again at %(opens)s.")
    status = HTTPStatus.CONFLICT


class TooManyNumbers(Refusal):
    """Somebody plays with the buttons."""

    code = "hall.too_many"
    sentence = _(
        "Many numbers were taken from here just now. Please wait a minute, or ask at the counter."
    )
    status = HTTPStatus.TOO_MANY_REQUESTS
