"""The frame of every page of the staff: the links of the roles held, the search box, the way out.

The doors of the staff do not know one another; the menu is here as data, so that each of them
shows the same one.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.http import HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.foundation.actor import Role
from motcua.parts.doors import Visit
from motcua.parts.rendering import page

DESK = frozenset({Role.RECEPTIONIST, Role.OFFICER, Role.CHAIR})
DECIDERS = frozenset({Role.CHAIR})
KEEPERS = frozenset({Role.OFFICER, Role.CHAIR})
RECEPTION = frozenset({Role.RECEPTIONIST, Role.OFFICER})
AUDITORS = frozenset({Role.AUDITOR})
ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})
VOLUNTEERS = frozenset({Role.VOLUNTEER})
# Who may act for a resident, in the village or at the counter.
HELPERS = RECEPTION | {Role.VOLUNTEER}
# Who may lend their voice to the questions of a form.
SPEAKERS = HELPERS | ADMINISTRATORS
# Who may decide about a change that somebody else asked for.
DECIDING = ADMINISTRATORS | DECIDERS
STAFF = DESK | AUDITORS | ADMINISTRATORS | HELPERS


class Place(NamedTuple):
    """A link of the menu: its word, the name of its route, whose it is."""

    word: str | Promise
    route: str
    roles: frozenset[Role]


PLACES = (
    Place(_("Work list"), "counter:desk", DESK),
    Place(_("To sign"), "counter:to_sign", DECIDERS),
    Place(_("Reception"), "counter:reception", RECEPTION),
    Place(_("New dossier"), "counter:services", RECEPTION),
    Place(_("To call"), "counter:calls", RECEPTION),
    Place(_("Helping"), "village:home", HELPERS),
    Place(_("Voices"), "village:voices", SPEAKERS),
    Place(_("Books"), "counter:books", DESK),
    Place(_("Residents"), "counter:residents", DESK),
    Place(_("Register of dossiers"), "counter:register", DESK),
    Place(_("Lists in and out"), "office:lists", KEEPERS),
    Place(_("Journal"), "office:journal", AUDITORS),
    Place(_("State of the machine"), "office:health", ADMINISTRATORS),
    Place(_("Accounts"), "office:accounts", ADMINISTRATORS),
    Place(_("Telephones of helpers"), "office:phones", ADMINISTRATORS),
    Place(_("Calendar"), "office:calendar", ADMINISTRATORS),
    Place(_("The law"), "office:laws", ADMINISTRATORS),
    Place(_("Changes of the law"), "office:changes", DECIDING),
)


def staff_page(
    request: Visit, template: str, context: Mapping[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    """A page of the staff, or a fragment of one."""
    roles = request.actor.roles
    frame = {
        "desk_url": reverse("counter:home"),
        "places": [(place.word, reverse(place.route)) for place in PLACES if place.roles & roles],
        "here": request.path,
        "password_url": reverse("office:password"),
        "sign_out_url": reverse("portal:sign-out"),
    }
    if roles & DESK:
        frame["find_url"] = reverse("counter:search")
    return page(request, template, {**frame, **(context or {})}, status=status)
