"""Papers of a dossier: photographed, shown at the counter, or replaced by data that is there."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.audit.actions import record
from motcua.dossiers.attachments import cleaned
from motcua.dossiers.errors import NotFound, NotNow, PaperUnknown, TooManyFiles
from motcua.dossiers.models import Dossier, Paper, PaperFile
from motcua.dossiers.press import who_is
from motcua.dossiers.states import State
from motcua.foundation import files
from motcua.foundation.actor import Actor
from motcua.procedures.queries import by_version

MOST_FILES = 12
TAKES_PAPERS = frozenset(
    {
        State.DRAFT,
        State.SUBMITTED,
        State.ACCEPTED,
        State.IN_PROGRESS,
        State.AWAITING_SUPPLEMENT,
    }
)


def attach(*, dossier_id: UUID, name: str, content: bytes, by: Actor, at: datetime) -> PaperFile:
    """Add a photograph or PDF to a paper; the same file again is the same file.

    Refuses what cannot be read (see `attachments`), PaperUnknown and TooManyFiles.
    """
    _of(dossier_id, by)
    clean = cleaned(content)
    digest = files.keep(clean.content)
    with transaction.atomic():
        dossier = _open(dossier_id, by)
        paper = _paper(dossier, name, "file")
        if paper.files.exclude(digest=digest).count() >= MOST_FILES:
            raise TooManyFiles(most=MOST_FILES)
        kept, made = PaperFile.objects.get_or_create(
            paper=paper,
            digest=digest,
            defaults={
                "media": clean.media,
                "size": len(clean.content),
                "pages": clean.pages,
                "added_at": at,
                "added_by": by.id,
            },
        )
        if made:
            _tell(dossier, "attach", name, by, at)
    return kept


def detach(*, dossier_id: UUID, file: int, by: Actor, at: datetime) -> None:
    """Take a file off a draft, or off what was asked for again; harmless when it is gone."""
    with transaction.atomic():
        dossier = _open(dossier_id, by)
        if dossier.where not in (State.DRAFT, State.AWAITING_SUPPLEMENT):
            raise NotNow
        found = PaperFile.objects.filter(pk=file, paper__dossier=dossier).first()
        if found:
            name = found.paper.name
            found.delete()
            _tell(dossier, "detach", name, by, at)


def mark_paper(
    *, dossier_id: UUID, name: str, source: str, note: str, by: Actor, at: datetime
) -> Paper:
    """Say that a paper was shown at the counter (``shown``) or is known from data (``data``)."""
    with transaction.atomic():
        dossier = _open(dossier_id, by)
        if by.commune != dossier.commune_id:
            raise NotFound
        paper = _paper(dossier, name, source)
        paper.source, paper.note = source, note
        paper.save(update_fields=["source", "note"])
        _tell(dossier, f"paper_{source}", name, by, at)
    return paper


def _of(dossier_id: UUID, by: Actor) -> None:
    """NotFound before a byte of a stranger's file is looked into."""
    found = Dossier.objects.filter(pk=dossier_id).only("commune_id", "owner").first()
    if found is None or not who_is(by, found):
        raise NotFound


def _open(dossier_id: UUID, by: Actor) -> Dossier:
    found = Dossier.objects.select_for_update(of=("self",)).filter(pk=dossier_id).first()
    if found is None or not who_is(by, found):
        raise NotFound
    if found.where not in TAKES_PAPERS:
        raise NotNow
    return found


def _paper(dossier: Dossier, name: str, source: str) -> Paper:
    if name not in {paper.name for paper in by_version(dossier.procedure_id).papers}:
        raise PaperUnknown(name=name)
    paper, _ = Paper.objects.get_or_create(dossier=dossier, name=name, defaults={"source": source})
    return paper


def _tell(dossier: Dossier, verb: str, name: str, by: Actor, at: datetime) -> None:
    record(
        chain=dossier.commune_id,
        by=by,
        at=at,
        verb=verb,
        about=f"dossier:{dossier.pk}",
        facts={"paper": name},
    )
