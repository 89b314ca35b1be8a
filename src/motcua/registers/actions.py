"""Writing in the books."""

from collections.abc import Mapping
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
        entry = _place(commune, kind, day)
        entry.content, entry.source = dict(content), source
        entry.written_by, entry.written_by_name, entry.written_at = by.id, by.name, at
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
    was (Law on Civil Status art. 27 to 30). Refuses NotYourBooks and TermUnknown.
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


def _place(commune: str, kind: str, day: date) -> Entry:
    number = take_number(f"register:{commune}:{kind}:{day.year}")
    volume, page = (number - 1) // PAGES + 1, (number - 1) % PAGES + 1
    book, _ = Book.objects.get_or_create(
        commune_id=commune, kind=kind, year=day.year, volume=volume
    )
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
