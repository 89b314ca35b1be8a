"""The door of a list that comes in: brought, its columns said, looked at, confirmed."""

import tempfile
from pathlib import Path
from uuid import UUID, uuid4

from django.core.exceptions import BadRequest
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from motcua.foundation.refusal import Refusal, refuse_all
from motcua.foundation.typed_number import typed_number
from motcua.office.bringing_page import AT_WORK, form, shown
from motcua.office.uploads import missing, name_of, upload
from motcua.parts.doors import Visit, opens
from motcua.parts.menu import KEEPERS, staff_page
from motcua.sheets import actions
from motcua.sheets.actions.bringing import seen
from motcua.sheets.errors import KindMissing
from motcua.sheets.fields import is_kind
from motcua.sheets.models import BroughtList
from motcua.sheets.reporting import write_report

_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@opens(to=KEEPERS)
def bring(request: Visit) -> HttpResponse:
    """Choose what a list is of, and its file."""
    refusal = None
    if request.method == "POST":
        try:
            return redirect("office:list", _brought(request).pk)
        except Refusal as refused:
            refusal = refused
    context = {**form(request.actor), "press": uuid4(), "refusal": refusal, "typed": request.POST}
    status = refusal.status if refusal else 200
    return staff_page(request, "office/bring.html", context, status)


@opens(to=KEEPERS)
def brought(request: Visit, key: UUID) -> HttpResponse:
    """A list where it stands: its columns, what was found, how far it is, what came of it."""
    return _drawn(request, key)


@opens(to=KEEPERS)
def progress(request: Visit, key: UUID) -> HttpResponse:
    """How far the worker is, alone; the whole page when it has done."""
    found = _seen(request, key)
    if found.stage not in AT_WORK:
        return HttpResponse(headers={"HX-Refresh": "true"})
    context = {"shown": shown(found, request)}
    return staff_page(request, "office/parts/list_progress.html", context)


@opens(to=KEEPERS)
@require_POST
def act(request: Visit, key: UUID, verb: str) -> HttpResponse:
    """Say what the columns are, confirm, or drop."""
    found = _seen(request, key)
    by, at = request.actor, request.at
    try:
        if verb == "columns":
            row = typed_number(request.POST.get("heading_row", "")) or found.heading_row
            said = request.POST.getlist("column")
            actions.map_columns(brought=found, heading_row=row, columns=said, by=by, at=at)
        elif verb == "confirm":
            actions.confirm(brought=found, reason=request.POST.get("reason", ""), by=by, at=at)
        else:
            actions.drop(brought=found, by=by, at=at)
    except Refusal as refusal:
        return _drawn(request, key, refusal)
    return redirect("office:list", key)


@opens(to=KEEPERS)
def problems(request: Visit, key: UUID) -> HttpResponseBase:
    """The rows of which there is anything to say, as a file."""
    found = _seen(request, key)
    kept = tempfile.TemporaryFile(prefix="motcua-")  # noqa: SIM115 - the answer closes it
    with tempfile.TemporaryDirectory(prefix="motcua-") as folder:
        path = Path(folder) / "file.xlsx"
        headings = (_("Row"), _("What is wrong"))
        write_report(path, brought=found, headings=headings, by=request.actor, at=request.at)
        kept.write(path.read_bytes())
    kept.seek(0)
    name = f"{Path(found.file_name).stem}-problems.xlsx"
    return FileResponse(kept, as_attachment=True, filename=name, content_type=_WORKBOOK)


def _brought(request: Visit) -> BroughtList:
    try:
        press = UUID(request.POST.get("press", ""))
    except ValueError as fault:
        raise BadRequest("press") from fault
    kind = request.POST.get("kind", "")
    unknown = [] if is_kind(kind) else [KindMissing(field="kind")]
    refuse_all([*unknown, *missing(request)])
    with upload(request) as path:
        return actions.bring(
            press=press,
            commune=request.actor.commune or "",
            kind=kind,
            path=path,
            name=name_of(request),
            by=request.actor,
            at=request.at,
        )


def _seen(request: Visit, key: UUID) -> BroughtList:
    return seen(key, by=request.actor, commune=request.actor.commune or "")


def _drawn(request: Visit, key: UUID, refusal: Refusal | None = None) -> HttpResponse:
    context = {"shown": shown(_seen(request, key), request), "refusal": refusal}
    status = refusal.status if refusal else 200
    return staff_page(request, "office/list.html", context, status)
