"""What can be wrong with asking for a book on paper."""

from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal


class NothingInMonth(Refusal):
    """A month of a book is asked for in which nothing was written."""

    code = "registers.nothing_in_month"
    sentence: ClassVar[str | Promise] = _(
        "Nothing was written into this book in %(month)s/%(year)s. Please choose another month."
    )
