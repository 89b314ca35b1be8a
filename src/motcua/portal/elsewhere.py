"""What another office does, and how sure the commune is of it, in words."""

from collections.abc import Iterator

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from motcua.procedures.deadline_words import term_in_words
from motcua.procedures.errors import NoSuchEvent
from motcua.procedures.guide import Elsewhere
from motcua.procedures.guide.reading import guide


def elsewhere_named(name: str) -> Elsewhere:
    """What an address names; NoSuchEvent when the packs have nothing of that name."""
    found = guide().elsewhere.get(name)
    if found is None:
        raise NoSuchEvent
    return found


def term_of(one: Elsewhere) -> str:
    """Its term in words; "" where none is known."""
    return term_in_words(one.term) if one.term else ""


def note_of(one: Elsewhere) -> str:
    """What is to be said beside its fee; "" where there is nothing."""
    return one.note.get(get_language() or "vi") or one.note.get("vi", "")


def doubts_of(one: Elsewhere) -> str:
    """What of it stands here from memory or is not certain, with commas; "" when all was seen."""
    return ", ".join(_doubted(one))


def _doubted(one: Elsewhere) -> Iterator[str]:
    if one.mark != "verified":
        yield _("the code of the procedure")
    if one.term is not None and one.term_mark != "verified":
        yield _("the deadline")
    if one.fee is not None and one.fee_mark != "verified":
        yield _("the fee")
