"""One page and the person who reads it: first, second and blind, or deciding what differs."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from motcua.counter.digitise import onward
from motcua.counter.digitise_page import chosen, decide_page, like_reading, reading_page, view_of
from motcua.counter.frame import desk_page
from motcua.foundation.refusal import Refusal
from motcua.foundation.typed_number import typed_number
from motcua.parts.doors import Visit, opens
from motcua.parts.menu import KEEPERS
from motcua.registers import actions, on_paper
from motcua.registers.errors import ReadingMoved, ReadingWrong
from motcua.registers.kinds import books
from motcua.registers.margin_reading import (
    COUNT,
    MOST_ITEMS,
    MOST_NOTES,
    how_many,
    how_many_items,
    without,
)
from motcua.registers.models import Reading

Stage = Reading.Stage


@opens(to=KEEPERS)
def reading(request: Visit, reading_id: int) -> HttpResponse:
    """The page as it stands for this person: to be read, to be decided, or with somebody else."""
    row = on_paper.reading(by=request.actor, key=reading_id, at=request.at)
    if request.method != "POST":
        return _page(request, row)
    try:
        return _pressed(request, row)
    except ReadingWrong as refusal:
        fresh = on_paper.reading(by=request.actor, key=reading_id, at=request.at)
        return _page(request, fresh, refusal)


def _page(request: Visit, row: Reading, refusal: Refusal | None = None) -> HttpResponse:
    by, at = request.actor, request.at
    problems = refusal.problems if isinstance(refusal, ReadingWrong) else ()
    context: dict[str, Any] = {
        "title": books()[row.volume.kind].title,
        "refusal": refusal,
        "stage": row.stage,
        "wrong_aside": next((str(one) for one in problems if one.field == "aside"), ""),
    }
    status = refusal.status if refusal else 200
    if row.stage == Stage.WRITTEN:
        return redirect("counter:entry", row.entry_id)
    if row.stage == Stage.DIFFERS and row.first_by != by.id:
        context |= decide_page(row, at=at, form=request.POST, problems=problems)
        return desk_page(request, "counter/digitise_decide.html", context, status)
    mine = {Stage.FIRST: row.first_by, Stage.SECOND: row.second_by}.get(Stage(row.stage))
    if mine == by.id:
        second = row.stage == Stage.SECOND
        focus = request.GET.get("at", "")
        context |= reading_page(row, by=by, at=at, problems=problems, second=second, at_field=focus)
        return desk_page(request, "counter/digitise_reading.html", context, status)
    own = row.first_by == by.id
    like = like_reading(row, by=by, at=at) if own and row.stage == Stage.READ else []
    context |= {"row": row, "own": own, "resembling": like}
    return desk_page(request, "counter/digitise_waits.html", context, status)


def _pressed(request: Visit, row: Reading) -> HttpResponse:
    """What was pressed; what was typed is kept first, whatever comes of it."""
    _keep(request, row, _typed(request))
    if "view" in request.POST:
        return redirect("counter:digitise-reading", row.pk)
    act, _dash, _note = request.POST.get("do", "save").partition("-")
    return _DOES.get(act, _save)(request, row)


def _keep(request: Visit, row: Reading, typed: dict[str, str]) -> None:
    by, at = request.actor, request.at
    if row.stage == Stage.FIRST and row.first_by == by.id:
        view = view_of(request.POST)
        actions.keep_first(reading=row, typed=typed, view=view, by=by, at=at)
    elif row.stage == Stage.SECOND and row.second_by == by.id:
        actions.keep_second(reading=row, typed=typed, by=by, at=at)


def _kept(_request: Visit, _row: Reading) -> HttpResponse:
    """What the script keeps by itself while somebody types."""
    return HttpResponse(status=204)


def _later(_request: Visit, row: Reading) -> HttpResponse:
    """Kept already; somebody goes on with it another time."""
    return redirect("counter:digitise-volume", row.volume_id)


def _save(request: Visit, row: Reading) -> HttpResponse:
    """Enter: this one is read, and the next one opens."""
    by, at, typed = request.actor, request.at, _typed(request)
    if row.stage == Stage.FIRST:
        view = view_of(request.POST)
        done = actions.finish_first(reading=row, typed=typed, view=view, by=by, at=at)
        if like_reading(done, by=by, at=at):
            return redirect("counter:digitise-reading", row.pk)
        return onward(request, row.volume, "first")
    if row.stage == Stage.SECOND:
        done = actions.finish_second(reading=row, typed=typed, by=by, at=at)
        if done.stage == Stage.DIFFERS:
            return redirect("counter:digitise-reading", row.pk)
        return onward(request, row.volume, "second")
    if row.stage == Stage.DIFFERS:
        actions.decide(reading=row, chosen=chosen(row, request.POST, at), by=by, at=at)
        return onward(request, row.volume, "second")
    raise ReadingMoved


def _save_and_more(request: Visit, row: Reading) -> HttpResponse:
    """The same page holds another entry."""
    by, at = request.actor, request.at
    view = view_of(request.POST)
    actions.finish_first(reading=row, typed=_typed(request), view=view, by=by, at=at)
    more = actions.begin_entry(volume=row.volume, scan=row.scan, by=by, at=at)
    return redirect("counter:digitise-reading", more.pk)


def _aside(request: Visit, row: Reading) -> HttpResponse:
    why = request.POST.get("aside", "")
    try:
        actions.put_aside(reading=row, why=why, by=request.actor, at=request.at)
    except Refusal as refusal:
        if refusal.field is None:
            raise
        raise ReadingWrong([refusal]) from refusal
    return redirect("counter:digitise-volume", row.volume_id)


def _take_up(request: Visit, row: Reading) -> HttpResponse:
    actions.take_up(reading=row, by=request.actor, at=request.at)
    return redirect("counter:digitise-reading", row.pk)


def _second(request: Visit, row: Reading) -> HttpResponse:
    actions.begin_second_of(reading=row, by=request.actor, at=request.at)
    return redirect("counter:digitise-reading", row.pk)


def _note_added(request: Visit, row: Reading) -> HttpResponse:
    """One more note in the margin, blank; the keyboard goes on there."""
    typed = _typed(request)
    note = min(how_many(typed) + 1, MOST_NOTES)
    _keep(request, row, {**typed, COUNT: str(note)})
    return _at(row, f"note{note}.kind")


def _item_added(request: Visit, row: Reading) -> HttpResponse:
    """A note shows one change more than are typed."""
    note = _note_of(request)
    item = min(how_many_items(_typed(request), note) + 1, MOST_ITEMS)
    return _at(row, f"note{note}.item{item}")


def _note_taken_off(request: Visit, row: Reading) -> HttpResponse:
    note = _note_of(request)
    _keep(request, row, without(_typed(request), note))
    return _at(row, f"note{max(note - 1, 1)}.kind")


def _note_of(request: Visit) -> int:
    return typed_number(request.POST.get("do", "").partition("-")[2]) or 1


def _at(row: Reading, field: str) -> HttpResponse:
    return redirect(f"{reverse('counter:digitise-reading', args=[row.pk])}?at={field}")


_DOES: Mapping[str, Callable[[Visit, Reading], HttpResponse]] = {
    "aside": _aside,
    "item": _item_added,
    "keep": _kept,
    "later": _later,
    "less": _note_taken_off,
    "more": _save_and_more,
    "note": _note_added,
    "save": _save,
    "second": _second,
    "take_up": _take_up,
}


def _typed(request: Visit) -> dict[str, str]:
    return {name: str(value) for name, value in request.POST.items()}
