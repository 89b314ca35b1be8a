"""Writing entries into the books."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from motcua.audit.actions import record
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.registers.access import WRITERS, must_serve
from motcua.registers.errors import TermMissing, TermUnknown
from motcua.registers.kinds import book
from motcua.registers.models import Entry
from motcua.registers.names_kept import keep, names_of
from motcua.registers.placing import Shelf


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

    Refuses NotYourBooks, TermMissing, TermUnknown and BookClosed. `registered_on` is the office
    day of `at` when not given.
    """
    must_serve(by, commune, *WRITERS)
    written: Entry | None = Entry.objects.filter(source=source).first()
    if written is not None:
        return written
    _check(kind, content)
    day = registered_on or day_of(at)
    with transaction.atomic():
        shelf = Shelf(commune)
        entry = shelf.place(kind, day)
        _write(entry, content, source, by, at)
        entry.save(force_insert=True)
        shelf.count()
        keep(names_of(entry, entry.content))
        record(
            chain=commune,
            by=by,
            at=at,
            verb="write_entry",
            about=f"entry:{entry.pk}",
            facts={"kind": kind, "number": entry.reference, "source": source},
        )
    return entry


def import_entries(*, commune: str, drafts: Sequence[Draft], by: Actor, at: datetime) -> int:
    """Write many entries at once, numbered by the day of registration; how many.

    One journal line for all. Refuses NotYourBooks, TermMissing, TermUnknown and BookClosed, and
    then writes none; a source that is already in the books ends in an IntegrityError.
    """
    must_serve(by, commune, *WRITERS)
    with transaction.atomic():
        shelf = Shelf(commune)
        entries = []
        for draft in sorted(drafts, key=lambda draft: (draft.registered_on, draft.source)):
            _check(draft.kind, draft.content)
            entry = shelf.place(draft.kind, draft.registered_on)
            _write(entry, draft.content, draft.source, by, at)
            entries.append(entry)
        written = Entry.objects.bulk_create(entries, batch_size=500)
        shelf.count()
        keep([name for entry in written for name in names_of(entry, entry.content)])
        facts = {"entries": len(entries)}
        record(chain=commune, by=by, at=at, verb="import_entries", about="books", facts=facts)
    return len(entries)


def _write(entry: Entry, content: Mapping[str, str], source: str, by: Actor, at: datetime) -> None:
    entry.content, entry.source = dict(content), source
    entry.written_by, entry.written_by_name, entry.written_at = by.id, by.name, at


def _check(kind: str, content: Mapping[str, str]) -> None:
    refuse_unknown(kind, content)
    for term in book(kind).terms.values():
        if term.must and not content.get(term.key):
            raise TermMissing(term=term.words, field=term.key)


def refuse_unknown(kind: str, content: Mapping[str, str]) -> None:
    """TermUnknown for a term that the book has no place for."""
    for key in content:
        if key not in book(kind).terms:
            raise TermUnknown(term=key)
