"""The forms: of one resident, of the head of a household, and of a row that was wrong."""

from uuid import UUID, uuid4

from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from motcua.counter.by_hand.forms import FORMS
from motcua.counter.by_hand.heads import asks_head, named_head
from motcua.counter.by_hand.typed import Asked, Typed
from motcua.counter.by_hand.wrong_rows import asks_withdraw, withdrawn
from motcua.counter.frame import desk_page
from motcua.foundation.refusal import Refusal, refuse_all
from motcua.foundation.typed_number import typed_number
from motcua.parts.doors import Visit, opens
from motcua.parts.menu import KEEPERS
from motcua.people import queries
from motcua.people.by_hand import Hand
from motcua.people.standings import home

_WHY = "by_hand"
_GONE = (403, 404)


@opens(to=KEEPERS)
def by_hand(request: Visit, resident_id: int, what: str) -> HttpResponse:
    """One form about a resident, with what an entry left to be done filled in."""
    if what not in FORMS:
        raise Http404(what)
    row = queries.resident(by=request.actor, resident_id=resident_id, at=request.at, why=_WHY)
    form, typed = FORMS[what], _typed(request)
    if request.method == "POST":
        try:
            refuse_all(typed.faults(form.asks(row, typed)))
            form.does(row, typed, _hand(request))
        except Refusal as refusal:
            typed = _refused(typed, refusal)
        else:
            return _onward(request, reverse("counter:resident", args=[resident_id]))
    return _page(request, {"row": row}, Asked(form.word, form.told, form.asks(row, typed)), typed)


@opens(to=KEEPERS)
def head(request: Visit, household_id: int) -> HttpResponse:
    """Who heads a household from a day on."""
    found = home(by=request.actor, household_id=household_id, at=request.at, why=_WHY)
    typed = _typed(request)
    if request.method == "POST":
        try:
            refuse_all(typed.faults(asks_head(found, typed).questions))
            named_head(found, typed, _hand(request))
        except Refusal as refusal:
            typed = _refused(typed, refusal)
        else:
            return _onward(request, reverse("counter:household", args=[household_id]))
    return _page(request, {"home": found.household}, asks_head(found, typed), typed)


@opens(to=KEEPERS)
def withdraw(request: Visit, resident_id: int) -> HttpResponse:
    """A row of a resident's history that never held."""
    row = queries.resident(by=request.actor, resident_id=resident_id, at=request.at, why=_WHY)
    typed = _typed(request)
    if request.method == "POST":
        try:
            refuse_all(typed.faults(asks_withdraw(row, typed).questions))
            withdrawn(row, typed, _hand(request))
        except Refusal as refusal:
            typed = _refused(typed, refusal)
        else:
            return _onward(request, reverse("counter:resident", args=[resident_id]))
    return _page(request, {"row": row}, asks_withdraw(row, typed), typed)


def _typed(request: Visit) -> Typed:
    """What was sent; before that what the address fills in."""
    form = request.POST if request.method == "POST" else request.GET
    return Typed(form.dict(), request.at)


def _hand(request: Visit) -> Hand:
    try:
        press = str(UUID(request.POST.get("press", "")))
    except ValueError as fault:
        raise BadRequest("press") from fault
    reason = request.POST.get("reason", "")
    return Hand(by=request.actor, at=request.at, reason=reason, press=press)


def _refused(typed: Typed, refusal: Refusal) -> Typed:
    if refusal.status in _GONE and refusal.field is None:
        raise refusal
    return Typed(typed.said, typed.at, refusal)


def _onward(request: Visit, page: str) -> HttpResponse:
    """Back to the entry that left it to be done, else to the page of whom it concerns."""
    entry = typed_number(request.POST.get("of", ""))
    return redirect("counter:question", entry) if entry else redirect(f"{page}?did=1")


def _page(request: Visit, context: dict[str, object], asked: Asked, typed: Typed) -> HttpResponse:
    refusal = typed.refusal
    shown = {
        **context,
        **asked._asdict(),
        "refusal": refusal,
        "press": typed.said.get("press") or uuid4(),
        "of": typed_number(typed.said.get("of", "")) or "",
    }
    status = 200 if refusal is None else (422 if refusal.status in _GONE else refusal.status)
    return desk_page(request, "counter/by_hand.html", shown, status)
