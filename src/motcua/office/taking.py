"""The door of a list that is taken along."""

import tempfile
from pathlib import Path

from django.http import FileResponse, HttpResponse, HttpResponseBase

from motcua.foundation.clock import day_of
from motcua.foundation.refusal import Refusal, refuse_all
from motcua.foundation.typed_number import typed_number
from motcua.parts.doors import Visit, opens
from motcua.parts.menu import KEEPERS, staff_page
from motcua.sheets.errors import YearUnreadable
from motcua.sheets.exporting import Wanted, export_list
from motcua.sheets.fields import kinds

_YEARS = ("first_year", "last_year")


@opens(to=KEEPERS)
def take(request: Visit) -> HttpResponseBase:
    """Choose a list, say why, and take it along."""
    if request.method != "POST":
        return _drawn(request)
    try:
        return _file(request)
    except Refusal as refusal:
        return _drawn(request, refusal)


def _file(request: Visit) -> FileResponse:
    years = {name: request.POST.get(name, "").strip() for name in _YEARS}
    first, last = (typed_number(said) or 0 for said in years.values())
    wanted = Wanted(
        kind=request.POST.get("kind", ""),
        first_year=first,
        last_year=last,
        workbook=request.POST.get("format") != "csv",
        reason=request.POST.get("reason", ""),
    )
    wrong = (
        YearUnreadable(name) for name in _YEARS if years[name] and not typed_number(years[name])
    )
    refuse_all([*wanted.lacking(), *wrong])
    end = "xlsx" if wanted.workbook else "csv"
    kept = tempfile.NamedTemporaryFile(prefix="motcua-", suffix=f".{end}")  # noqa: SIM115 - closed with the answer
    commune = request.actor.commune or ""
    path = Path(kept.name)
    export_list(path, wanted=wanted, commune=commune, by=request.actor, at=request.at)
    name = f"{wanted.kind.replace(':', '-')}-{day_of(request.at)}.{end}"
    return FileResponse(path.open("rb"), as_attachment=True, filename=name)


def _drawn(request: Visit, refusal: Refusal | None = None) -> HttpResponse:
    context = {"kinds": kinds(), "typed": request.POST, "refusal": refusal}
    status = refusal.status if refusal else 200
    return staff_page(request, "office/take.html", context, status)
