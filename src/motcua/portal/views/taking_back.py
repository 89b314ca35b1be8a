"""Taking back what somebody helped with: whoever helped is out, and the code is another."""

from uuid import UUID

from django.http import HttpResponse

from motcua.dossiers.actions import take_back
from motcua.dossiers.codes import spoken
from motcua.dossiers.errors import NotFound
from motcua.dossiers.queries import own
from motcua.dossiers.states import State
from motcua.parts.catalogue import title_of
from motcua.parts.doors import PUBLIC, Visit, opens
from motcua.portal.frame import shown
from motcua.portal.hands_shown import hands
from motcua.portal.qr import qr
from motcua.portal.visitor import holder
from motcua.procedures.queries import by_version


@opens(to=PUBLIC)
def back(request: Visit, key: UUID) -> HttpResponse:
    """Who helped, and the one press that ends it; afterwards the new code."""
    if request.help is not None:
        raise NotFound
    dossier = own(dossier_id=key, by=holder(request), at=request.at, why="take back")
    if request.method == "POST":
        dossier = take_back(dossier_id=key, by=holder(request), at=request.at)
    draft = dossier.state == State.DRAFT
    context = {
        "dossier": dossier,
        "title": title_of(by_version(dossier.procedure_id)).short,
        "hands": hands(dossier),
        "done": request.method == "POST",
        "code": spoken(dossier.code),
        "qr": qr(request, dossier.code, draft=draft),
        "draft": draft,
    }
    return shown(request, "take_back.html", context)
