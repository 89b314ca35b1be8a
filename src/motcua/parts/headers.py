"""What a browser may do with our pages: run our files, frame nothing."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from motcua.foundation.actor import PUBLIC

_CONTENT = "; ".join(
    (
        # Scripts and styles too: none within a page, none from elsewhere.
        "default-src 'self'",
        "img-src 'self' data: blob:",
        "media-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": _CONTENT,
    "Permissions-Policy": "camera=(self), microphone=(self), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# On a shared telephone the next person's Back button must not bring up the last one's page.
_PRIVATE, _FRESH = "private, no-store", "private, no-cache"


class HeadersMiddleware:
    """Put the headers on every answer that a view made; static files have their own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        private = _is_somebodys(request, response)
        response.headers.setdefault("Cache-Control", _PRIVATE if private else _FRESH)
        return response


def _is_somebodys(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether the page may show what one person typed or owns: a draft has no name yet, but a
    session; and the answer to a form shows the form again."""
    cookie = settings.SESSION_COOKIE_NAME
    known = getattr(request, "actor", PUBLIC).id != PUBLIC.id
    sits = cookie in request.COOKIES or cookie in response.cookies
    return known or sits or request.method not in ("GET", "HEAD")
