"""The door to hộ tịch 158: entries of the books go out, files are checked."""

import tempfile
from pathlib import Path
from uuid import UUID, uuid4

from django.core.exceptions import BadRequest
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from motcua.foundation.refusal import Refusal
from motcua.office.days import day_given
from motcua.office.ministry_page import chosen, file_name, opened
from motcua.office.uploads import upload
from motcua.parts.doors import Visit, opens
from motcua.parts.menu import KEEPERS, staff_page
from motcua.sheets.ministry158 import checking
from motcua.sheets.ministry158.choosing import export, one_export, write_file

_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@opens(to=KEEPERS)
def ministry(request: Visit) -> HttpResponse:
    """Choose a book and days; what is ready, what went before, what cannot go and why."""
    if request.method != "POST":
        return _drawn(request)
    try:
        made = _export(request)
    except Refusal as refusal:
        return _drawn(request, refusal)
    asked = {name: str(request.POST.get(name, "")) for name in ("kind", "since", "until")}
    return redirect(f"{reverse('office:ministry')}?{urlencode({**asked, 'made': str(made)})}")


@opens(to=KEEPERS)
def file(request: Visit, key: UUID) -> HttpResponseBase:
    """The file of an export."""
    made = one_export(by=request.actor, commune=request.actor.commune or "", key=key)
    kept = tempfile.TemporaryFile(prefix="motcua-")  # noqa: SIM115 - the answer closes it
    with tempfile.TemporaryDirectory(prefix="motcua-") as folder:
        path = Path(folder) / "file.xlsx"
        write_file(path, made=made, by=request.actor, at=request.at)
        kept.write(path.read_bytes())
    kept.seek(0)
    name = file_name(made)
    return FileResponse(kept, as_attachment=True, filename=name, content_type=_WORKBOOK)


@opens(to=KEEPERS)
def check(request: Visit) -> HttpResponse:
    """Look at a file as the ministry's software would."""
    found = refusal = None
    if request.method == "POST":
        try:
            with upload(request) as path:
                found = checking.check(path)
        except Refusal as refused:
            refusal = refused
    context = {"found": found, "refusal": refusal}
    status = refusal.status if refusal else 200
    return staff_page(request, "office/ministry_check.html", context, status)


def _export(request: Visit) -> UUID:
    try:
        press = UUID(request.POST.get("press", ""))
    except ValueError as fault:
        raise BadRequest("press") from fault
    return export(
        press=press,
        commune=request.actor.commune or "",
        kind=request.POST.get("kind", ""),
        since=day_given(request.POST.get("since", ""), field="since"),
        until=day_given(request.POST.get("until", ""), field="until"),
        again=request.POST.get("again") == "yes",
        by=request.actor,
        at=request.at,
    ).pk


def _drawn(request: Visit, refusal: Refusal | None = None) -> HttpResponse:
    asked = request.POST if refusal else request.GET
    shown = None
    try:
        shown = chosen(asked, by=request.actor, at=request.at)
    except Refusal as refused:
        refusal = refusal or refused
    context = {
        **opened(asked, by=request.actor, at=request.at),
        "shown": shown,
        "press": uuid4(),
        "refusal": refusal,
    }
    status = refusal.status if refusal else 200
    return staff_page(request, "office/ministry.html", context, status)
