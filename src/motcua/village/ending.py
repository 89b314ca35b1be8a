"""To end: the dossier is the person's, the telephone is nobody's."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from motcua.helping.actions import end as end_help
from motcua.helping.models import Ended
from motcua.helping.queries import running
from motcua.parts.doors import HELP, Visit, opens
from motcua.parts.menu import HELPERS


@opens(to=HELPERS)
@require_POST
def end(request: Visit) -> HttpResponse:
    """Hand over and end, or stop: the codes are shown once more, for the person."""
    now = running(by=request.actor, at=request.at)
    if now is not None:
        how = Ended.HANDED_OVER if request.POST.get("how") == "handed_over" else Ended.STOPPED
        end_help(help_id=now.pk, how=how, by=request.actor, at=request.at)
        request.session[HELP] = str(now.pk)
    shown = now.pk if now else request.session.get(HELP)
    response = redirect("portal:handed", shown) if shown else redirect("village:home")
    response["Clear-Site-Data"] = '"cache"'
    return response
