"""Those who pay nothing, as the packs name them, in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

GROUNDS: Mapping[str, Promise | str] = {
    "child": _("Child"),
    "disabled": _("Person with a disability"),
    "elderly": _("Elderly person"),
    "merit": _("Family with merit to the country"),
    "minority_hard_area": _("Ethnic minority in an especially hard area"),
    "near_poor": _("Near-poor household"),
    "poor": _("Poor household"),
}
