"""What the demo refuses."""

from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal


class CommuneHasPeople(Refusal):
    """Invented people are never put among others."""

    code = "demo.commune_has_people"
    sentence: ClassVar[str | Promise] = _(
        "%(commune)s already has people in it; the demo commune is only put into an empty one."
    )
    status = 409
