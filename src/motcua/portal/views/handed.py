"""The help is over: the codes of what was done, for the person to take along."""

from uuid import UUID

from django.http import Http404, HttpResponse

from motcua.audit.actions import record_reading
from motcua.dossiers.codes import spoken
from motcua.dossiers.help_lists import handed as dossiers_of
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from motcua.dossiers.words import STATES
from motcua.helping.queries import own_help
from motcua.parts.catalogue import title_of
from motcua.parts.doors import KNOWN, Visit, opens
from motcua.portal.frame import shown
from motcua.portal.qr import qr
from motcua.procedures.queries import by_version


@opens(to=KNOWN)
def handed(request: Visit, key: UUID) -> HttpResponse:
    """Large, to be read aloud, photographed or printed; for some minutes, and for this helper."""
    one = own_help(help_id=key, by=request.actor)
    if one.ended_at is None:
        raise Http404
    found = dossiers_of(one=one, at=request.at)
    about, chain = [f"dossier:{row.pk}" for row in found], one.commune_id
    if about:
        by, at = request.actor, request.at
        record_reading(chain=chain, by=by, at=at, what="helped", about=about, why="handed over")
    context = {"one": one, "cards": [_card(request, row) for row in found]}
    return shown(request, "handed.html", context)


def _card(request: Visit, row: Dossier) -> dict[str, object]:
    draft = row.where == State.DRAFT
    return {
        "title": title_of(by_version(row.procedure_id)).short,
        "code": spoken(row.code),
        "qr": qr(request, row.code, draft=draft),
        "number": row.number or "",
        "draft": draft,
        "state": row.state,
        "word": STATES[row.where],
        "phone": row.filer_phone,
    }
