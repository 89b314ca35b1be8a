"""Papers on the screen: what people handed in and what the press made, each look journalled."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from motcua.counter.frame import DESK, RECEPTION, desk_page
from motcua.counter.looking import document_bytes, paper_file, sealed_in
from motcua.counter.paper_acts import paper_act
from motcua.counter.printed import documents_about
from motcua.parts.doors import Visit, opens


@opens(to=DESK)
def file(request: Visit, dossier_id: UUID, file_id: int) -> HttpResponse:
    """One photograph or PDF that was handed in."""
    found, content = paper_file(dossier_id, file_id, by=request.actor, at=request.at)
    ending = "pdf" if found.media == "application/pdf" else "jpg"
    return sealed_in(content, found.media, f"{found.paper.name}-{found.pk}.{ending}")


@opens(to=DESK)
def document(request: Visit, document_id: UUID) -> HttpResponse:
    """One slip, draft or signed paper as a PDF, to read or print."""
    paper, content = document_bytes(document_id, by=request.actor, at=request.at)
    return sealed_in(content, "application/pdf", f"{paper.template}.pdf")


@opens(to=DESK)
def documents(request: Visit, dossier_id: UUID) -> HttpResponse:
    """The list of slips and papers alone, looked at again while the press works."""
    found = documents_about(f"dossier:{dossier_id}", commune=request.actor.commune or "")
    context = {"documents": found, "dossier_id": dossier_id}
    return desk_page(request, "counter/parts/documents.html", context)


@opens(to=RECEPTION)
@require_POST
def paper(request: Visit, dossier_id: UUID, name: str) -> HttpResponse:
    """A paper photographed, shown at the counter, or known from data."""
    paper_act(request, dossier_id, name)
    return redirect(reverse("counter:dossier", args=[dossier_id]) + "#papers")
