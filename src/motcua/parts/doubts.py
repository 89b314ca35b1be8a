"""What of a procedure is from memory or not certain, in words."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from motcua.procedures.marks import doubted_parts
from motcua.procedures.pack import Procedure

_WORDS = {
    "deadline": _("the deadline"),
    "fees": _("fees and charges"),
    "papers": _("the papers"),
    "online": _("whether all of it goes online"),
}


def doubts_said(procedure: Procedure, on: date) -> str:
    """The parts that the commune has still to confirm, with commas; empty when there are none."""
    return ", ".join(str(_WORDS[part]) for part in doubted_parts(procedure, on))
