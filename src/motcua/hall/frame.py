"""A page of the waiting room: the commune that the address names heads it."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse

from motcua.parts.doors import Visit
from motcua.parts.letterhead import Letterhead
from motcua.parts.rendering import page


def shown(
    visit: Visit, template: str, place: Letterhead, context: Mapping[str, Any], status: int = 200
) -> HttpResponse:
    """The page; never kept by a browser, so that "back" shows no one else's number."""
    names = {"commune": place.code, "letterhead": place, **context}
    response = page(visit, f"hall/{template}", names, status)
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response
