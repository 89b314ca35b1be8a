"""The paper books: which volumes are being copied, their pages, and the next one to read."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from motcua.counter.digitise_scans import scans_added
from motcua.counter.frame import desk_page
from motcua.foundation.clock import day_of
from motcua.foundation.refusal import Refusal
from motcua.foundation.typed_number import typed_number
from motcua.parts.doors import Visit, opens
from motcua.parts.menu import KEEPERS
from motcua.registers import actions, on_paper
from motcua.registers.errors import NothingToRead
from motcua.registers.kinds import books
from motcua.registers.models import PaperVolume, Reading

_STAGES = (Reading.Stage.DIFFERS, Reading.Stage.ASIDE)


@opens(to=KEEPERS)
def digitise(request: Visit) -> HttpResponse:
    """The volumes that are being copied, with what is still to be done; a form opens another."""
    if request.method == "POST":
        return _opened(request)
    return _volumes(request, None)


def _opened(request: Visit) -> HttpResponse:
    form, by = request.POST, request.actor
    try:
        row = actions.open_volume(
            commune=by.commune or "",
            kind=form.get("kind", ""),
            year=typed_number(form.get("year")) or 0,
            volume=typed_number(form.get("volume")) or 0,
            kept_by=form.get("kept_by", ""),
            by=by,
            at=request.at,
        )
    except Refusal as refusal:
        if refusal.field is None:
            raise
        return _volumes(request, refusal)
    return redirect("counter:digitise-volume", row.pk)


def _volumes(request: Visit, refusal: Refusal | None) -> HttpResponse:
    asked, commune = request.GET, request.actor.commune or ""
    kind = asked.get("of", "") if asked.get("of", "") in books() else ""
    rows = on_paper.volumes(
        by=request.actor,
        commune=commune,
        kind=kind,
        before=typed_number(asked.get("before")) or 0,
    )
    last = rows[on_paper.PAGE - 1].pk if len(rows) > on_paper.PAGE else 0
    context = {
        "rows": rows[: on_paper.PAGE],
        "titles": {code: one.title for code, one in books().items()},
        "of": kind,
        "more": f"?of={kind}&before={last}" if last else "",
        "form": request.POST,
        "wrong": {refusal.field: str(refusal)} if refusal else {},
        "this_year": day_of(request.at).year,
    }
    return desk_page(
        request, "counter/digitise.html", context, status=refusal.status if refusal else 200
    )


@opens(to=KEEPERS)
def volume(request: Visit, volume_id: int) -> HttpResponse:
    """One volume: its pages in order, what waits for whom; pictures of pages are put in."""
    row = on_paper.volume(by=request.actor, key=volume_id)
    if request.method == "POST":
        try:
            count = scans_added(request, row)
        except Refusal as refusal:
            return _volume(request, row, refusal)
        return redirect(f"{reverse('counter:digitise-volume', args=[row.pk])}?added={count}")
    return _volume(request, row, None)


def _volume(request: Visit, row: PaperVolume, refusal: Refusal | None) -> HttpResponse:
    asked = request.GET
    row.refresh_from_db()
    pages = on_paper.scans(volume=row, after=typed_number(asked.get("after")) or 0)
    more = len(pages) > on_paper.PAGE
    context = {
        "row": row,
        "title": books()[row.kind].title,
        "pages_held": pages[: on_paper.PAGE],
        "more": f"?after={pages[on_paper.PAGE - 1].place}" if more else "",
        "lists": [(one, on_paper.readings(volume=row, stage=one)) for one in _STAGES],
        "added": typed_number(asked.get("added")),
        "done": asked.get("done", ""),
        "refusal": refusal,
    }
    return desk_page(
        request, "counter/digitise_volume.html", context, refusal.status if refusal else 200
    )


@opens(to=KEEPERS)
@require_POST
def next_page(request: Visit, volume_id: int, turn: str) -> HttpResponse:
    """Begin what this person reads next: first, second, or one more entry of a page."""
    row = on_paper.volume(by=request.actor, key=volume_id)
    return onward(request, row, turn)


def onward(request: Visit, row: PaperVolume, turn: str) -> HttpResponse:
    """To the next reading of that turn; back to the volume when nothing waits."""
    by, at = request.actor, request.at
    try:
        if turn == "second":
            found = actions.begin_second(volume=row, by=by, at=at)
        elif turn == "bare":
            found = actions.begin_entry(volume=row, by=by, at=at)
        else:
            found = actions.begin_next(volume=row, by=by, at=at)
    except NothingToRead:
        where = reverse("counter:digitise-volume", args=[row.pk])
        return redirect(f"{where}?done={'second' if turn == 'second' else 'first'}")
    return redirect("counter:digitise-reading", found.pk)
