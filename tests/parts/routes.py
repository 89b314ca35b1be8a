"""Routes of a house that exists only in the tests, one for every kind of door and mishap."""

from http import HTTPStatus
from typing import ClassVar

from django.db import OperationalError
from django.http import HttpResponse
from django.urls import include, path
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.foundation.actor import Role
from motcua.foundation.refusal import Refusal
from motcua.parts.doors import ARRIVING, KNOWN, PUBLIC, SIGNED_IN, Visit, opens


class Stale(Refusal):
    """Somebody else was faster."""

    code: ClassVar[str] = "dossier.stale"
    status: ClassVar[int] = HTTPStatus.CONFLICT
    sentence: ClassVar[str | Promise] = _("Full name")


@opens(to=PUBLIC)
def anyone(request: Visit) -> HttpResponse:
    return HttpResponse(f"{request.actor.id} {request.at:%Y}")


@opens(to=KNOWN)
def known(request: Visit) -> HttpResponse:
    return HttpResponse(request.actor.id)


@opens(to=SIGNED_IN)
def signed_in(request: Visit) -> HttpResponse:
    return HttpResponse(request.actor.id)


@opens(to=ARRIVING)
def arriving(request: Visit) -> HttpResponse:
    return HttpResponse(request.actor.id)


@opens(to={Role.OFFICER, Role.CHAIR})
def desk(request: Visit) -> HttpResponse:
    return HttpResponse(request.actor.commune or "")


@opens(to=PUBLIC)
def refuses(request: Visit) -> HttpResponse:
    raise Stale


@opens(to=PUBLIC)
def rests(request: Visit) -> HttpResponse:
    raise OperationalError("no such host")


@opens(to=PUBLIC)
def breaks(request: Visit) -> HttpResponse:
    raise ZeroDivisionError


urlpatterns = [
    path("", include("motcua.parts.urls")),
    path("anyone", anyone),
    path("known", known),
    path("signed-in", signed_in),
    path("arriving", arriving),
    path("desk", desk),
    path("refuses", refuses),
    path("rests", rests),
    path("breaks", breaks),
]
handler400 = "motcua.parts.failures.not_understood"
handler403 = "motcua.parts.failures.denied"
handler404 = "motcua.parts.failures.not_found"
handler500 = "motcua.parts.failures.broken"
