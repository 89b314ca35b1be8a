"""A question of a form, to be listened to."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from motcua.foundation.clock import day_of
from motcua.parts.doors import PUBLIC, Visit, opens
from motcua.parts.letterhead import letterhead_of
from motcua.parts.way_back import safe_next
from motcua.portal.listening import TONGUE, sound_answer
from motcua.procedures.pack import Procedure
from motcua.procedures.queries import in_force
from motcua.voices.errors import NoSuchQuestion
from motcua.voices.queries import Heard, heard
from motcua.voices.tongues import TONGUES


@opens(to=PUBLIC)
@require_safe
def sound(request: Visit, code: str, question: str) -> HttpResponse:
    """MP3 of one question; what a person typed is no part of it."""
    procedure = in_force(code, day_of(request.at))
    return sound_answer(request, _heard(request, procedure, question))


@opens(to=PUBLIC)
@require_safe
def choose(request: Visit, tongue: str) -> HttpResponse:
    """Hear the questions in this tongue from now on, on this phone."""
    if tongue not in TONGUES:
        raise NoSuchQuestion
    answer = redirect(safe_next(request))
    answer.set_cookie(TONGUE, tongue, max_age=31_536_000, samesite="Lax")
    return answer


def _heard(visit: Visit, procedure: Procedure, question: str) -> Heard:
    commune = letterhead_of(visit).code
    return heard(procedure, question, _wanted(visit), commune=commune)


def _wanted(request: HttpRequest) -> str:
    chosen = request.GET.get("in") or request.COOKIES.get(TONGUE)
    return chosen or get_language() or "vi"
