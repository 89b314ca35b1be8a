"""The offices that do what the commune's procedures do not, in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

OFFICES: Mapping[str, Promise | str] = {
    "commune": _("At the counter of the commune, in person"),
    "police": _("At the police of the commune, or on VNeID"),
    "land": _("At the land registration office"),
    "insurance": _("At the social insurance office"),
    "school": _("At the school"),
}
