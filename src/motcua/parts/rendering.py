"""From a template and a few names to a page."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.template.backends.utils import csrf_input_lazy, csrf_token_lazy
from django.urls import reverse

from motcua.foundation import actor as people
from motcua.parts.environment import speaks
from motcua.parts.letterhead import letterhead_of


def page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    """A whole page or an htmx fragment, with what every layout needs already in it."""
    jinja = engines["jinja2"].env  # type: ignore[attr-defined]
    names = {**common(request), **(context or {})}
    return HttpResponse(jinja.get_template(template).render(names), status=status)


def common(request: HttpRequest) -> dict[str, Any]:
    """The names that every template knows; nothing here asks the database."""
    return {
        "request": request,
        "actor": getattr(request, "actor", people.PUBLIC),
        "at": getattr(request, "at", None),
        "language": speaks(),
        "languages": settings.LANGUAGES,
        "language_link": lambda code: language_link(request, code),
        "letterhead": letterhead_of(request),
        "rehearsal": settings.REHEARSAL,
        "banners": (),
        "csrf_input": csrf_input_lazy(request),
        "csrf_token": csrf_token_lazy(request),
    }


def language_link(request: HttpRequest, code: str) -> str:
    """Where the same page is had in another language."""
    return f"{reverse('language', args=[code])}?{urlencode({'next': request.get_full_path()})}"
