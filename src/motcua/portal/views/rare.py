"""What a form seldom says, fetched by its script."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from motcua.parts.doors import PUBLIC, Visit, opens
from motcua.portal.rare import rare

_YEAR = "public, max-age=31536000, immutable"


@opens(to=PUBLIC)
@require_safe
def rare_words(request: Visit, language: str, stamp: str) -> HttpResponse:
    """The parts in one language; a page from before an update gets today's, and asks again."""
    if language not in dict(settings.LANGUAGES):
        raise Http404
    there = rare(language)
    response = HttpResponse(there.html)
    response["Content-Language"] = language
    response["Cache-Control"] = _YEAR if stamp == there.stamp else "no-cache"
    return response
