"""Reading files for the screen: who may, the line in the journal, the headers that hold them."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse

from motcua.audit.actions import record_reading
from motcua.dossiers.errors import NotFound
from motcua.dossiers.models import PaperFile
from motcua.foundation import files
from motcua.foundation.actor import Actor
from motcua.results import queries
from motcua.results.models import Document

# A file of somebody else's is shown and does nothing: no script, no request, no form. The sandbox
# would keep browsers from showing a PDF at all; a PDF has no origin of its own to protect.
_HELD = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
_SANDBOXED = f"{_HELD}; img-src 'self'; sandbox"


def paper_file(
    dossier_id: UUID, file_id: int, *, by: Actor, at: datetime
) -> tuple[PaperFile, bytes]:
    """A file of a dossier of the actor's commune; NotFound for any other."""
    rows = PaperFile.objects.select_related("paper")
    found = rows.filter(
        pk=file_id, paper__dossier_id=dossier_id, paper__dossier__commune_id=by.commune
    ).first()
    if found is None:
        raise NotFound
    record_reading(
        chain=by.commune or "",
        by=by,
        at=at,
        what="paper",
        about=[f"dossier:{dossier_id}"],
        why=found.paper.name,
    )
    return found, files.read(found.digest)


def document_bytes(document_id: UUID, *, by: Actor, at: datetime) -> tuple[Document, bytes]:
    """A paper that the press made, of the actor's commune."""
    paper = queries.document(document_id, by=by)
    content = queries.content(paper)
    record_reading(
        chain=paper.commune_id, by=by, at=at, what="document", about=[paper.about], why=paper.kind
    )
    return paper, content


def sealed_in(content: bytes, media: str, name: str) -> HttpResponse:
    """The bytes as what they are and nothing else, under a name of ours."""
    response = HttpResponse(content, content_type=media)
    response["Content-Disposition"] = f'inline; filename="{name}"'
    response["Content-Security-Policy"] = _HELD if media == "application/pdf" else _SANDBOXED
    response["X-Content-Type-Options"] = "nosniff"
    response["X-Frame-Options"] = "SAMEORIGIN"
    return response
