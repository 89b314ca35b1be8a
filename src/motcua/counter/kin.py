"""Kin that the books tell of and the register of residents does not know yet: taken or left."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from motcua.consequences.kin_deciding import last_search, leave_kin, proposals, take_kin
from motcua.consequences.kin_search import ask_for_kin
from motcua.consequences.models import KinProposal
from motcua.counter.frame import desk_page
from motcua.counter.kin_shown import WORDS, shown
from motcua.foundation.refusal import Refusal
from motcua.foundation.typed_number import typed_number
from motcua.parts.doors import Visit, opens
from motcua.parts.menu import KEEPERS

_PAGE = 20
_OPEN = KinProposal.Word.OPEN.value


@opens(to=KEEPERS)
def kin(request: Visit) -> HttpResponse:
    """What the entries say beside what the register knows; taken one by one, or by the page."""
    if request.method != "POST":
        return _drawn(request, None)
    try:
        told = _done(request)
    except Refusal as refusal:
        return _drawn(request, refusal)
    return redirect(f"{reverse('counter:kin')}?{urlencode(told)}")


def _done(request: Visit) -> dict[str, int]:
    """Do what was pressed; what the page says of it then."""
    by, at, reason = request.actor, request.at, request.POST.get("reason", "")
    verb, _sep, key = request.POST.get("act", "").partition(":")
    if verb == "search":
        ask_for_kin(by=by, commune=by.commune or "", at=at)
        return {}
    if verb == "leave":
        leave_kin(key=typed_number(key) or 0, reason=reason, by=by, at=at)
        return {"left": 1}
    keys = [key] if verb == "take" else request.POST.getlist("shown")
    numbers = [number for one in keys if (number := typed_number(one))]
    told = take_kin(keys=numbers, reason=reason, by=by, at=at)
    return {"taken": told.taken, "changed": told.changed}


def _drawn(request: Visit, refusal: Refusal | None) -> HttpResponse:
    by, commune = request.actor, request.actor.commune or ""
    asked = request.GET.get("is", _OPEN)
    word = asked if asked in WORDS else _OPEN
    after = typed_number(request.GET.get("after", "")) or 0
    rows = proposals(by=by, commune=commune, word=word, at=request.at, after=after, limit=_PAGE + 1)
    more = {"is": word, "after": rows[_PAGE - 1].pk} if len(rows) > _PAGE else {}
    cards = shown(rows[:_PAGE], by=by, at=request.at)
    context = {
        "cards": cards,
        "by_page": [one.row.pk for one in cards if one.row.certain and word == _OPEN],
        "word": word,
        "standings": [(said, f"?is={one}", None) for one, said in WORDS.items()],
        "here": f"?is={word}",
        "more": f"?{urlencode(more)}" if more else "",
        "search": last_search(by=by, commune=commune),
        "done": {name: typed_number(request.GET.get(name, "")) for name in _TOLD},
        "reason": request.POST.get("reason", ""),
        "refusal": refusal,
    }
    return desk_page(request, "counter/kin.html", context, refusal.status if refusal else 200)


_TOLD = ("taken", "changed", "left")
