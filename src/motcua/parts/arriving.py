"""What is turned away before anybody reads it: a body beyond measure, text that is no text."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, QueryDict, UnreadablePostError
from django.utils.translation import gettext as _

from motcua.parts.kept import too_large
from motcua.parts.saying_no import No, say_no

_NUL = "\0"


class ArrivingMiddleware:
    """Before the seal of a form is looked for, which reads all of it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if too_large(request):
            return say_no(request, _too_large())
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponse | None:
        """No keyboard types the letter 0, and no database takes it; and of half a form nothing is
        taken."""
        try:
            texts = [request.path_info, *_values(request.GET), *_values(request.POST)]
        except UnreadablePostError:
            # The line broke while it was sent. A second look at it would find an empty form.
            return say_no(request, _damaged())
        if any(_NUL in text for text in texts):
            return say_no(request, _damaged())
        return None


def _values(form: QueryDict) -> list[str]:
    return [str(value) for _name, values in form.lists() for value in values]


def _too_large() -> No:
    return No(
        status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        title=_("These files are too large together"),
        sentences=[
            _("Nothing was taken, and nothing has been changed."),
            _("Go back and send fewer files at a time; the others can be added afterwards."),
        ],
        code="house.too_large",
        kind="warn",
    )


def _damaged() -> No:
    return No(
        status=HTTPStatus.BAD_REQUEST,
        title=_("This could not be understood"),
        sentences=[_("What arrived was damaged or too large. Nothing has been changed.")],
        code="house.not_understood",
    )
