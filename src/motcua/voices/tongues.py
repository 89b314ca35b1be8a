"""The languages in which a question can be heard; more than those in which it can be read."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WRITTEN = ("vi", "en", "hi")
# Spoken in the villages and hardly written: whoever speaks one reads the Vietnamese and says it.
TONGUES: Mapping[str, str | Promise] = {
    "vi": _("Vietnamese"),
    "giay": _("Giáy"),
    "hmong": _("H'Mông"),
    "dao": _("Dao"),
    "tay": _("Tày"),
    "nung": _("Nùng"),
    "en": _("English"),
    "hi": _("Hindi"),
}


def written_as(tongue: str) -> str:
    """The language in which the speaker of a tongue reads what is to be said."""
    return tongue if tongue in WRITTEN else "vi"
