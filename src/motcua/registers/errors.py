"""What the books refuse."""

from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal


class BookIsFixed(Refusal):
    """An entry was to be changed or removed."""

    code = "registers.fixed"
    sentence: ClassVar[str | Promise] = _(
        "What is written in a civil-status book stays. Write a note beside the entry instead."
    )
    status = 409


class NotYourBooks(Refusal):
    """Only those who serve a commune read or write its books."""

    code = "registers.not_yours"
    sentence: ClassVar[str | Promise] = _("You may not open the books of this commune.")
    status = 403


class UnknownEntry(Refusal):
    """There is no such entry in the actor's commune."""

    code = "registers.unknown_entry"
    sentence: ClassVar[str | Promise] = _("This entry was not found in the books of the commune.")
    status = 404


class TermMissing(Refusal):
    """The law wants a term that the content does not have."""

    code = "registers.term_missing"
    sentence: ClassVar[str | Promise] = _("The entry cannot be written without: %(term)s.")


class TermUnknown(Refusal):
    """The content has a term that the book does not know."""

    code = "registers.term_unknown"
    sentence: ClassVar[str | Promise] = _("The book has no place for: %(term)s.")


class WordsMissing(Refusal):
    """A search without a name would list the whole book."""

    code = "registers.words_missing"
    sentence: ClassVar[str | Promise] = _("Type at least two letters of a name.")
