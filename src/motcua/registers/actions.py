"""Writing in the books."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from motcua.audit.actions import record
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.foundation.names import folded
from motcua.foundation.numbers import take_number
from motcua.registers.access import WRITERS, must_serve
from motcua.registers.content import NAMED, TERMS
from motcua.registers.errors import TermMissing, TermUnknown
from motcua.registers.models import Book, Entry, EntryName, EntryNote

# A volume is closed when its pages are full; one entry, one page.
PAGES = 200


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry to be imported from elsewhere: what `write_entry` takes, for many at once."""

    kind: str
    content: Mapping[str, str]
    source: str
    registered_on: date


def write_entry(
    *,
    commune: str,
    kind: str,
    content: Mapping[str, str],
    source: str,
    by: Actor,
    at: datetime,
    registered_on: date | None = None,
) -> Entry:
    """Write an event into the year's book; the same `source` again gives the entry it made.

    Refuses NotYourBooks, TermMissing and TermUnknown. `registered_on` is the office day of `at`
    when not given.
    """
    must_serve(by, commune, *WRITERS)
    written: Entry | None = Entry.objects.filter(source=source).first()
    if written is not None:
        return written
    _check(kind, content)
    day = registered_on or day_of(at)
    with transaction.atomic():
        entry = _place(commune, kind, day, {})
        _write(entry, content, source, by, at)
        entry.save(force_insert=True)
        EntryName.objects.bulk_create(names_of(entry))
        record(
            chain=commune,
            by=by,
            at=at,
            verb="write_entry",
            about=f"entry:{entry.pk}",
            facts={"kind": kind, "number": entry.reference, "source": source},
        )
    return entry


def write_note(
    *,
    entry: Entry,
    text: str,
    changes: Mapping[str, str],
    basis: str,
    source: str,
    by: Actor,
    at: datetime,
) -> EntryNote:
    """Write a note in the margin of an entry; the same `source` again gives the note it made.

    `changes` are terms and their value from now on; `basis` the decision. The entry stays as it
    was. Refuses NotYourBooks and TermUnknown.
    """
    must_serve(by, entry.commune_id, *WRITERS)
    known: EntryNote | None = EntryNote.objects.filter(source=source).first()
    if known is not None:
        return known
    _refuse_unknown(entry.kind, changes)
    with transaction.atomic():
        note = EntryNote.objects.create(
            entry=entry,
            number=take_number(f"note:{entry.pk}"),
            text=text,
            changes=dict(changes),
            basis=basis,
            source=source,
            written_by=by.id,
            written_by_name=by.name,
            written_at=at,
        )
        about, facts = f"entry:{entry.pk}", {"source": source, "terms": sorted(changes)}
        record(chain=entry.commune_id, by=by, at=at, verb="write_note", about=about, facts=facts)
    return note


def import_entries(*, commune: str, drafts: Sequence[Draft], by: Actor, at: datetime) -> int:
    """Write many entries at once, numbered by the day of registration; how many.

    One journal line for all. Refuses NotYourBooks, TermMissing and TermUnknown, and then writes
    none; a source that is already in the books ends in an IntegrityError.
    """
    must_serve(by, commune, *WRITERS)
    with transaction.atomic():
        books: dict[tuple[str, int, int], Book] = {}
        entries = []
        for draft in sorted(drafts, key=lambda draft: (draft.registered_on, draft.source)):
            _check(draft.kind, draft.content)
            entry = _place(commune, draft.kind, draft.registered_on, books)
            _write(entry, draft.content, draft.source, by, at)
            entries.append(entry)
        written = Entry.objects.bulk_create(entries, batch_size=500)
        EntryName.objects.bulk_create(
            [name for entry in written for name in names_of(entry)], batch_size=1000
        )
        facts = {"entries": len(entries)}
        record(chain=commune, by=by, at=at, verb="import_entries", about="books", facts=facts)
    return len(entries)


def names_of(entry: Entry) -> list[EntryName]:
    """The persons whom an entry names, ready for the search."""
    people = ((who, entry.content.get(f"{who}.name", "")) for who in NAMED[entry.kind])
    return [
        EntryName(
            entry=entry,
            commune_id=entry.commune_id,
            kind=entry.kind,
            who=who,
            name=name,
            name_folded=folded(name),
            birth=entry.content.get(f"{who}.birth", ""),
        )
        for who, name in people
        if name
    ]


def _write(entry: Entry, content: Mapping[str, str], source: str, by: Actor, at: datetime) -> None:
    entry.content, entry.source = dict(content), source
    entry.written_by, entry.written_by_name, entry.written_at = by.id, by.name, at


def _place(commune: str, kind: str, day: date, books: dict[tuple[str, int, int], Book]) -> Entry:
    """The next line of the year's books; `books` remembers those already opened."""
    number = take_number(f"register:{commune}:{kind}:{day.year}")
    volume, page = (number - 1) // PAGES + 1, (number - 1) % PAGES + 1
    key = (kind, day.year, volume)
    if key not in books:
        books[key] = Book.objects.get_or_create(
            commune_id=commune, kind=kind, year=day.year, volume=volume
        )[0]
    book = books[key]
    return Entry(
        commune_id=commune,
        book=book,
        kind=kind,
        year=day.year,
        volume=volume,
        number=number,
        page=page,
        registered_on=day,
    )


def _check(kind: str, content: Mapping[str, str]) -> None:
    _refuse_unknown(kind, content)
    for term in TERMS[kind]:
        if term.must and not content.get(term.key):
            raise TermMissing(term=term.words, field=term.key)


def _refuse_unknown(kind: str, content: Mapping[str, str]) -> None:
    known = {term.key for term in TERMS[kind]}
    for key in content:
        if key not in known:
            raise TermUnknown(term=key)
