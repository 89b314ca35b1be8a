"""The page of a round: the telephone keeps it, as nobody's, for a day without a line."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.foundation.clock import day_of
from motcua.helping.outings.models import Met, Outing
from motcua.helping.outings.queries import counts, own_phones
from motcua.parts.catalogue import title_of
from motcua.parts.doors import Visit
from motcua.parts.rendering import page
from motcua.parts.sealing import key_for, name_for
from motcua.procedures.queries import catalogue
from motcua.village.agreeing import consent_kinds


def out_page(request: Visit) -> HttpResponse:
    """With `shell` it names nobody and no village: what it shows then is on the telephone."""
    shell = "shell" in request.GET
    by, at = request.actor, request.at
    villages = [] if shell else counts(by=by, at=at)
    context = {
        "shell": shell,
        "villages": villages,
        "village_choices": [(code, _said(name, many)) for code, name, many in villages],
        "phones": [] if shell else [(one, standing(one, request)) for one in own_phones(by=by)],
        "phone_who": "" if shell else name_for(by.id),
        "phone_key": "" if shell else key_for(by.id),
        "met": met_choices(),
        "kinds": consent_kinds(),
        "forms": _forms(request),
    }
    response = page(request, "village/out.html", context)
    response["Motcua-Who"] = str(context["phone_who"])
    return response


def _said(name: str, many: int) -> str:
    count = ngettext("%(num)s household", "%(num)s households", many) % {"num": many}
    return f"{name} ({count})"


def _forms(request: Visit) -> list[tuple[str, str]]:
    """Every form that the telephone takes along: where it stands, and what it is called."""
    found = [
        (title_of(one).short, reverse("portal:apply", args=[one.code]))
        for one in catalogue(day_of(request.at))
    ]
    return sorted(found)


def met_choices() -> list[tuple[str, str]]:
    """What may be met at a door, in words."""
    return [
        (Met.DONE.value, _("Was here, all is done")),
        (Met.WANTS_HELP.value, _("They want help")),
        (Met.NOBODY.value, _("Nobody at home")),
        (Met.MOVED.value, _("They do not live here any more")),
    ]


def standing(one: Outing, request: Visit) -> tuple[str, str, str]:
    """A word for a list, with its tone and shape."""
    if one.ended_at is None and one.until <= request.at:
        return _("Time is over, not heard of since"), "stop", "triangle"
    if one.unsent:
        return _("Something is not sent yet"), "warn", "clock"
    return _("Out"), "act", "half"
