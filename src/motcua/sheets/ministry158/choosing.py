"""Which entries of a period go to the ministry's software, which went before, which cannot."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from django.db import transaction
from django.db.models import Prefetch, QuerySet

from motcua.audit.actions import record, record_reading
from motcua.foundation.actor import Actor
from motcua.registers.access import WRITERS, must_serve
from motcua.registers.doubled import second_writings
from motcua.registers.models import Entry, EntryNote
from motcua.sheets.errors import (
    NothingToExport,
    PeriodBackwards,
    PeriodTooLong,
    TemplateUnknown,
    UnknownExport,
)
from motcua.sheets.ministry158.filling import fill
from motcua.sheets.ministry158.layouts import Layout, layouts
from motcua.sheets.ministry158.lines import lacking, line_of
from motcua.sheets.models import MinistryExport, MinistryLine

# A year of a commune is some thousand entries, a file that a person can look through.
LONGEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Barred:
    """An entry that cannot go, and the columns for which the book has nothing."""

    entry: Entry
    columns: Sequence[str]


@dataclass(frozen=True, slots=True)
class Choice:
    """What a period holds: `fresh` never went or has a new note, `sent` went as it is now.

    Not among them are those that `cancelled` counts, and the second writings of another entry,
    which are as many as `twice`.
    """

    layout: Layout
    fresh: Sequence[Entry]
    sent: Sequence[Entry]
    barred: Sequence[Barred]
    cancelled: int
    twice: int


def choose(*, by: Actor, commune: str, kind: str, since: date, until: date) -> Choice:
    """The entries that were registered in a period; nothing is written.

    Refuses NotYourBooks, TemplateUnknown, PeriodBackwards and PeriodTooLong.
    """
    must_serve(by, commune, *WRITERS)
    layout = _layout(kind)
    if until < since:
        raise PeriodBackwards(field="until")
    if until - since > LONGEST:
        raise PeriodTooLong(field="until")
    written = list(_entries(commune, kind).filter(**_within(since, until)))
    rows, cancelled, twice = _standing(written)
    went = _went(rows)
    fresh, sent, barred = [], [], []
    for row in rows:
        columns = lacking(line_of(row, layout), layout)
        if columns:
            barred.append(Barred(row, columns))
        elif went.get(row.pk, -1) < len(row.notes.all()):
            fresh.append(row)
        else:
            sent.append(row)
    return Choice(layout, fresh, sent, barred, cancelled, twice)


def export(
    *,
    press: UUID,
    commune: str,
    kind: str,
    since: date,
    until: date,
    again: bool,
    by: Actor,
    at: datetime,
) -> MinistryExport:
    """Note which entries go now; `again` takes those too that went before. One press, one export.

    Refuses what `choose` does, and NothingToExport.
    """
    known = MinistryExport.objects.filter(pk=press, commune_id=commune, made_by=by.id).first()
    if known is not None:
        return known
    with transaction.atomic():
        choice = choose(by=by, commune=commune, kind=kind, since=since, until=until)
        rows = [*choice.fresh, *(choice.sent if again else ())]
        if not rows:
            raise NothingToExport
        made = MinistryExport.objects.create(
            pk=press,
            commune_id=commune,
            kind=kind,
            since=since,
            until=until,
            entries=len(rows),
            made_by=by.id,
            made_by_name=by.name,
            made_at=at,
        )
        _note_lines(made, rows)
        facts = {"kind": kind, "since": str(since), "until": str(until), "entries": len(rows)}
        about = f"ministry158:{made.pk}"
        record(chain=commune, by=by, at=at, verb="export_ministry", about=about, facts=facts)
    return made


def _note_lines(made: MinistryExport, rows: Sequence[Entry]) -> None:
    """Which entries went, each with as many notes as it had then."""
    lines = [MinistryLine(export=made, entry=row, notes=len(row.notes.all())) for row in rows]
    MinistryLine.objects.bulk_create(lines, batch_size=1000)


def write_file(path: Path, *, made: MinistryExport, by: Actor, at: datetime) -> None:
    """Fill the template with the entries of an export, as they are now. Traced.

    What was cancelled since, or found to be a second writing, is left out.
    """
    must_serve(by, made.commune_id, *WRITERS)
    layout = _layout(made.kind)
    keys = MinistryLine.objects.filter(export=made).values("entry")
    rows, _cancelled, _twice = _standing(_entries(made.commune_id, made.kind).filter(pk__in=keys))
    fill(path, layout, (line_of(row, layout) for row in rows))
    about = [f"entry:{row.pk}" for row in rows]
    why = f"ministry158:{made.pk}"
    record_reading(chain=made.commune_id, by=by, at=at, what="entry", about=about, why=why)


def exports(*, by: Actor, commune: str, limit: int = 20) -> list[MinistryExport]:
    """What went out, the newest first."""
    must_serve(by, commune, *WRITERS)
    rows = MinistryExport.objects.filter(commune_id=commune).order_by("-made_at")
    return list(rows[:limit])


def one_export(*, by: Actor, commune: str, key: UUID) -> MinistryExport:
    """One of them; refuses UnknownExport."""
    must_serve(by, commune, *WRITERS)
    found = MinistryExport.objects.filter(pk=key, commune_id=commune).first()
    if found is None:
        raise UnknownExport
    return found


def _layout(kind: str) -> Layout:
    if kind not in layouts():
        raise TemplateUnknown(field="kind")
    return layouts()[kind]


def _entries(commune: str, kind: str) -> QuerySet[Entry]:
    notes = Prefetch("notes", EntryNote.objects.order_by("number"))
    rows = Entry.objects.filter(commune_id=commune, kind=kind).order_by("year", "number")
    return rows.prefetch_related(notes)


def _within(since: date, until: date) -> dict[str, object]:
    """The year leads into the index; an entry stands in the book of the year of its day."""
    years = range(since.year, until.year + 1)
    return {"year__in": years, "registered_on__gte": since, "registered_on__lte": until}


def _standing(written: Iterable[Entry]) -> tuple[list[Entry], int, int]:
    """Those that count for something; how many are cancelled, how many second writings."""
    every = list(written)
    valid = [row for row in every if row.cancelled() is None]
    twice = _second_writings(valid)
    return [row for row in valid if row.pk not in twice], len(every) - len(valid), len(twice)


def _second_writings(rows: Sequence[Entry]) -> set[int]:
    """Those of the entries for which another one stands."""
    keys = [row.pk for row in rows]
    parts = (keys[start : start + 500] for start in range(0, len(keys), 500))
    return {key for part in parts for key in second_writings(part)}


def _went(rows: Sequence[Entry]) -> dict[int, int]:
    """How many notes stood beside each entry when it last went."""
    found: dict[int, int] = {}
    for start in range(0, len(rows), 500):
        some = MinistryLine.objects.filter(entry__in=rows[start : start + 500])
        for key, notes in some.values_list("entry", "notes"):
            found[key] = max(notes, found.get(key, -1))
    return found
