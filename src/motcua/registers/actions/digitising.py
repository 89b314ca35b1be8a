"""Entries that come from a paper book, with the number that they have there.

Gaps are lawful: a page may be lost, or not done yet. What was on paper comes in whenever it is
read, also when the machine's own book of that year is closed (docs/decisions/0019).
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import connection, transaction

from motcua.audit.actions import record
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.foundation.many import write_models
from motcua.foundation.numbers import let_pass
from motcua.foundation.refusal import Refusal
from motcua.registers.access import WRITERS, must_serve
from motcua.registers.actions.margins import counted, put_beside, vouched
from motcua.registers.errors import PaperEntryWrong
from motcua.registers.models import Book, Entry, Provenance
from motcua.registers.names_kept import keep, names_of
from motcua.registers.numbering import BookOfYear, numbers_of
from motcua.registers.paper import Origin, PaperEntry, faults
from motcua.registers.placing import series


def digitise_entry(
    *, commune: str, entry: PaperEntry, origin: Origin, by: Actor, at: datetime
) -> Entry:
    """Write a past entry with the number that the paper has; the same `source` again gives it.

    Refuses NotYourBooks, and PaperEntryWrong with all that is wrong at once.
    """
    must_serve(by, commune, *WRITERS)
    known: Entry | None = Entry.objects.filter(source=entry.source).first()
    if known is not None:
        return known
    with transaction.atomic():
        wrong = paper_faults(commune=commune, entries=[entry], at=at)
        if wrong:
            raise PaperEntryWrong(wrong[0])
        (written,) = _written(commune, [entry], origin, by, at)
        facts = {
            "kind": entry.kind,
            "number": written.reference,
            "source": entry.source,
            **counted(entry.notes),
        }
        about = f"entry:{written.pk}"
        record(chain=commune, by=by, at=at, verb="digitise_entry", about=about, facts=facts)
    return written


def digitise_entries(
    *, commune: str, entries: Sequence[PaperEntry], origin: Origin, by: Actor, at: datetime
) -> int:
    """Write many at once, with one line in the journal; how many are new.

    Those whose source is in the books already are passed over. Refuses NotYourBooks, and
    PaperEntryWrong for the first one that is wrong; then none is written.
    """
    must_serve(by, commune, *WRITERS)
    with transaction.atomic():
        fresh = _fresh(entries)
        for problems in paper_faults(commune=commune, entries=fresh, at=at).values():
            raise PaperEntryWrong(problems)
        _written(commune, fresh, origin, by, at)
        if fresh:
            _tell(commune, fresh, origin, by, at)
    return len(fresh)


@transaction.atomic
def digitise_sound(
    *, commune: str, entries: Sequence[PaperEntry], origin: Origin, by: Actor, at: datetime
) -> dict[int, list[Refusal]]:
    """Write those with which nothing is wrong, with one line in the journal; what is wrong with the
    others, by their place. Refuses NotYourBooks."""
    must_serve(by, commune, *WRITERS)
    faults = paper_faults(commune=commune, entries=entries, at=at)
    sound = [entry for place, entry in enumerate(entries) if place not in faults]
    if sound:
        _written(commune, sound, origin, by, at)
        _tell(commune, sound, origin, by, at)
    return faults


@transaction.atomic
def paper_faults(
    *, commune: str, entries: Sequence[PaperEntry], at: datetime
) -> dict[int, list[Refusal]]:
    """What is wrong with each, by its place in the list; those with nothing wrong are left out.

    Nothing is written: a dry run. The numbers stay locked until the caller's transaction ends.
    """
    found = {
        place: problems
        for place, one in enumerate(entries)
        if (problems := faults(one, today=day_of(at)))
    }
    sound = {
        place: BookOfYear(commune, one.kind, one.kept_by, one.year)
        for place, one in enumerate(entries)
        if not any(fault.field in ("kind", "year") for fault in found.get(place, ()))
    }
    asked: dict[BookOfYear, list[int]] = {}
    for place, its_book in sound.items():
        asked.setdefault(its_book, []).append(entries[place].number)
    numbers = numbers_of(asked)
    for place, its_book in sound.items():
        claimed = numbers[its_book].claimed(entries[place])
        if claimed:
            found.setdefault(place, []).append(claimed)
    return found


def _tell(
    commune: str, entries: Sequence[PaperEntry], origin: Origin, by: Actor, at: datetime
) -> None:
    notes = [note for one in entries for note in one.notes]
    facts = {"entries": len(entries), "book": origin.book, **counted(notes)}
    record(chain=commune, by=by, at=at, verb="digitise_entries", about="books", facts=facts)


def _fresh(entries: Sequence[PaperEntry]) -> list[PaperEntry]:
    known: set[str] = set()
    sources = [entry.source for entry in entries]
    for start in range(0, len(sources), 500):
        some = Entry.objects.filter(source__in=sources[start : start + 500])
        known.update(some.values_list("source", flat=True))
    return [entry for entry in entries if entry.source not in known]


def _written(
    commune: str, entries: Sequence[PaperEntry], origin: Origin, by: Actor, at: datetime
) -> list[Entry]:
    volumes = _volumes(commune, entries)
    rows = [_row(one, volumes[_volume(one)], by, at) for one in entries]
    write_models(rows)
    keep([name for row in rows for name in names_of(row, row.content)])
    pairs = list(zip(rows, entries, strict=True))
    write_models(
        [Provenance(entry_id=row.pk, **vouched(row, origin, one.lacking)) for row, one in pairs]
    )
    put_beside([(row, one.notes) for row, one in pairs if one.notes], origin, by, at, fresh=True)
    _keep_counting(commune, entries)
    return rows


_Volume = tuple[str, int, str, int]
_COUNT = "UPDATE registers_book SET entries = entries + %s, copied = copied + %s WHERE id = %s"


def _volume(entry: PaperEntry) -> _Volume:
    return entry.kind, entry.year, entry.kept_by, entry.volume


def _volumes(commune: str, entries: Iterable[PaperEntry]) -> dict[_Volume, Book]:
    """The volumes that are written into, counted up by what comes in."""
    added: dict[_Volume, int] = {}
    for entry in entries:
        added[_volume(entry)] = added.get(_volume(entry), 0) + 1
    years = {year for _kind, year, _kept_by, _volume in added}
    there = Book.objects.filter(commune_id=commune, year__in=years)
    found = {(one.kind, one.year, one.kept_by, one.volume): one for one in there}
    for kind, year, kept_by, volume in sorted(added.keys() - found.keys()):
        found[kind, year, kept_by, volume], _ = Book.objects.get_or_create(
            commune_id=commune, kind=kind, year=year, kept_by=kept_by, volume=volume
        )
    counted = sorted((found[name].pk, count) for name, count in added.items())
    with connection.cursor() as cursor:
        cursor.executemany(_COUNT, [(count, count, key) for key, count in counted])
    return found


def _row(entry: PaperEntry, volume: Book, by: Actor, at: datetime) -> Entry:
    return Entry(
        commune_id=volume.commune_id,
        book_id=volume.pk,
        kind=entry.kind,
        year=entry.year,
        kept_by=entry.kept_by,
        volume=entry.volume,
        number=entry.number,
        page=entry.page,
        registered_on=entry.registered_on,
        content={key: value for key, value in entry.content.items() if value},
        copied=True,
        source=entry.source,
        written_by=by.id,
        written_by_name=by.name,
        written_at=at,
    )


def _keep_counting(commune: str, entries: Iterable[PaperEntry]) -> None:
    """The machine's own numbers go on after the greatest on paper: none is given twice."""
    greatest: dict[str, int] = {}
    for entry in entries:
        if not entry.kept_by:
            name = series(entry.kind, commune=commune, year=entry.year)
            greatest[name] = max(greatest.get(name, 0), entry.number)
    for name, number in sorted(greatest.items()):
        let_pass(name, number)
