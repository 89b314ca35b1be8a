"""The source of a fact in words, as it stands at the question."""

from django.utils.translation import gettext as _

from motcua.dossiers.known.facts import Source
from motcua.registers.kinds import book


def source_said(source: Source, *, own: bool) -> str:
    """``From the register of births, number 27/2019.``; `own`: it is about the reader."""
    if source.kind == "account":
        return _("From your account.") if own else _("From the account.")
    if source.kind == "entry":
        title = book(source.book).title
        return _("From “%(book)s”, number %(number)s.") % {"book": title, "number": source.number}
    if source.kind == "dossier":
        day = f"{source.day:%d/%m/%Y}" if source.day else ""
        return _("From the request of %(day)s.") % {"day": day}
    return _("From the commune's register of residents.")
