"""Where the next entry stands: its number in the year, its volume, its page."""

from datetime import date

from django.db.models import F

from motcua.foundation.numbers import take_number
from motcua.registers.errors import BookClosed
from motcua.registers.kinds import BookKind, book
from motcua.registers.models import Book, Closing, Entry

# A bound volume is full when its pages are; one entry, one page.
PAGES = 200
# A book of certification has lines, and one volume a year while a machine keeps it.
LINES = 10


def series(kind: str, *, commune: str, year: int) -> str:
    """What the numbers of a book are counted by.

    Where a paper bears the number of its entry, both are of one series, so that a paper signed
    under a procedure that wrote no entry yet never bears a number twice.
    """
    symbol = book(kind).series
    return f"result:{commune}:{symbol}:{year}" if symbol else f"register:{commune}:{kind}:{year}"


class Shelf:
    """The books that one act writes into: each is opened once, its entries counted at the end."""

    def __init__(self, commune: str) -> None:
        self.commune = commune
        self._books: dict[tuple[str, int, int], Book] = {}
        self._open: set[tuple[str, int]] = set()
        self._added: dict[int, int] = {}

    def place(self, kind: str, day: date) -> Entry:
        """The next line of the year's books; refuses BookClosed."""
        number = take_number(series(kind, commune=self.commune, year=day.year))
        self._refuse_closed(kind, day.year)
        volume, page = where(book(kind), number)
        found = self._book(kind, day.year, volume)
        self._added[found.pk] = self._added.get(found.pk, 0) + 1
        return Entry(
            commune_id=self.commune,
            book=found,
            kind=kind,
            year=day.year,
            volume=volume,
            number=number,
            page=page,
            registered_on=day,
        )

    def count(self) -> None:
        """Add what was placed to the numbers of entries that the books show."""
        for key, added in self._added.items():
            Book.objects.filter(pk=key).update(entries=F("entries") + added)

    def _refuse_closed(self, kind: str, year: int) -> None:
        """Asked once the number is taken: whoever closes the book waits for it, or came before."""
        if (kind, year) in self._open:
            return
        if Closing.objects.filter(commune_id=self.commune, kind=kind, year=year).exists():
            raise BookClosed(book=book(kind).title, year=year, next=year + 1)
        self._open.add((kind, year))

    def _book(self, kind: str, year: int, volume: int) -> Book:
        key = (kind, year, volume)
        if key not in self._books:
            self._books[key] = Book.objects.get_or_create(
                commune_id=self.commune, kind=kind, year=year, kept_by="", volume=volume
            )[0]
        return self._books[key]


def where(kind: BookKind, number: int) -> tuple[int, int]:
    """Volume and page of a number."""
    if kind.bound:
        return (number - 1) // PAGES + 1, (number - 1) % PAGES + 1
    return 1, (number - 1) // LINES + 1
