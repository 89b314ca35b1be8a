"""An entry that a dossier needs and that is still on paper alone: read now, for this dossier."""

from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect

from motcua.counter.digitise_page import hints_of
from motcua.counter.errors import PictureUnknown
from motcua.counter.frame import desk_page
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries import open_for
from motcua.foundation.clock import day_of
from motcua.foundation.refusal import Refusal
from motcua.foundation.typed_number import typed_number
from motcua.parts.doors import Visit, opens
from motcua.parts.menu import KEEPERS
from motcua.procedures.queries import by_version
from motcua.procedures.result import book_to_pick
from motcua.registers import actions, on_paper
from motcua.registers.kinds import book, books
from motcua.registers.models import PaperVolume, Scan


@opens(to=KEEPERS)
def for_dossier(request: Visit, dossier_id: UUID) -> HttpResponse:
    """What the dossier says of the entry, and in which volume it may be; a press begins it."""
    by, at = request.actor, request.at
    dossier = open_for(dossier_id=dossier_id, by=by, at=at, why="digitise")
    if request.method != "POST":
        return _page(request, dossier, None)
    try:
        return _begun(request, dossier)
    except Refusal as refusal:
        if refusal.field is None:
            raise
        return _page(request, dossier, refusal)


@transaction.atomic
def _begun(request: Visit, dossier: Dossier) -> HttpResponse:
    form, by, at = request.POST, request.actor, request.at
    row = actions.open_volume(
        commune=dossier.commune_id,
        kind=form.get("kind", ""),
        year=typed_number(form.get("year")) or 0,
        volume=typed_number(form.get("volume")) or 0,
        kept_by=form.get("kept_by", ""),
        by=by,
        at=at,
    )
    scan = _picture(row, form.get("page", "").strip())
    about = f"dossier:{dossier.pk}"
    found = actions.begin_entry(volume=row, scan=scan, about=about, by=by, at=at)
    return redirect("counter:digitise-reading", found.pk)


def _picture(row: PaperVolume, typed: str) -> Scan | None:
    """The picture of the page that was typed; None where none was."""
    if not typed:
        return None
    place = typed_number(typed) or 0
    found = on_paper.scans(volume=row, after=place - 1)
    if not place or not found or found[0].place != place:
        raise PictureUnknown(field="page", page=typed)
    return found[0]


def _page(request: Visit, dossier: Dossier, refusal: Refusal | None) -> HttpResponse:
    by, at = request.actor, request.at
    kind = request.POST.get("kind") or request.GET.get("kind") or _kind(dossier)
    kind = kind if kind in books() else "birth"
    hints = hints_of(f"dossier:{dossier.pk}", kind, by=by, at=at)
    labels = {key: term.words for key, term in book(kind).terms.items()}
    context = {
        "dossier": dossier,
        "kind": kind,
        "titles": {code: one.title for code, one in books().items()},
        "hints": [(labels[key], value) for key, value in hints.items()],
        "readings": on_paper.read_for(f"dossier:{dossier.pk}", by=by),
        "rows": on_paper.volumes(by=by, commune=dossier.commune_id, kind=kind)[:20],
        "form": request.POST,
        "year": request.POST.get("year", _year(hints, kind)),
        "volume": request.POST.get("volume", "1"),
        "wrong": {refusal.field: str(refusal)} if refusal else {},
        "this_year": day_of(at).year,
    }
    status = refusal.status if refusal else 200
    return desk_page(request, "counter/digitise_for.html", context, status)


def _kind(dossier: Dossier) -> str:
    return book_to_pick(by_version(dossier.procedure_id), dossier.answers) or "birth"


def _year(hints: dict[str, str], kind: str) -> str:
    """The year in which it was most likely registered: that of the birth, or of the death."""
    for key in ("death.date", f"{book(kind).about[0]}.birth"):
        if key in hints and kind in ("birth", "death"):
            return hints[key][-4:]
    return ""
