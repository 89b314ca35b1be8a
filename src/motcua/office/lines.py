"""One line about the machine: good, to be minded, or to be done now; and what to do next."""

from collections.abc import Mapping
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_NEXT: Mapping[str, str | Promise] = {
    "": "",
    "worker": _(
        "Nothing is sent, printed or signed meanwhile; nothing is lost either. Start it anew: "
        "motcua serve."
    ),
    "stuck": _("Read the reason below. When its cause is mended, press Try again."),
    "behind": _("Wait a few minutes and look again. If it stays so, start motcua serve anew."),
    "messages": _(
        "See below whom it concerns and why. Send again what is still of use, or have the person "
        "called."
    ),
    "slow": _("See whether the machine reaches the provider, and whether the contract is paid."),
    "papers": _("See the reason below. When its cause is mended, press Make again."),
    "engine": _(
        "This version of SQLite can lose the last entries when the power fails. Install the "
        "product anew with make setup, which brings a newer one."
    ),
    "disk": _("Move the data to a larger disk, or take old backups away from this one."),
    "files": _(
        "Somebody took files out of the data directory, or the disk fails. Bring them back from "
        "the last backup before anything else."
    ),
    "backup": _(
        "Run motcua backup FILE, and keep the file on another machine. Best every evening by "
        "itself."
    ),
    "journal": _(
        "Somebody may have changed what was done. Change nothing, tell the auditor, and run motcua "
        "verify-log."
    ),
    "check": _("Ask the auditor to press Check on the page of the journal, at least once a month."),
    "certificate": _("Ask the certificate authority for the next one. Signed papers stay valid."),
    "law": _(
        "What is from memory was not compared with a public text. Before real affairs compare it, "
        "and mend the pack."
    ),
    "no_law": _("Load the packs: motcua packs load."),
    "days": _("Enter the days off and the swap days on the page Calendar, as they are announced."),
    "hours": _("Enter the opening hours on the page Calendar."),
}
_RANKS = ("stop", "warn", "ok")


class Line(NamedTuple):
    """`tone` is ok, warn or stop; `next` says what to do, "" when there is nothing."""

    title: str
    tone: str
    said: str
    next: str | Promise

    @property
    def rank(self) -> int:
        """The worst first."""
        return _RANKS.index(self.tone)


def well(title: str, said: str) -> Line:
    """As it should be."""
    return Line(title, "ok", said, "")


def to_mind(title: str, said: str, what: str) -> Line:
    """Nothing is lost yet; `what` names what to do next."""
    return Line(title, "warn", said, _NEXT[what])


def now_to_do(title: str, said: str, what: str) -> Line:
    """It does harm already, or will with the next power cut."""
    return Line(title, "stop", said, _NEXT[what])
