"""The books of the commune: the shelf of a year, the pages of a book, an entry, the closing."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from django.core.exceptions import BadRequest
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from motcua.counter.book_print import about, ask_for_month, ask_for_statement, ask_for_volume
from motcua.counter.book_search import Asked, book_choices, results
from motcua.counter.entry_page import entry_page, origin_of, people
from motcua.counter.frame import DESK, desk_page
from motcua.counter.printed import documents_about
from motcua.counter.register_book import typed_day
from motcua.foundation.clock import day_of
from motcua.foundation.refusal import Refusal
from motcua.foundation.typed_number import typed_number
from motcua.parts.doors import Visit, opens
from motcua.parts.menu import KEEPERS
from motcua.registers import actions, cancelled, doubled, queries
from motcua.registers.errors_of_printing import NothingInMonth
from motcua.registers.on_paper import pictures_of

_PAGE = 25


@opens(to=DESK)
def shelf(request: Visit) -> HttpResponse:
    """Every kind of book in a year: how many entries, how many volumes, open or closed."""
    commune = request.actor.commune or ""
    years = queries.years(by=request.actor, commune=commune)
    year = typed_number(request.GET.get("year", "")) or day_of(request.at).year
    context = {
        "year": year,
        "before": max((one for one in years if one < year), default=None),
        "after": min((one for one in years if one > year), default=None),
        "books": queries.shelf(by=request.actor, commune=commune, year=year),
        "may_keep": request.actor.has(*KEEPERS),
        "doubles": doubled.figures(by=request.actor, commune=commune)["open"],
        "cancellings": _waiting(request),
    }
    return desk_page(request, "counter/books.html", context)


def _waiting(request: Visit) -> int:
    """How many proposals to cancel an entry wait, for whoever keeps the books."""
    if not request.actor.has(*KEEPERS):
        return 0
    return cancelled.how_many_wait(by=request.actor, commune=request.actor.commune or "")


@opens(to=DESK)
def search(request: Visit) -> HttpResponse:
    """Find an entry by whatever is known of it."""
    asked, found, refusal = Asked.of(request.GET.dict()), None, None
    after = typed_number(request.GET.get("after", "")) or 0
    try:
        if asked.anything:
            found = results(asked, after=after, by=request.actor, at=request.at)
    except Refusal as refused:
        refusal = refused
    context = {"asked": asked, "results": found, "refusal": refusal, "books": book_choices()}
    status = refusal.status if refusal else 200
    return desk_page(request, "counter/book_search.html", context, status)


@opens(to=DESK)
def book(request: Visit, kind: str, year: int) -> HttpResponse:
    """The pages of a book, the first entries first."""
    return _book(request, kind, year, None)


def _book(request: Visit, kind: str, year: int, refusal: Refusal | None) -> HttpResponse:
    by, commune = request.actor, request.actor.commune or ""
    found = queries.shelved(by=by, commune=commune, kind=kind, year=year)
    after = typed_number(request.GET.get("after", "")) or 0
    kept_by = _keeper(request, found)
    rows = queries.leaves(
        by=by,
        book=found,
        at=request.at,
        commune=commune,
        after=after,
        limit=_PAGE + 1,
        kept_by=kept_by,
    )
    months = _months(found, request)
    context = {
        "book": found,
        "rows": [(row, people(row)) for row in rows[:_PAGE]],
        "more": _of(kept_by, rows[_PAGE - 1].number) if len(rows) > _PAGE else "",
        "kept_by": kept_by,
        "keepers": [(one or _("This commune"), _of(one), None) for one in found.keepers],
        "here_of": _of(kept_by),
        "may_keep": by.has(*KEEPERS),
        "may_close": day_of(request.at).year > year or f"{day_of(request.at):%m%d}" == "1231",
        "documents": documents_about(about(found), commune=commune)[:10],
        "press": uuid4(),
        "months": [(str(one), f"{one}/{year}") for one in months],
        "month": request.POST.get("month") or str(months[0] if months else ""),
        "refusal": refusal,
    }
    status = refusal.status if refusal else 200
    return desk_page(request, "counter/book.html", context, status)


def _months(found: queries.Shelved, request: Visit) -> Sequence[int]:
    """The months of its year that have begun, the last first; none of a book that is bound."""
    today = day_of(request.at)
    if found.kind.bound or found.year > today.year:
        return ()
    return range(today.month if found.year == today.year else 12, 0, -1)


def _keeper(request: Visit, found: queries.Shelved) -> str:
    """Whose book of that kind and year is shown: this commune's, or that of one it took over."""
    asked = request.GET.get("of", "")
    if asked in found.keepers or not found.keepers:
        return asked if asked in found.keepers else ""
    return found.keepers[0]


def _of(kept_by: str, after: int = 0) -> str:
    asked = {"of": kept_by, "after": str(after or "")}
    return "?" + urlencode({name: said for name, said in asked.items() if said})


@opens(to=KEEPERS)
def volume(request: Visit, kind: str, year: int) -> HttpResponse:
    """Ask for a volume on paper, or for a month of a book that is kept in lines."""
    commune = request.actor.commune or ""
    found = queries.shelved(by=request.actor, commune=commune, kind=kind, year=year)
    if request.method == "POST":
        try:
            _print(request, found)
        except NothingInMonth as refusal:
            return _book(request, kind, year, refusal)
    return redirect("counter:book", kind, year)


def _print(request: Visit, found: queries.Shelved) -> None:
    key, by, at = str(_press(request)), request.actor, request.at
    if "month" in request.POST:
        month = typed_number(request.POST["month"]) or day_of(at).month
        ask_for_month(book=found, month=month, key=key, by=by, at=at)
        return
    number = typed_number(request.POST.get("volume", "")) or 0
    kept_by = request.POST.get("kept_by", "")
    ask_for_volume(book=found, volume=number, kept_by=kept_by, key=key, by=by, at=at)


@opens(to=KEEPERS)
def close(request: Visit, kind: str, year: int) -> HttpResponse:
    """Close the books of a kind and year, and ask for the statement."""
    commune = request.actor.commune or ""
    found = queries.shelved(by=request.actor, commune=commune, kind=kind, year=year)
    if request.method == "POST":
        try:
            _close(request, found)
        except Refusal as refusal:
            return _book(request, kind, year, refusal)
    return redirect("counter:book", kind, year)


@transaction.atomic
def _close(request: Visit, found: queries.Shelved) -> None:
    """A closed book has its statement: both, or neither."""
    by, commune = request.actor, request.actor.commune or ""
    kind, year = found.kind.code, found.year
    closing = actions.close_book(commune=commune, kind=kind, year=year, by=by, at=request.at)
    ask_for_statement(book=found, closing=closing, by=by, at=request.at)


@opens(to=DESK)
def entry(request: Visit, entry_id: int) -> HttpResponse:
    """An entry with its notes, as it stands today or stood on a day."""
    row = queries.entry(by=request.actor, entry_id=entry_id, at=request.at, why="book")
    typed, refusal, on = request.GET.get("on", "").strip(), None, None
    try:
        on = typed_day(typed, "on") if typed else None
    except Refusal as refused:
        refusal = refused
    context = {
        "page": entry_page(row, on),
        "typed": typed,
        "refusal": refusal,
        "scans": pictures_of(row, by=request.actor),
        "origin": origin_of(row),
        "doubles": doubled.doubles_of(row),
        "cancelling": cancelled.cancelling_of(row),
        "may_keep": request.actor.has(*KEEPERS),
    }
    return desk_page(request, "counter/entry.html", context, refusal.status if refusal else 200)


def _press(request: Visit) -> UUID:
    try:
        return UUID(request.POST.get("press", ""))
    except ValueError as fault:
        raise BadRequest("press") from fault
