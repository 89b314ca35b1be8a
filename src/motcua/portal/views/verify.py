"""What the square code on a paper leads to."""

from django.http import HttpResponse

from motcua.parts.doors import PUBLIC, Visit, opens
from motcua.portal.frame import shown
from motcua.results.actions import look_up


@opens(to=PUBLIC)
def verify(request: Visit, token: str) -> HttpResponse:
    """Valid, corrected, replaced, revoked, unknown or forged; counted, never by who asks."""
    verdict = look_up(token=token, at=request.at)
    return shown(request, "verify.html", {"verdict": verdict, "host": request.get_host()})
