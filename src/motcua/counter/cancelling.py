"""An entry that shall be cancelled: proposed, approved or turned down, on one page."""

from django.http import HttpResponse
from django.shortcuts import redirect

from motcua.consequences.cancelling import cancel_entry
from motcua.counter.entry_page import people
from motcua.counter.frame import desk_page
from motcua.dossiers.made_of_entry import made_of_entry
from motcua.foundation.refusal import Refusal
from motcua.foundation.typed_number import typed_number
from motcua.parts.doors import Visit, opens
from motcua.parts.menu import DECIDERS, KEEPERS
from motcua.registers import actions, cancelled, queries
from motcua.registers.errors import UnknownEntry
from motcua.registers.errors_of_cancelling import UnknownCancelling
from motcua.registers.grounds import ground, grounds
from motcua.registers.kinds import book
from motcua.registers.models import Cancelling

_PAGE = 25
_TYPED = ("ground", "reason", "basis", "answer")
APPROVE, TURN_DOWN = "approve", "turn-down"


@opens(to=KEEPERS)
def cancellings(request: Visit) -> HttpResponse:
    """The proposals that wait, the oldest first."""
    after = typed_number(request.GET.get("after", "")) or 0
    by, commune = request.actor, request.actor.commune or ""
    rows = cancelled.waiting(by=by, commune=commune, at=request.at, after=after, limit=_PAGE + 1)
    more = f"?after={rows[_PAGE - 1].pk}" if len(rows) > _PAGE else ""
    shown = [
        (row, book(row.entry.kind), people(row.entry), ground(row.ground)) for row in rows[:_PAGE]
    ]
    return desk_page(request, "counter/cancellings.html", {"rows": shown, "more": more})


@opens(to=KEEPERS)
def cancel(request: Visit, entry_id: int) -> HttpResponse:
    """Propose that an entry be cancelled; or read the proposal that waits."""
    if request.method != "POST":
        return _page(request, entry_id, None)
    try:
        actions.propose_cancelling(
            entry=entry_id,
            ground=request.POST.get("ground", ""),
            reason=request.POST.get("reason", ""),
            basis=request.POST.get("basis", ""),
            by=request.actor,
            at=request.at,
        )
    except UnknownEntry:
        raise
    except Refusal as refusal:
        return _page(request, entry_id, refusal)
    return redirect("counter:cancel-entry", entry_id)


@opens(to=KEEPERS)
def answer(request: Visit, cancelling_id: int, verb: str) -> HttpResponse:
    """Approve a proposal, or turn it down."""
    row = cancelled.open_cancelling(by=request.actor, key=cancelling_id)
    if request.method != "POST" or verb not in (APPROVE, TURN_DOWN):
        return redirect("counter:cancel-entry", row.entry_id)
    try:
        _answer(request, row, verb)
    except UnknownCancelling:
        raise
    except Refusal as refusal:
        return _page(request, row.entry_id, refusal)
    return redirect("counter:entry", row.entry_id)


def _answer(request: Visit, row: Cancelling, verb: str) -> None:
    by, at = request.actor, request.at
    if verb == APPROVE:
        cancel_entry(cancelling=row.pk, by=by, at=at)
        return
    said = request.POST.get("answer", "")
    actions.turn_down_cancelling(cancelling=row.pk, answer=said, by=by, at=at)


def _page(request: Visit, entry_id: int, refusal: Refusal | None) -> HttpResponse:
    row = queries.entry(by=request.actor, entry_id=entry_id, at=request.at, why="cancelling")
    told = cancelled.cancelling_of(row)
    waits = told is not None and told.outcome == Cancelling.Outcome.OPEN
    context = {
        "entry": row,
        "kind": book(row.kind),
        "people": people(row),
        "cancelled": row.cancelled(),
        "told": told,
        "waits": waits,
        "ground": ground(told.ground) if told else None,
        "own": told is not None and told.proposed_by == request.actor.id,
        "approves": request.actor.has(*DECIDERS),
        "choices": [(code, one.title) for code, one in grounds(row.kind).items()],
        "papers": made_of_entry(row.pk, by=request.actor),
        "typed": {name: request.POST.get(name, "") for name in _TYPED},
        "refusal": refusal,
    }
    return desk_page(request, "counter/cancel.html", context, refusal.status if refusal else 200)
