"""What was sent is filed under the law of the day; sent again, under the law of its dossier."""

from motcua.dossiers.errors import KeyReused
from motcua.dossiers.sent_before import handed_in_as
from motcua.parts.doors import Visit
from motcua.parts.origin import origin_of
from motcua.portal.filing import Filed, file_form
from motcua.portal.reading import Posted, posted
from motcua.portal.visitor import begin_holding, known
from motcua.procedures.pack import Procedure
from motcua.procedures.queries import by_version


def file_sent(request: Visit, sent: Posted, procedure: Procedure) -> Filed:
    """Kept or handed in by whoever stands here; KeyReused when its number stands for other words.

    Between a sending and its repetition the form may have changed. The repetition is then read as
    the first was, so that the same words are the same dossier.
    """
    try:
        return _filed(request, sent, procedure)
    except KeyReused:
        before = handed_in_as(sent.id, begin_holding(request))
        if before is None or before.procedure_id == procedure.version_id:
            raise
        law = by_version(before.procedure_id)
        return _filed(request, posted(request, law), law)


def _filed(request: Visit, sent: Posted, procedure: Procedure) -> Filed:
    return file_form(
        sent,
        procedure,
        by=begin_holding(request),
        at=request.at,
        verified=known(request),
        origin=origin_of(request),
    )
