"""Opening a draft on another telephone, once its code and second fact were right."""

from urllib.parse import urlencode

from django.urls import reverse

from motcua.dossiers.actions import claim, open_to_help
from motcua.dossiers.errors_of_helping import HelpFirst
from motcua.dossiers.models import Dossier
from motcua.foundation.actor import Role
from motcua.parts.doors import Visit
from motcua.portal.confirming import send_code
from motcua.portal.visitor import begin_holding


def open_draft(visit: Visit, draft: Dossier) -> str:
    """The address where the person goes on.

    A browser's draft passes to this browser. One that belongs to a confirmed telephone first
    wants a code sent to it, one that belongs to an account wants the account. A helper works on it
    beside its owner; a volunteer without a help does not open it (HelpFirst).
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
    claim(dossier_id=draft.pk, owner=draft.owner, by=by, at=visit.at)
    return goes_on
