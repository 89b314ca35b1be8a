"""A page of the residents' door: the parts' page with what heads every page of ours."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import gettext as _

from motcua.parts.doors import Visit
from motcua.parts.formats import moment
from motcua.parts.rendering import page
from motcua.portal.sealing import key_of, whose
from motcua.portal.visitor import confirmed_phone, known

_NO_ROBOTS = "noindex, nofollow, noarchive"


def shown(
    visit: Visit,
    template: str,
    context: Mapping[str, Any] | None = None,
    status: int = 200,
    *,
    public: bool = False,
) -> HttpResponse:
    """The page; `public` pages may be found by search engines, all others may not."""
    names = {
        "visitor_known": known(visit),
        "visitor_phone": confirmed_phone(visit),
        "shell": False,
        "help": visit.help,
        "phone_who": whose(visit),
        "phone_key": key_of(visit),
        "banners": banners(visit.at),
        **(context or {}),
    }
    if names["shell"]:
        # What a phone keeps for times without a line is of nobody.
        names["help"] = None
    response = page(visit, f"portal/{template}", names, status)
    response["Motcua-Who"] = names["phone_who"]
    if not public:
        response["X-Robots-Tag"] = _NO_ROBOTS
    return response


def banners(at: datetime) -> list[str]:
    """The announced outage (Decree 224/2026, art. 13), until it is over."""
    begins, ends = settings.OUTAGE or (None, None)
    if begins is None or ends is None or at > ends:
        return []
    said = _("The service rests from %(begins)s to %(ends)s. What you keep before stays kept.")
    return [said % {"begins": moment(begins), "ends": moment(ends)}]
