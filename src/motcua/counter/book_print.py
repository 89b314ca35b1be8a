"""The books on paper: a volume with its notes, and the statement of closing."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.utils import translation

from motcua.counter.paper_page import terms_written
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.registers import queries
from motcua.registers.models import Closing, Entry
from motcua.registers.queries import Shelved
from motcua.results.actions import ask_for_document
from motcua.results.models import Document

# Printed on a Vietnamese page, in whatever language the desk reads.
_OFFICIAL = "vi"
_SIGNER = ("signer.name", "signer.title")


def about(book: Shelved) -> str:
    """What the printed pages of a kind and year are kept under."""
    return f"book:{book.kind.code}:{book.year}"


def ask_for_volume(
    *, book: Shelved, volume: int, key: str, by: Actor, at: datetime, kept_by: str = ""
) -> Document:
    """Ask the press for one volume, as its entries and notes are now."""
    commune = by.commune or ""
    entries = queries.whole_volume(
        by=by, book=book, volume=volume, at=at, commune=commune, kept_by=kept_by
    )
    part = {"volume": f"{volume}, {kept_by}" if kept_by else str(volume)}
    return _ask(book, entries, part, key, by, at)


def ask_for_month(*, book: Shelved, month: int, key: str, by: Actor, at: datetime) -> Document:
    """Ask the press for what was written in a month: a book of certification is bound by months.

    Circular 01/2020, article 4. Refuses NothingInMonth.
    """
    commune = by.commune or ""
    entries = queries.whole_month(by=by, book=book, month=month, at=at, commune=commune)
    return _ask(book, entries, {"month": month}, key, by, at)


def _ask(
    book: Shelved,
    entries: Sequence[Entry],
    part: Mapping[str, object],
    key: str,
    by: Actor,
    at: datetime,
) -> Document:
    with translation.override(_OFFICIAL):
        lines = [_line(entry) for entry in entries]
    closed = {"closed": _closed(book.closing)} if book.closing else {}
    return ask_for_document(
        commune=by.commune or "",
        kind=Document.Kind.BOOK,
        template="register_volume",
        data={
            "book": book.kind.official,
            "year": str(book.year),
            **part,
            "lines": lines,
            **closed,
            "printed": at.isoformat(),
            "officer.name": by.name,
        },
        about=about(book),
        key=f"volume:{by.commune}:{key}",
        by=by,
        at=at,
    )


def ask_for_statement(*, book: Shelved, closing: Closing, by: Actor, at: datetime) -> Document:
    """Ask the press for the statement of closing; asked again, the same one."""
    commune = by.commune or ""
    return ask_for_document(
        commune=commune,
        kind=Document.Kind.BOOK,
        template="book_closing",
        data={
            "book": book.kind.official,
            "year": str(book.year),
            "first": f"{closing.first_number}/{book.year}",
            "last": f"{closing.last_number}/{book.year}",
            "entries": closing.entries,
            "volumes": closing.volumes,
            "pages": closing.pages,
            "closed": closing.closed_at.isoformat(),
            "officer.name": closing.closed_by_name,
        },
        about=about(book),
        key=f"closing:{closing.pk}",
        by=by,
        at=at,
    )


def _line(entry: Entry) -> dict[str, str]:
    content = {key: said for key, said in entry.content.items() if key not in _SIGNER}
    told = {
        "number": entry.reference,
        "page": str(entry.page),
        "date": entry.registered_on.isoformat(),
        "facts": "; ".join(f"{word}: {said}" for word, said in terms_written(entry.kind, content)),
        "signer": ", ".join(entry.content[key] for key in _SIGNER if key in entry.content),
        "notes": "; ".join(f"{one.day_shown}: {one.text}" for one in entry.notes_until()),
    }
    return {name: value for name, value in told.items() if value}


def _closed(closing: Closing) -> str:
    day = day_of(closing.closed_at)
    last = f"{closing.last_number}/{closing.year}"
    return f"Đã khóa sổ ngày {day:%d/%m/%Y}; số cuối cùng: {last}; tổng số việc: {closing.entries}."
