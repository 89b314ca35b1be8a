"""The reader's language: chosen by a link, kept in a cookie and on the account.

Vietnamese unless somebody chose: what a browser says in Accept-Language is the phone shop's
choice more often than the owner's, and a page must not differ between two phones side by side.
"""

from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation

from motcua.parts.doors import PUBLIC, Visit, opens
from motcua.parts.way_back import safe_next
from motcua.people.actions import choose_language

KEPT = timedelta(days=365)
_CODES = frozenset(code for code, _word in settings.LANGUAGES)


class LanguageMiddleware:
    """Speak the language of the cookie for the length of one request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        spoken = asked if asked in _CODES else settings.LANGUAGE_CODE
        with translation.override(spoken):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", spoken)
        return response


@opens(to=PUBLIC)
def choose(request: Visit, code: str) -> HttpResponse:
    """Speak this language from now on, and go back to the page that was open."""
    if code not in _CODES:
        raise Http404(code)
    if request.actor.id.startswith("account:"):
        choose_language(by=request.actor, language=code)
    return speak(redirect(safe_next(request)), code)


def speak(response: HttpResponse, code: str) -> HttpResponse:
    """Let the cookie say it; sign-in calls this with the language of the account."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code,
        max_age=KEPT,
        samesite="Lax",
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response
