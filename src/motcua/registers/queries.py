"""Looking into the books: scoped by the actor's commune, and traced."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet

from motcua.audit.actions import record_reading, record_search
from motcua.foundation.actor import Actor
from motcua.foundation.names import folded
from motcua.foundation.partial_date import PartialDate
from motcua.registers.access import READERS, must_serve
from motcua.registers.born import Born
from motcua.registers.errors import UnknownBook, UnknownEntry, WordsMissing
from motcua.registers.errors_of_printing import NothingInMonth
from motcua.registers.finding import Wanted, people
from motcua.registers.kinds import BookKind, books
from motcua.registers.models import Book, Closing, Entry, EntryName


def find(
    *,
    by: Actor,
    commune: str,
    kind: str,
    name: str,
    at: datetime,
    why: str,
    birth: str | None = None,
    beside: str = "",
    limit: int = 20,
) -> list[EntryName]:
    """Persons named in the books of a kind who bear this name, the likeliest first; see `finding`.

    Words need no marks, may be cut short or mistyped: ``vang th thu``. `birth` is a year or a date
    in the stored form, `beside` the name of somebody else in the entry. The search leaves an audit
    line; `why` is the dossier that it is for.
    """
    must_serve(by, commune, *READERS)
    words = folded(name)
    if len(words) < 2:
        raise WordsMissing(field="name")
    born = Born.of(PartialDate.stored(birth)) if birth else None
    wanted = Wanted(name=name, born=born, beside=beside, kind=kind)
    found = [hit.row for hit in people(wanted, commune=commune, limit=limit)]
    record_search(
        chain=commune,
        by=by,
        at=at,
        what=f"register.{kind}",
        words=name,
        shown=[f"entry:{row.entry_id}" for row in found],
        why=why,
    )
    return found


def entry(*, by: Actor, entry_id: int, at: datetime, why: str) -> Entry:
    """One entry with its notes; UnknownEntry when the actor's commune has none such. Traced."""
    row: Entry | None = (
        Entry.objects.filter(pk=entry_id, commune_id=by.commune)
        .select_related("provenance")
        .prefetch_related("notes", "names")
        .first()
    )
    if row is None:
        raise UnknownEntry
    must_serve(by, row.commune_id, *READERS)
    record_reading(
        chain=row.commune_id, by=by, at=at, what="entry", about=[f"entry:{row.pk}"], why=why
    )
    return row


@dataclass(frozen=True, slots=True)
class Shelved:
    """The books of a kind and a year: their volumes, how many entries, and the closing, if any.

    `keepers` are those who kept paper books of that kind and year: "" is this commune.
    """

    kind: BookKind
    year: int
    volumes: Sequence[Book]
    closing: Closing | None

    @property
    def copied(self) -> int:
        """How many of the entries were copied from paper."""
        return sum(volume.copied for volume in self.volumes)

    @property
    def written_here(self) -> int:
        """How many were not: those that a closing is about."""
        return self.entries - self.copied

    @property
    def keepers(self) -> list[str]:
        """Who kept the volumes, this commune first."""
        return sorted({volume.kept_by for volume in self.volumes})

    @property
    def entries(self) -> int:
        """How many there are, in all volumes."""
        return sum(volume.entries for volume in self.volumes)


def years(*, by: Actor, commune: str) -> list[int]:
    """The years in which any book was kept, the newest first."""
    must_serve(by, commune, *READERS)
    rows = Book.objects.filter(commune_id=commune).order_by("-year")
    return list(rows.values_list("year", flat=True).distinct())


def shelf(*, by: Actor, commune: str, year: int) -> list[Shelved]:
    """Every kind of book in a year, also those in which nothing was written."""
    must_serve(by, commune, *READERS)
    kept = Book.objects.filter(commune_id=commune, year=year)
    kept = kept.order_by("kind", "kept_by", "volume")
    volumes = list(kept)
    closed = {row.kind: row for row in Closing.objects.filter(commune_id=commune, year=year)}
    return [
        Shelved(kind, year, [one for one in volumes if one.kind == code], closed.get(code))
        for code, kind in books().items()
    ]


def shelved(*, by: Actor, commune: str, kind: str, year: int) -> Shelved:
    """The books of one kind and year; UnknownBook for a kind that is none."""
    if kind not in books():
        raise UnknownBook
    return next(one for one in shelf(by=by, commune=commune, year=year) if one.kind.code == kind)


def leaves(
    *,
    by: Actor,
    book: Shelved,
    at: datetime,
    commune: str,
    after: int = 0,
    limit: int = 25,
    kept_by: str = "",
) -> list[Entry]:
    """The entries of a keeper's book from the number after `after` on, each with its `noted`.

    Traced.
    """
    must_serve(by, commune, *READERS)
    rows = Entry.objects.filter(
        commune_id=commune,
        kind=book.kind.code,
        year=book.year,
        kept_by=kept_by,
        number__gt=after,
    )
    found = list(rows.annotate(noted=Count("notes")).order_by("number")[:limit])
    _traced(found, by, at, commune, book)
    return found


def whole_volume(
    *, by: Actor, book: Shelved, volume: int, at: datetime, commune: str, kept_by: str = ""
) -> list[Entry]:
    """Every entry of a volume with its notes, to be printed. Traced."""
    must_serve(by, commune, *READERS)
    rows = Entry.objects.filter(
        commune_id=commune,
        kind=book.kind.code,
        year=book.year,
        kept_by=kept_by,
        volume=volume,
    )
    return _printed(rows, book, by, at, commune)


def whole_month(*, by: Actor, book: Shelved, month: int, at: datetime, commune: str) -> list[Entry]:
    """Every entry that was written here in a month of the book's year, to be printed. Traced.

    NothingInMonth where there is none.
    """
    must_serve(by, commune, *READERS)
    rows = Entry.objects.filter(
        commune_id=commune,
        kind=book.kind.code,
        year=book.year,
        kept_by="",
        registered_on__month=month,
    )
    if not rows.exists():
        raise NothingInMonth(field="month", month=month, year=book.year)
    return _printed(rows, book, by, at, commune)


def _printed(
    rows: QuerySet[Entry], book: Shelved, by: Actor, at: datetime, commune: str
) -> list[Entry]:
    found = list(rows.prefetch_related("notes").order_by("number"))
    if not found:
        raise UnknownBook
    _traced(found, by, at, commune, book)
    return found


def _traced(found: Sequence[Entry], by: Actor, at: datetime, commune: str, book: Shelved) -> None:
    about = [f"entry:{row.pk}" for row in found]
    why = f"book:{book.kind.code}:{book.year}"
    record_reading(chain=commune, by=by, at=at, what="entry", about=about, why=why)
