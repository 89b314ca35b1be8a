"""What the kinds of notes are called."""

from collections.abc import Mapping
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

NOTE_WORDS: Mapping[str, str | Promise] = {
    "": _("Note"),
    "adoption": _("Adoption"),
    "annulment": _("Marriage annulled"),
    "cancellation": _("Entry cancelled"),
    "change": _("Change"),
    "correction": _("Correction"),
    "death": _("Death noted"),
    "divorce": _("Divorce"),
    "ethnicity": _("Ethnic group determined anew"),
    "guardianship_end": _("Guardianship ended"),
    "other": _("Another note"),
    "parentage": _("Parentage"),
    "supplement": _("Supplement"),
}


@cache
def official_words() -> Mapping[str, str]:
    """Of each kind as a list of the commune writes it."""
    with override("vi"):
        return {kind: str(words) for kind, words in NOTE_WORDS.items() if kind}
