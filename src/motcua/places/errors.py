"""What places refuse."""

from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal


class UnknownPlace(Refusal):
    """No unit of that level has, or had on that day, that code."""

    code = "places.unknown"
    sentence: ClassVar[str | Promise] = _("No place with the code %(code)s is known.")
    status = 404


class NotYourPlaces(Refusal):
    """Only an administrator changes places, and only those of their own commune."""

    code = "places.not_yours"
    sentence: ClassVar[str | Promise] = _("You may not change this place.")
    status = 403
