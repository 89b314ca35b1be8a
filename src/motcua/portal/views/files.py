"""The person's own files and papers: only theirs, and each opening is written down."""

from uuid import UUID

from django.http import HttpResponse

from motcua.audit.actions import record_reading
from motcua.dossiers.errors import NotFound
from motcua.dossiers.models import PaperFile
from motcua.dossiers.queries import own
from motcua.foundation import files
from motcua.parts.doors import KNOWN, Visit, opens
from motcua.portal.story import documents
from motcua.results.queries import content

# A kept file may do nothing in the browser but be looked at.
_CAGE = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox"


@opens(to=KNOWN)
def file(request: Visit, key: UUID, number: int) -> HttpResponse:
    """A photograph or PDF that was handed in with the dossier."""
    own(dossier_id=key, by=request.actor, at=request.at, why="own file")
    found = PaperFile.objects.filter(pk=number, paper__dossier_id=key).first()
    if found is None:
        raise NotFound
    answer = HttpResponse(files.read(found.digest), content_type=found.media)
    answer["Content-Security-Policy"] = _CAGE
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@opens(to=KNOWN)
def document(request: Visit, key: UUID, number: UUID) -> HttpResponse:
    """The signed paper."""
    dossier = own(dossier_id=key, by=request.actor, at=request.at, why="own result")
    found = next((one for one in documents(dossier) if one.pk == number), None)
    if found is None:
        raise NotFound
    record_reading(
        chain=dossier.commune_id,
        by=request.actor,
        at=request.at,
        what="result",
        about=[f"document:{found.pk}"],
        why="own result",
    )
    answer = HttpResponse(content(found), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{found.template}-{dossier.code}.pdf"'
    return answer
