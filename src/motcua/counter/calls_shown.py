"""A call that waits, as the desk reads it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.dossiers.calling.actions import NO_ANSWER
from motcua.dossiers.calling.models import Call
from motcua.dossiers.codes import spoken
from motcua.parts.asking import spoken as said
from motcua.parts.catalogue import title_of
from motcua.parts.environment import speaks
from motcua.parts.formats import moment
from motcua.procedures.pack import Procedure
from motcua.procedures.queries import by_version

TIMES: Mapping[str, str | Promise] = {
    Call.Convenient.ANY: _("at any time"),
    Call.Convenient.MORNING: _("in the morning"),
    Call.Convenient.AFTERNOON: _("in the afternoon"),
}
OUTCOMES: Mapping[str, str | Promise] = {
    Call.State.DONE: _("Called, done"),
    NO_ANSWER: _("No answer, try again"),
    Call.State.UNREACHABLE: _("Could not reach"),
}


@dataclass(frozen=True, slots=True)
class CallShown:
    """One row; `stopped_at` in the words of the question, `history` the tries, oldest first."""

    id: UUID
    dossier: UUID
    name: str
    code: str
    phone: str
    service: str
    stopped_at: str
    convenient: str | Promise
    promised_by: datetime
    late: bool
    seen: int
    history: Sequence[str]


def call_shown(call: Call, at: datetime) -> CallShown:
    """A call in words."""
    procedure = by_version(call.dossier.procedure_id)
    return CallShown(
        id=call.pk,
        dossier=call.dossier_id,
        name=call.dossier.filer_name,
        code=spoken(call.dossier.code),
        phone=call.phone,
        service=title_of(procedure).short,
        stopped_at=_question(procedure, call.question),
        convenient=TIMES[call.convenient],
        promised_by=call.promised_by,
        late=call.promised_by < at,
        seen=call.tries,
        history=[
            f"{moment(one.at)}: {OUTCOMES[one.outcome]} ({one.by_name})"
            for one in sorted(call.history.all(), key=lambda one: one.pk)
        ],
    )


def _question(procedure: Procedure, name: str) -> str:
    if name in procedure.form.by_name:
        words = said(procedure.form.by_name[name].words, speaks())
        return words.term or words.label
    papers = {f"paper:{one.name}": one for one in procedure.papers}
    return said(papers[name].words, speaks()).label if name in papers else ""
