"""Papers of a dossier: photographed, shown at the counter, or replaced by data that is there."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from motcua.audit.actions import record
from motcua.dossiers.attachments import Clean, cleaned, page_pictures
from motcua.dossiers.enclosing import encloses
from motcua.dossiers.errors import NotFound, NotNow, PaperUnknown, TooManyFiles
from motcua.dossiers.models import Dossier, Paper, PaperFile
from motcua.dossiers.press import who_is
from motcua.dossiers.states import State, Who
from motcua.foundation import files
from motcua.foundation.actor import Actor
from motcua.procedures.queries import by_version

_OFFICE = {Who.RECEPTIONIST, Who.OFFICER, Who.CHAIR}
MOST_FILES = 12
# Of a paper that a result encloses, a picture each.
MOST_PAGES = 60
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

    What the office takes of a paper that a result encloses is kept as pictures, one for each page;
    the last of them is returned.

    Refuses what cannot be read (see `attachments`), PaperUnknown and TooManyFiles.
    """
    known = _of(dossier_id, by)
    enclosed = _of_office(by, known) and encloses(by_version(known.procedure_id), name)
    pages = _pages(content) if enclosed else [cleaned(content)]
    digests = [files.keep(one.content) for one in pages]
    with transaction.atomic():
        dossier = _open(dossier_id, by)
        paper = _paper(dossier, name, "file")
        most = MOST_PAGES if enclosed else MOST_FILES
        if len({*paper.files.values_list("digest", flat=True), *digests}) > most:
            raise TooManyFiles(most=most)
        about = {"added_at": at, "added_by": by.id, "by_office": enclosed}
        rows = [
            _kept(paper, digest, clean, about) for digest, clean in zip(digests, pages, strict=True)
        ]
        if any(made for _row, made in rows):
            _tell(dossier, "attach", name, by, at)
    return rows[-1][0]


def _pages(content: bytes) -> list[Clean]:
    return [Clean(page, "image/jpeg", 1) for page in page_pictures(content)]


def _kept(
    paper: Paper, digest: str, clean: Clean, about: Mapping[str, Any]
) -> tuple[PaperFile, bool]:
    """A picture that was there from home already is the office's own from now on."""
    facts = {**about, "media": clean.media, "size": len(clean.content), "pages": clean.pages}
    row, made = PaperFile.objects.get_or_create(paper=paper, digest=digest, defaults=facts)
    if about["by_office"] and not row.by_office:
        row.by_office = made = True
        row.save(update_fields=["by_office"])
    return row, made


def detach(*, dossier_id: UUID, file: int, by: Actor, at: datetime) -> None:
    """Take a file off a draft, or off what was asked for again; harmless when it is gone.

    What the office took itself it may take off as long as papers are taken.
    """
    with transaction.atomic():
        dossier = _open(dossier_id, by)
        found = PaperFile.objects.filter(pk=file, paper__dossier=dossier).first()
        own = found is not None and found.by_office and _of_office(by, dossier)
        if not own and dossier.where not in (State.DRAFT, State.AWAITING_SUPPLEMENT):
            raise NotNow
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
        if not _of_office(by, dossier):
            raise NotFound
        paper = _paper(dossier, name, source)
        paper.source, paper.note = source, note
        paper.save(update_fields=["source", "note"])
        _tell(dossier, f"paper_{source}", name, by, at)
    return paper


def _of_office(by: Actor, dossier: Dossier) -> bool:
    return bool(who_is(by, dossier) & _OFFICE)


def _of(dossier_id: UUID, by: Actor) -> Dossier:
    """NotFound before a byte of a stranger's file is looked into."""
    wanted = Dossier.objects.filter(pk=dossier_id).only("commune_id", "owner", "procedure_id")
    found = wanted.first()
    if found is None or not who_is(by, found):
        raise NotFound
    return found


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
