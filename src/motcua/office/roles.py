"""The roles in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.foundation.actor import Role

Words = str | Promise

ROLES: Mapping[Role, Words] = {
    Role.RECEPTIONIST: _("Receptionist"),
    Role.OFFICER: _("Officer"),
    Role.CHAIR: _("Chair or vice-chair"),
    Role.ADMINISTRATOR: _("Administrator"),
    Role.AUDITOR: _("Auditor"),
    Role.VOLUNTEER: _("Volunteer of a village"),
}
_OTHERS: Mapping[Role, Words] = {
    Role.GUEST: _("Guest"),
    Role.RESIDENT: _("Resident"),
    Role.SYSTEM: _("The programme"),
}


def role_words(roles: str) -> str:
    """``officer,resident`` as a person reads it; that staff are residents too need not be said."""
    held = [Role(one) for one in roles.split(",") if one in set(Role)]
    staff = [str(ROLES[one]) for one in held if one in ROLES]
    return ", ".join(staff or [str(_OTHERS[one]) for one in held])
