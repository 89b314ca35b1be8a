"""Opening a draft on another telephone, once its code and second fact were right."""

from urllib.parse import urlencode

from django.urls import reverse

from motcua.dossiers.actions import claim, open_to_help
from motcua.dossiers.errors_of_helping import HelpFirst
from motcua.dossiers.models import Dossier
from motcua.foundation.actor import Role
from motcua.parts.doors import Visit
from motcua.people.errors import NotAPhone
from motcua.people.phone import normal
from motcua.portal.confirming import send_code
from motcua.portal.visitor import begin_holding


def open_draft(visit: Visit, draft: Dossier) -> str:
    """The address where the person goes on.

    One that belongs to a confirmed telephone, and a browser's draft in which the person gave a
    telephone, first want a code sent to it; a browser's draft without one passes to this browser.
    One that belongs to an account wants the account. A helper works on it beside its owner; a
    volunteer without a help does not open it (HelpFirst).
    """
    goes_on = reverse("portal:continue", args=[draft.pk])
    if visit.help is not None:
        open_to_help(dossier_id=draft.pk, by=visit.actor, at=visit.at)
        return goes_on
    by = begin_holding(visit)
    head, _, rest = draft.owner.partition(":")
    if draft.owner == by.id:
        return goes_on
    if by.has(Role.VOLUNTEER):
        raise HelpFirst
    if head == "account":
        return f"{reverse('portal:sign-in')}?{urlencode({'next': goes_on})}"
    if head == "phone":
        send_code(visit, rest, after=goes_on)
        return reverse("portal:confirm")
    if _rings(draft.filer_phone) and by.id != f"phone:{draft.filer_phone}":
        send_code(visit, draft.filer_phone, after=goes_on, opens=draft)
        return reverse("portal:confirm")
    claim(dossier_id=draft.pk, owner=draft.owner, by=by, at=visit.at)
    return goes_on


def _rings(phone: str) -> bool:
    """Whether a message reaches it; in a draft stands what was typed."""
    try:
        return normal(phone) == phone
    except NotAPhone:
        return False
