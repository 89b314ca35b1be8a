"""Nothing refused is lost: what ended without a result is begun again with what it said."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.dossiers.actions.intake import Intake, keep
from motcua.dossiers.errors import NotFound, NotNow
from motcua.dossiers.models import Dossier, Paper, PaperFile
from motcua.dossiers.press import who_is
from motcua.dossiers.states import Channel, State
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.procedures.queries import in_force

_ENDED = frozenset({State.NOT_ACCEPTED, State.WITHDRAWN})


def may_begin_again(dossier: Dossier) -> bool:
    """Whether it ended, or will end, without what the person came for."""
    return dossier.where in _ENDED or dossier.refused


def begin_again(
    *, dossier_id: UUID, draft_id: UUID, by: Actor, at: datetime, right: str = "self"
) -> Dossier:
    """A draft under today's law with the answers and files of a dossier that came to nothing.

    `draft_id` is chosen by the client: the same press again is the same draft. Refuses NotFound to
    those whom the old one does not concern, and NotNow while it may still come to something.
    """
    with transaction.atomic():
        old = Dossier.objects.select_related("commune", "procedure").filter(pk=dossier_id).first()
        if old is None or not who_is(by, old):
            raise NotFound
        if not may_begin_again(old):
            raise NotNow
        draft = keep(_as_it_was(old, draft_id, right, at), by=by, at=at)
        _copy_files(old, draft)
    return draft


def _as_it_was(old: Dossier, draft_id: UUID, right: str, at: datetime) -> Intake:
    procedure = in_force(old.procedure.code, day_of(at))
    known = procedure.form.by_name
    return Intake(
        id=draft_id,
        commune=old.commune,
        procedure=procedure,
        answers={name: value for name, value in old.answers.items() if name in known},
        unknown=[name for name in old.unknown if name in known],
        channel=Channel.COUNTER if right == "counter" else Channel.ONLINE,
        language=old.language,
        right=right,
    )


def _copy_files(old: Dossier, draft: Dossier) -> None:
    """The same files, kept once; what was only shown has to be shown again."""
    for paper in old.papers.filter(files__isnull=False).distinct().prefetch_related("files"):
        copy, _made = Paper.objects.get_or_create(
            dossier=draft, name=paper.name, defaults={"source": "file"}
        )
        rows = paper.files.values("digest", "media", "size", "pages", "added_at", "added_by")
        PaperFile.objects.bulk_create(
            [PaperFile(paper=copy, **row) for row in rows], ignore_conflicts=True
        )
