"""The pages of failure that Django calls by number, and the one for a form without its seal."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from motcua.parts.kept import kept_form
from motcua.parts.saying_no import No, not_allowed, say_no


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400."""
    return say_no(
        request,
        No(
            status=HTTPStatus.BAD_REQUEST,
            title=_("This could not be understood"),
            sentences=[
                _("What arrived was damaged or too large. Nothing has been changed."),
                _("Go back, reload the page and try again with smaller files."),
            ],
            code="house.not_understood",
        ),
    )


def denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403."""
    return say_no(request, not_allowed())


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404."""
    return say_no(
        request,
        No(
            status=HTTPStatus.NOT_FOUND,
            title=_("There is nothing at this address"),
            sentences=[
                _("Perhaps a letter of it is missing, or the page has moved."),
                _("A dossier is found by its code on the first page."),
            ],
            code="house.not_found",
            kind="info",
        ),
    )


def broken(request: HttpRequest) -> HttpResponse:
    """500: our own mistake. The same form may be sent again: the client's number makes it one."""
    return say_no(
        request,
        No(
            status=HTTPStatus.INTERNAL_SERVER_ERROR,
            title=_("Something broke on our side"),
            sentences=[
                _("It is not your mistake, and it has been written down for the staff."),
                _("Try again in a minute; the same form sent twice counts once."),
            ],
            code="house.broken",
        ),
    )


def unsealed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form without a valid seal (CSRF): mostly a page that stood open over a sign-in."""
    kept = kept_form(request)
    ours = kept is not None and kept.may_be_sent
    again = (
        _("Please press send once more.")
        if ours
        else _("Open the page again from the first page and fill it in there.")
    )
    return say_no(
        request,
        No(
            status=HTTPStatus.FORBIDDEN,
            title=_("This page was open for too long"),
            sentences=[
                _("Its seal has run out, so the form was not taken. Nothing has been changed."),
                again,
            ],
            code="house.unsealed",
            kind="warn",
        ),
    )
