"""A draft that could not be handed in just now: kept, with its code, and from when to go on."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from motcua.dossiers.codes import spoken
from motcua.dossiers.errors import SubmissionsSpent
from motcua.dossiers.models import Dossier
from motcua.foundation.refusal import Refusal
from motcua.parts.doors import Visit
from motcua.people.errors import NotAPhone
from motcua.portal.errors import PhoneMissing
from motcua.portal.frame import shown


def still_a_draft(request: Visit, draft: Dossier, refusal: Refusal) -> HttpResponse:
    """The page that says why, that nothing is lost, and what can be done instead."""
    spent = isinstance(refusal, SubmissionsSpent)
    context = {
        "heading": _("It is not handed in yet") if spent else _("No code could be sent"),
        "draft": draft,
        "code": spoken(draft.code),
        "refusal": refusal,
        "not_mobile": isinstance(refusal, (NotAPhone, PhoneMissing)),
    }
    return shown(request, "unconfirmed.html", context, refusal.status)
