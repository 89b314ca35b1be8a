"""A form that was drawn for one person and comes back when somebody else stands here."""

from http import HTTPStatus

from django.http import HttpResponse
from django.utils.translation import gettext as _

from motcua.parts.doors import HELP, Visit
from motcua.parts.saying_no import No, say_no, sign_in_first
from motcua.portal.sealing import whose
from motcua.portal.visitor import known


def is_stale(visit: Visit, was_known: str) -> bool:
    """Whether the form was drawn for somebody known, and nobody known stands here, or where
    people are helped another person."""
    if not was_known:
        return visit.help is not None
    if visit.help is not None or HELP in visit.session:
        return was_known != whose(visit)
    return not known(visit)


def of_somebody_else(visit: Visit) -> HttpResponse:
    """What was typed for one person goes into nobody else's dossier.

    Who was signed out signs in again and sends it again. Where a help is over, nothing of it is
    shown: what was typed until a few seconds before is with the commune.
    """
    return say_no(visit, _help_is_over() if HELP in visit.session else sign_in_first())


def _help_is_over() -> No:
    return No(
        status=HTTPStatus.CONFLICT,
        title=_("This form was for somebody else"),
        sentences=[
            _("The help that it was opened for is over, so nothing was handed in."),
            _("What was typed is kept as the person's draft. To go on, begin to help them again."),
        ],
        code="help.over",
        kind="warn",
        keeps=False,
    )
