"""From a template and a few names to a page."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template import engines
from django.utils.functional import SimpleLazyObject
from markupsafe import Markup

from motcua.foundation import actor as people
from motcua.parts.environment import speaks, url
from motcua.parts.letterhead import letterhead_of

_SEALED = Markup('<input type="hidden" name="csrfmiddlewaretoken" value="{}">')


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


def fragment(template: str, context: Mapping[str, Any]) -> Markup:
    """A piece of a page in the language that is active now, to be put into another."""
    jinja = engines["jinja2"].env  # type: ignore[attr-defined]
    return Markup(jinja.get_template(template).render(context))  # noqa: S704 - escaped within


def common(request: HttpRequest) -> dict[str, Any]:
    """The names that every template knows; nothing here asks the database."""
    # One seal for all the forms of a page, made only for a page that has one.
    seal = SimpleLazyObject(lambda: get_token(request))
    return {
        "request": request,
        "actor": getattr(request, "actor", people.PUBLIC),
        "at": getattr(request, "at", None),
        "language": speaks(),
        "languages": settings.LANGUAGES,
        "language_link": _language_links(request),
        "letterhead": letterhead_of(request),
        "rehearsal": settings.REHEARSAL,
        "banners": (),
        "csrf_input": SimpleLazyObject(lambda: _SEALED.format(str(seal))),
        "csrf_token": seal,
    }


def _language_links(request: HttpRequest) -> Callable[[str], str]:
    """Where the same page is had in another language, by its code."""
    back = urlencode({"next": request.get_full_path()})
    return lambda code: f"{url('language', code)}?{back}"
