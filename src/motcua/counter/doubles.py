"""Entries that may be one event written twice: the list, and a pair that is decided."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from motcua.counter.doubles_shown import OUTCOMES, events_of, grounds_of, lines_of, row_of
from motcua.counter.frame import desk_page
from motcua.dossiers.made_of_entry import made_of_entry
from motcua.foundation.refusal import Refusal
from motcua.foundation.typed_number import typed_number
from motcua.parts.doors import Visit, opens
from motcua.parts.menu import KEEPERS
from motcua.registers import actions, doubled
from motcua.registers.errors_of_doubles import UnknownDouble
from motcua.registers.kinds import book
from motcua.registers.models import Double
from motcua.registers.sameness import LIKELY

_PAGE = 25
_OPEN = str(Double.Outcome.OPEN)


@opens(to=KEEPERS)
def doubles(request: Visit) -> HttpResponse:
    """The pairs that stand in one way, the likelier first."""
    by, commune = request.actor, request.actor.commune or ""
    asked = request.GET.get("is", _OPEN)
    outcome = asked if asked in OUTCOMES else _OPEN
    after = _after(request.GET.get("after", ""))
    rows = doubled.doubles(
        by=by, commune=commune, outcome=outcome, at=request.at, after=after, limit=_PAGE + 1
    )
    more = rows[_PAGE - 1] if len(rows) > _PAGE else None
    counted = doubled.figures(by=by, commune=commune)
    context = {
        "rows": [row_of(one) for one in rows[:_PAGE]],
        "standings": [(word, f"?is={one}", counted[one]) for one, word in OUTCOMES.items()],
        "here": f"?is={outcome}",
        "outcome": outcome,
        "more": _onward(outcome, more) if more else "",
        "done": _done(request),
    }
    return desk_page(request, "counter/doubles.html", context)


@opens(to=KEEPERS)
def double(request: Visit, double_id: int) -> HttpResponse:
    """Two entries side by side, and what they are."""
    if request.method != "POST":
        return _pair(request, double_id, None)
    outcome, _sep, stands = request.POST.get("outcome", "").partition(":")
    try:
        row = actions.decide_double(
            double=double_id,
            outcome=outcome,
            stands=typed_number(stands),
            reason=request.POST.get("reason", ""),
            seen=typed_number(request.POST.get("seen", "")) or 0,
            by=request.actor,
            at=request.at,
        )
    except UnknownDouble:
        raise
    except Refusal as refusal:
        return _pair(request, double_id, refusal)
    following = doubled.next_double(by=request.actor, commune=row.commune_id, after=row)
    here = reverse("counter:double", args=[following]) if following else reverse("counter:doubles")
    return redirect(f"{here}?did={row.pk}")


def _pair(request: Visit, double_id: int, refusal: Refusal | None) -> HttpResponse:
    row = doubled.double(by=request.actor, key=double_id, at=request.at)
    left_out = row.left_out
    context = {
        "row": row,
        "kind": book(row.kind),
        "likely": row.weight == LIKELY,
        "grounds": grounds_of(row.grounds),
        "lines": lines_of(row),
        "events": list(events_of(row)),
        "second_writing": row.second if left_out == row.second_id else row.first,
        "papers": made_of_entry(left_out, by=request.actor) if left_out else [],
        "reason": request.POST.get("reason", ""),
        "refusal": refusal,
        "done": _done(request),
    }
    return desk_page(request, "counter/double.html", context, refusal.status if refusal else 200)


def _done(request: Visit) -> Double | None:
    """The pair that was decided a moment ago, to be said above the next one."""
    key = typed_number(request.GET.get("did", ""))
    if key is None:
        return None
    rows = Double.objects.filter(pk=key, commune_id=request.actor.commune)
    return rows.select_related("first", "second").first()


def _after(said: str) -> doubled.After | None:
    weight, key = (typed_number(part) for part in said.partition(".")[::2])
    return doubled.After(weight, key) if weight and key else None


def _onward(outcome: str, last: Double) -> str:
    return "?" + urlencode({"is": outcome, "after": f"{last.weight}.{last.pk}"})
