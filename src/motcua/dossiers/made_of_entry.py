"""Which papers were made of an entry of the books, and are neither replaced nor revoked."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.dossiers.models import Dossier
from motcua.foundation.actor import Actor
from motcua.registers.kinds import book
from motcua.registers.models import Entry
from motcua.results.models import Result

# An entry has a few papers; of one that had more, the newest are enough to see that there are.
_MOST = 20


@dataclass(frozen=True, slots=True)
class Made:
    """A paper that stands, and the dossier that it was made in."""

    result: Result
    dossier: Dossier


def used_by(entry: Entry) -> QuerySet[Dossier]:
    """The dossiers whose papers may be of an entry: that which wrote it, and those that picked it.

    Where one that picked it wrote another entry of the same book, its papers are of that one.
    """
    picked = Dossier.objects.filter(entry=entry).values_list("pk", flat=True)
    sources = {f"dossier:{key}{also}": key for key in picked for also in ("", f":{entry.kind}")}
    others = Entry.objects.filter(kind=entry.kind, source__in=list(sources)).exclude(pk=entry.pk)
    elsewhere = [sources[source] for source in others.values_list("source", flat=True)]
    return Dossier.objects.filter(Q(entry=entry) | _wrote(entry)).exclude(pk__in=elsewhere)


def _wrote(entry: Entry) -> Q:
    """The dossier that wrote it; nothing where it was copied or brought in."""
    named, _, key = entry.source.partition(":")
    with suppress(ValueError):
        return Q(pk=UUID(key.partition(":")[0])) if named == "dossier" else Q()
    return Q()


def made_of_entry(entry_id: int, *, by: Actor, most: int | None = _MOST) -> Sequence[Made]:
    """The papers that stand made of an entry in the actor's commune, the newest first.

    Those of the last `most` dossiers that used it; None for all.
    """
    entry = Entry.objects.filter(pk=entry_id, commune_id=by.commune).first()
    if entry is None:
        return []
    rows = used_by(entry).filter(commune_id=by.commune).order_by("-finished_at")
    dossiers = {f"dossier:{row.pk}": row for row in rows[:most]}
    papers = Result.objects.filter(
        commune_id=by.commune,
        status__in=Result.STANDING,
        document__about__in=list(dossiers),
        document__template__in=book(entry.kind).papers,
    )
    papers = papers.select_related("document").order_by("-issued_at")
    return [Made(row, dossiers[row.document.about]) for row in papers]
