"""Closing the books of a year (khóa sổ)."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max, Min, Sum

from motcua.audit.actions import record
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.foundation.numbers import last_number
from motcua.registers.access import WRITERS, must_serve
from motcua.registers.errors import BookEmpty, BookStillOpen
from motcua.registers.kinds import book
from motcua.registers.models import Book, Closing, Entry
from motcua.registers.placing import PAGES, series, where


def close_book(*, commune: str, kind: str, year: int, by: Actor, at: datetime) -> Closing:
    """Close the books of a kind and a year, on its last day or later; again gives what was closed.

    From then on no entry of that year is written; a note in the margin still is. The next year's
    book opens with its first entry. Refuses NotYourBooks, BookStillOpen and BookEmpty.
    """
    must_serve(by, commune, *WRITERS)
    if not Book.objects.filter(commune_id=commune, kind=kind, year=year).exists():
        raise BookEmpty(year=year)
    last_day = date(year, 12, 31)
    if day_of(at) < last_day:
        raise BookStillOpen(year=year, day=f"{last_day:%d/%m/%Y}")
    with transaction.atomic():
        # Whoever writes an entry just now has the series: it ends up before the closing, or not.
        last_number(series(kind, commune=commune, year=year))
        shelf: dict[str, str | int] = {"commune_id": commune, "kind": kind, "year": year}
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
    numbers = Entry.objects.filter(**shelf).aggregate(first=Min("number"), last=Max("number"))
    kind = book(str(shelf["kind"]))
    volumes = Book.objects.filter(**shelf)
    entries = volumes.aggregate(entries=Sum("entries"))["entries"]
    volume, page = where(kind, numbers["last"])
    return {
        "first_number": numbers["first"],
        "last_number": numbers["last"],
        "entries": entries,
        "volumes": volumes.count(),
        "pages": (volume - 1) * PAGES + page,
    }
