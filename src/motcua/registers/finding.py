"""Finding an entry by whatever is known of it, the likeliest first. Traced."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import prefetch_related_objects

from motcua.audit.actions import record_search
from motcua.foundation.actor import Actor
from motcua.foundation.names import folded, tidy
from motcua.registers.access import READERS, must_serve
from motcua.registers.born import Born
from motcua.registers.errors import NothingAsked, UnknownBook
from motcua.registers.kinds import book, books
from motcua.registers.likeness import Likeness, Nearness
from motcua.registers.meant import Group, Meant
from motcua.registers.models import Entry, EntryName
from motcua.registers.sought_rows import Where, beside, born_then, by_name

# A list of more is not read to its end: who looks for one person says more about them.
MOST = 100
# Of names that fit equally well so many rows are put in order.
_ROWS = 200


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is known: a name, a birth, somebody else in the same entry, the number, the book.

    `number` is the entry's number and year; `kind` is "" for every book.
    """

    name: str = ""
    born: Born | None = None
    beside: str = ""
    number: tuple[int, int] | None = None
    kind: str = ""

    @property
    def kinds(self) -> tuple[str, ...]:
        """The books that are looked into."""
        return (self.kind,) if self.kind else tuple(books())


@dataclass(frozen=True, slots=True)
class Hit:
    """Somebody in an entry; how near the name, that of the other person and the birth are.

    A likeness is None where no name was asked for. `marks`: the name differs from what was typed
    in nothing, or in nothing but the marks that were not typed.
    """

    row: EntryName
    like: Likeness | None = None
    other: EntryName | None = None
    other_like: Likeness | None = None
    marks: bool = True
    other_day: bool = False

    @property
    def entry(self) -> Entry:
        """The entry that names this person."""
        return self.row.entry


@dataclass(frozen=True, slots=True)
class Found:
    """A page of hits, and whether there are more after it."""

    hits: Sequence[Hit]
    more: bool


def search(
    *,
    by: Actor,
    commune: str,
    wanted: Wanted,
    at: datetime,
    why: str,
    limit: int = 20,
    after: int = 0,
) -> Found:
    """The entries that fit, after the first `after` of them; never more than `MOST` in all.

    Refuses NotYourBooks, UnknownBook and NothingAsked. Leaves a line in the journal for each name.
    """
    must_serve(by, commune, *READERS)
    if wanted.kind and wanted.kind not in books():
        raise UnknownBook
    if not (wanted.born or wanted.number or max(map(len, _names(wanted)), default=0) > 1):
        raise NothingAsked(field="name")
    hits = _entries(wanted, commune, min(after + limit, MOST) + 1)
    page = _with_entries(hits[after : min(after + limit, MOST)])
    _trace(page, wanted, by, commune, at, why)
    return Found(page, len(hits) > after + limit)


def _names(wanted: Wanted) -> list[str]:
    return [folded(name) for name in (wanted.name, wanted.beside) if name.strip()]


def people(wanted: Wanted, *, commune: str, limit: int) -> list[Hit]:
    """Everybody who fits as well as the likeliest, also several in one entry; not traced.

    Names that are only near are looked for when nobody bears the name itself.
    """
    found = (batch for batch in _batches(wanted, commune, limit) if batch)
    return _with_entries(next(found, [])[:limit])


def _entries(wanted: Wanted, commune: str, enough: int) -> list[Hit]:
    """As `people`, each entry once: by whoever in it fits best."""
    hits: dict[int, Hit] = {}
    for batch in _batches(wanted, commune, enough):
        for hit in batch:
            hits.setdefault(hit.row.entry_id, hit)
        if len(hits) >= enough:
            break
    return list(hits.values())[:enough]


def _batches(wanted: Wanted, commune: str, enough: int) -> Iterable[list[Hit]]:
    """Hits by what is known, the likeliest first."""
    sought = _Sought(wanted, commune)
    if wanted.number:
        return [sought.numbered()]
    if wanted.beside:
        return sought.beside_another()
    if wanted.name:
        return sought.named(enough)
    return [sought.born_then(enough)]


class _Sought:
    """One search: what was typed, and the hits that each way of asking gives."""

    def __init__(self, wanted: Wanted, commune: str) -> None:
        self.wanted, self.commune = wanted, commune
        self.where = Where(commune, wanted.kinds, wanted.born)
        self.name = Meant(wanted.name, commune=commune) if wanted.name.strip() else None
        self.other = Meant(wanted.beside, commune=commune) if wanted.beside.strip() else None
        self._plain = folded(wanted.name) == tidy(wanted.name).lower()

    def numbered(self) -> list[Hit]:
        """The entries of that number, one in each book; those alone that fit what else is known."""
        number, year = self.wanted.number or (0, 0)
        entries = Entry.objects.filter(
            commune_id=self.commune, kind__in=self.where.kinds, year=year, number=number
        )
        rows = EntryName.objects.filter(entry__in=entries).select_related("entry")
        hits = self._hits(list(rows.order_by("entry_id", "pk")))
        return [hit for hit in hits if self._agrees(hit)]

    def named(self, enough: int) -> Iterator[list[Hit]]:
        """Who bears the name, group by group; with another day of the same year when few do."""
        born, name = self.wanted.born, self.name or Meant("", commune=self.commune)
        nobody = True
        for group in name.groups():
            batch = self._batch(group, born, enough)
            nobody = nobody and not batch
            yield batch
        if nobody:
            yield from self._wider(name, born, enough)

    def _wider(self, name: Meant, born: Born | None, enough: int) -> Iterator[list[Hit]]:
        """Nobody was found: another day of that year, then names that are less near."""
        if born is not None and born.exact:
            for group in name.groups():
                yield self._batch(group, born.year, enough)
        for group in name.wider(loosely=born is not None):
            yield self._batch(group, born, enough)

    def _batch(self, group: Group, born: Born | None, enough: int) -> list[Hit]:
        limit = max(_ROWS, enough)
        keys = by_name(group, replace(self.where, born=born), limit)
        return self._hits(_rows(keys))

    def born_then(self, enough: int) -> list[Hit]:
        """Those of whom an entry is, by their birth."""
        return [Hit(row) for row in _rows(born_then(self.where, enough))]

    def beside_another(self) -> Iterator[list[Hit]]:
        """In whose entry the other is named: first as typed, then as it may be meant.

        Where both names are found as they were typed, no others are looked for.
        """
        others = _levels(self.other)
        for mine in _levels(self.name):
            hits = self._hits(_rows(self._in_one_entry(mine, next(others))))
            fit = [hit for hit in hits if hit.other and _fits(hit)]
            yield fit
            if fit and self.name:
                return

    def _in_one_entry(self, mine: Group, others: Group) -> list[int]:
        if others.common and self.name:
            return by_name(mine, self.where, _ROWS)
        if others.common:
            return born_then(self.where, _ROWS)
        return beside(others.names, mine.names or None, self.where, _ROWS)

    def _hits(self, rows: Sequence[EntryName]) -> list[Hit]:
        others = self._others(rows)
        return sorted((self._hit(row, others.get(row.pk)) for row in rows), key=_order)

    def _others(self, rows: Sequence[EntryName]) -> dict[int, EntryName]:
        """For each row the person of its entry whom the second name fits best."""
        if self.other is None:
            return {}
        named: dict[int, list[EntryName]] = {}
        entries = {row.entry_id for row in rows}
        for one in EntryName.objects.filter(entry_id__in=entries):
            named.setdefault(one.entry_id, []).append(one)
        best: dict[int, EntryName] = {}
        for row in rows:
            several = [one for one in named.get(row.entry_id, ()) if one.who != row.who]
            fit = min(several, key=lambda one: self._near(self.other, one).order, default=None)
            if fit and self._near(self.other, fit).nearness < Nearness.RESEMBLING:
                best[row.pk] = fit
        return best

    def _hit(self, row: EntryName, other: EntryName | None) -> Hit:
        born = self.wanted.born
        return Hit(
            row=row,
            like=self._near(self.name, row) if self.name else None,
            other=other,
            other_like=self._near(self.other, other) if other and self.other else None,
            marks=self._plain or tidy(self.wanted.name).lower() == row.name.lower(),
            other_day=born is not None and not born.agrees(row.birth),
        )

    def _near(self, meant: Meant | None, row: EntryName) -> Likeness:
        return meant.likeness(row.name_folded) if meant else Likeness(Nearness.SAME)

    def _agrees(self, hit: Hit) -> bool:
        """Whether an entry that was named by its number is one that all else fits."""
        if hit.other_day or (self.other and hit.other is None):
            return False
        return _fits(hit)


def _fits(hit: Hit) -> bool:
    return hit.like is None or hit.like.nearness < Nearness.RESEMBLING


def _levels(meant: Meant | None) -> Iterator[Group]:
    """The names as typed, whole or cut short; then with those that are only near. Two, always."""
    first = meant.as_typed() if meant else Group([])
    yield first
    near = meant.groups() if meant and not first.common else iter(())
    names = [name for group in near for name in group.names]
    yield Group(names) if names else first


def _order(hit: Hit) -> tuple[object, ...]:
    """Exact before folded before near; whom the entry is of before whom it names beside."""
    about = hit.row.who in book(hit.row.kind).about
    near = hit.like.order if hit.like else ()
    near_other = hit.other_like.order if hit.other_like else ()
    return (near, near_other, not hit.marks, not about, len(hit.row.birth) < 10, -hit.row.pk)


def _rows(keys: Sequence[int]) -> list[EntryName]:
    """The rows in that order."""
    rows = EntryName.objects.in_bulk(list(keys))
    return [rows[key] for key in keys]


def _with_entries(hits: list[Hit]) -> list[Hit]:
    """The same, each with its entry: of two hundred that are put in order twenty are shown."""
    prefetch_related_objects([hit.row for hit in hits], "entry")
    return hits


def _trace(
    page: Sequence[Hit], wanted: Wanted, by: Actor, commune: str, at: datetime, why: str
) -> None:
    shown = [f"entry:{hit.row.entry_id}" for hit in page]
    what = f"register.{wanted.kind or 'all'}"
    number = f"{wanted.number[0]}/{wanted.number[1]}" if wanted.number else ""
    born = wanted.born.since if wanted.born else ""
    names = [name for name in (wanted.name, wanted.beside) if name.strip()]
    for words in names or [number or born]:
        record_search(chain=commune, by=by, at=at, what=what, words=words, shown=shown, why=why)
