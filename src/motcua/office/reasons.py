"""Why something was read, in words: the code writes a word of its own, an officer a sentence."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# What each page says that it reads for.
REASONS: Mapping[str, str | Promise] = {
    "own page": gettext_lazy("their own dossier"),
    "own form": gettext_lazy("to fill in their own form"),
    "own file": gettext_lazy("their own file"),
    "own result": gettext_lazy("their own result"),
    "receipt": gettext_lazy("their own receipt"),
    "call": gettext_lazy("to be called about their own draft"),
    "calls": gettext_lazy("to call people who asked for it"),
    "kept": gettext_lazy("their own draft"),
    "take back": gettext_lazy("to take it back from who helped"),
    "my cases": gettext_lazy("to see whom they helped"),
    "going out": gettext_lazy("to call on households"),
    "handed over": gettext_lazy("to hand it over to the person"),
    "supplement": gettext_lazy("to send what was asked for"),
    "attach": gettext_lazy("to add a paper"),
    "withdraw": gettext_lazy("to withdraw"),
    "intake": gettext_lazy("to take in a request at the counter"),
    "copy": gettext_lazy("to ask for a new copy of a corrected entry"),
    "fill in": gettext_lazy("to fill in a form with what is known"),
    "inquiries": gettext_lazy("to see what other offices have not answered"),
    "residents": gettext_lazy("to look at the residents"),
    "kin": gettext_lazy("to say who is kin by the books"),
    "by_hand": gettext_lazy("to write something about a resident by hand"),
    "books": gettext_lazy("to look for an entry of the books"),
    "problems": gettext_lazy("to see what is wrong in a list"),
    "draft": gettext_lazy("to go on with a draft at the counter"),
    "sign": gettext_lazy("to sign"),
    "book": gettext_lazy("to read an entry of a book"),
    "cancelling": gettext_lazy("to cancel an entry of the books"),
    "cancellings": gettext_lazy("to see which entries shall be cancelled"),
    "doubles": gettext_lazy("to say whether two entries are one event"),
    "digitise": gettext_lazy("to copy an entry from a paper book"),
    "scan": gettext_lazy("to put a picture beside an entry"),
    "bulk": gettext_lazy("to act on several at once"),
    "06": gettext_lazy("for the register of dossiers"),
    "reprint": gettext_lazy("to print it again"),
    "revoke": gettext_lazy("to revoke it"),
    "replace": gettext_lazy("to replace it"),
}


def reason_shown(why: str) -> str:
    """The reason of a line as a person reads it; a sentence that somebody wrote stays as it is."""
    if why in REASONS:
        return str(REASONS[why])
    first, _space, rest = why.partition(" ")
    if first == "replace" and rest:
        return _("to replace number %(number)s") % {"number": rest}
    if why.startswith(("dossier:", "book:")):
        return _for_a_thing(why)
    if why.startswith("/"):
        return _("for the page %(page)s") % {"page": why}
    if "=" in why and " " not in why:
        return _("as filtered: %(filters)s") % {"filters": why}
    return why


def _for_a_thing(why: str) -> str:
    """A dossier, or the books of a kind and a year: ``book:birth:2026``."""
    if why.startswith("dossier:"):
        return _("for a dossier")
    return _("to turn the pages of a book of %(year)s") % {"year": why.rpartition(":")[2]}
