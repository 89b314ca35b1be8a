"""A "no" that no view caught becomes a designed page; so does a database that does not answer."""

from collections.abc import Callable
from http import HTTPStatus

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from motcua.foundation.refusal import Refusal
from motcua.parts.saying_no import No, say_no


class RefusalMiddleware:
    """Catch a Refusal on its way out. The act's transaction has ended by then: nothing changed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        """The page for a refusal or a resting database; every other problem goes on its way."""
        if isinstance(problem, Refusal):
            return say_no(request, no_of(problem))
        if isinstance(problem, OperationalError):
            return say_no(request, resting())
        return None


def no_of(refusal: Refusal) -> No:
    """A refusal in the words of a page."""
    return No(
        status=refusal.status,
        title=_("This could not be done"),
        sentences=[
            str(refusal),
            _("Nothing has been changed. Put it right and try again, or ask at the counter."),
        ],
        code=refusal.code,
        kind="warn",
    )


def resting() -> No:
    """503: the house is there, its memory is not."""
    return No(
        status=HTTPStatus.SERVICE_UNAVAILABLE,
        title=_("The service is resting"),
        sentences=[
            _("It cannot read or write at the moment. Nothing has been changed."),
            _("Wait a minute and try again; the same form sent twice counts once."),
        ],
        code="house.resting",
        kind="warn",
    )
