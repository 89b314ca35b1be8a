"""The administrator's door to the law of today: the list, a procedure as seen, its pack."""

from django.http import HttpResponse
from django.utils import translation

from motcua.foundation.typed_number import typed_number
from motcua.office.form_seen import asked_of
from motcua.office.law_list import law_list, law_tabs
from motcua.office.seen_page import seen_of
from motcua.parts.doors import Visit, opens
from motcua.parts.menu import ADMINISTRATORS, staff_page
from motcua.parts.rendering import fragment
from motcua.procedures.history import versions_of
from motcua.procedures.writing import archive_of


@opens(to=ADMINISTRATORS)
def laws(request: Visit) -> HttpResponse:
    """Every procedure of today, and what is being changed in it."""
    typed = request.GET.get("q", "").strip()[:80]
    listing = law_list(typed, by=request.actor, at=request.at)
    context = {"listing": listing, "tabs_shown": law_tabs(request.actor)}
    return staff_page(request, "office/laws.html", context)


@opens(to=ADMINISTRATORS)
def seen(request: Visit, code: str) -> HttpResponse:
    """One version of a procedure as its page, and as each worked case, in a language."""
    seen = seen_of(
        code,
        request.GET.get("version", ""),
        request.GET.get("as", ""),
        commune=request.actor.commune or "",
        by=request.actor,
        at=request.at,
    )
    with translation.override(seen.language):
        told = fragment("office/told.html", {"told": seen.told, "language": seen.language})
        asked = fragment("office/asked.html", asked_of(seen.procedure))
    context = {"seen": seen, "told_html": told, "asked_html": asked}
    return staff_page(request, "office/seen.html", context)


@opens(to=ADMINISTRATORS)
def pack(request: Visit, code: str) -> HttpResponse:
    """A version as the files of a pack, in a ZIP."""
    wanted = typed_number(request.GET.get("version", ""))
    versions = versions_of(code)
    one = next((one for one in versions if one.version == wanted), versions[0])
    answer = HttpResponse(archive_of(one.content), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{code}-v{one.version}.zip"'
    return answer
