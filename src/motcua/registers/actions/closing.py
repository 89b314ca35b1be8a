"""Closing the books of a year (khóa sổ)."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Count, Max, Min

from motcua.audit.actions import record
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.foundation.numbers import last_number
from motcua.registers.access import WRITERS, must_serve
from motcua.registers.errors import BookEmpty, BookStillOpen
from motcua.registers.kinds import book
from motcua.registers.models import Closing, Entry
from motcua.registers.placing import PAGES, series, where


def close_book(*, commune: str, kind: str, year: int, by: Actor, at: datetime) -> Closing:
    """Close the books of a kind and a year, on its last day or later; again gives what was closed.

    From then on no entry of that year is written; a note in the margin still is. The next year's
    book opens with its first entry. What was copied from paper was closed on paper and is not in
    the statement; it still comes in. Refuses NotYourBooks, BookStillOpen and BookEmpty.
    """
    must_serve(by, commune, *WRITERS)
    shelf: dict[str, str | int] = {"commune_id": commune, "kind": kind, "year": year}
    if not Entry.objects.filter(**shelf, copied=False).exists():
        raise BookEmpty(year=year)
    last_day = date(year, 12, 31)
    if day_of(at) < last_day:
        raise BookStillOpen(year=year, day=f"{last_day:%d/%m/%Y}")
    with transaction.atomic():
        # Whoever writes an entry just now has the series: it ends up before the closing, or not.
        last_number(series(kind, commune=commune, year=year))
        known: Closing | None = Closing.objects.filter(**shelf).first()
        if known is not None:
            return known
        closing = Closing(
            **shelf, **_totals(shelf), closed_by=by.id, closed_by_name=by.name, closed_at=at
        )
        closing.save(force_insert=True)
        facts = {"entries": closing.entries, "last": closing.last_number}
        about = f"book:{kind}:{year}"
        record(chain=commune, by=by, at=at, verb="close_book", about=about, facts=facts)
    return closing


def _totals(shelf: dict[str, str | int]) -> dict[str, int]:
    """What the statement of closing says: numbers, entries, volumes and their written pages."""
    written = Entry.objects.filter(**shelf, copied=False)
    totals = written.aggregate(first=Min("number"), last=Max("number"), entries=Count("pk"))
    kind = book(str(shelf["kind"]))
    first, _page = where(kind, totals["first"])
    last, page = where(kind, totals["last"])
    return {
        "first_number": totals["first"],
        "last_number": totals["last"],
        "entries": totals["entries"],
        "volumes": last - first + 1,
        "pages": (last - 1) * PAGES + page,
    }
