"""What can be done with a paper at the counter."""

from uuid import UUID

from motcua.dossiers import actions
from motcua.dossiers.cleaning.bounds import MOST_BYTES
from motcua.dossiers.errors import PaperUnknown
from motcua.foundation.typed_number import typed_number
from motcua.parts.doors import Visit

_WITHOUT_FILE = frozenset({"shown", "data"})


def paper_act(request: Visit, dossier_id: UUID, name: str) -> None:
    """Attach what was photographed, take it off, or mark the paper as the button says."""
    if (taken := typed_number(request.POST.get("remove"))) is not None:
        actions.detach(dossier_id=dossier_id, file=taken, by=request.actor, at=request.at)
        return
    source = request.POST.get("source", "file")
    if source in _WITHOUT_FILE:
        actions.mark_paper(
            dossier_id=dossier_id,
            name=name,
            source=source,
            note=request.POST.get("note", "")[:300],
            by=request.actor,
            at=request.at,
        )
        return
    chosen = request.FILES.getlist("file")
    if not chosen:
        raise PaperUnknown("file", name=name)
    for one in chosen:
        actions.attach(
            dossier_id=dossier_id,
            name=name,
            content=one.read(MOST_BYTES + 1),
            by=request.actor,
            at=request.at,
        )
