"""The administrator's door to changing a procedure: a form, what would come of it, the asking."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from motcua.foundation.clock import day_of
from motcua.foundation.refusal import Refusal
from motcua.foundation.typed_number import typed_number
from motcua.office.amend_page import groups_of, problem_said, unplaced, values_of
from motcua.office.changes_page import compared_parts
from motcua.office.days import day_given
from motcua.office.new_rows import endings, names_of, new_groups, new_places, rows_typed
from motcua.office.part_words import part_said
from motcua.office.versions_page import KEYS, KINDS
from motcua.parts.doors import Visit, opens
from motcua.parts.menu import ADMINISTRATORS, staff_page
from motcua.procedures.amending.actions import looked_at, propose
from motcua.procedures.amending.errors import ChangeHasProblems
from motcua.procedures.amending.places import Path, parts_of, places
from motcua.procedures.amending.previewing import Preview
from motcua.procedures.history import versions_of
from motcua.procedures.models import ProcedureVersion

# Carried from the form to the look at it and on, beside the places themselves.
_OURS = ("version", "holds_from", "reason")


@opens(to=ADMINISTRATORS)
def amend(request: Visit, code: str, part: str) -> HttpResponse:
    """Write what is to stand in a part; look at what comes of it; ask for it."""
    shown = _shown(code, request.POST.get("version") or request.GET.get("version", ""))
    if part not in parts_of(shown.content):
        raise Http404
    if request.method != "POST" or request.POST.get("verb") == "edit":
        return _form(request, shown, part)
    try:
        if request.POST.get("verb") == "propose":
            return _asked(request, shown, part)
        return _looked(request, shown, part)
    except Refusal as refusal:
        return _form(request, shown, part, refusal)


def _shown(code: str, number: str) -> ProcedureVersion:
    """The version whose values stand in the form."""
    versions, wanted = versions_of(code), typed_number(number)
    return next((one for one in versions if one.version == wanted), versions[0])


def _wish(request: Visit, shown: ProcedureVersion, part: str) -> dict[str, Any]:
    return {
        "code": shown.code,
        "holds_from": day_given(request.POST.get("holds_from", ""), field="holds_from"),
        "values": _values(shown, part, request.POST),
        "at": request.at,
    }


def _values(shown: ProcedureVersion, part: str, typed: Mapping[str, str]) -> dict[Path, Any]:
    """What is to stand otherwise; of a row that ends nothing else is changed."""
    rows = rows_typed(shown.content, part, typed)
    values = values_of(shown.content, part, typed)
    return {path: v for path, v in values.items() if not _within(path, rows)} | rows


def _within(path: Path, rows: Mapping[Path, Any]) -> bool:
    return any(path[: len(row)] == row for row in rows)


def _looked(
    request: Visit, shown: ProcedureVersion, part: str, refusal: Refusal | None = None
) -> HttpResponse:
    """Before and after; where something is wrong with it, the form again."""
    preview = looked_at(**_wish(request, shown, part))
    if preview.problems:
        raise ChangeHasProblems(problems=preview.problems)
    status = refusal.status if refusal else 200
    context = {**_preview(preview), "kept": _kept(request, shown, part), "refusal": refusal}
    return staff_page(
        request, "office/amend_preview.html", {**_head(request, shown, part), **context}, status
    )


def _asked(request: Visit, shown: ProcedureVersion, part: str) -> HttpResponse:
    wish = _wish(request, shown, part)
    confirmed = request.POST.get("confirmed") == "yes"
    reason = request.POST.get("reason", "")
    try:
        one = propose(**wish, reason=reason, confirmed=confirmed, by=request.actor)
    except Refusal as refusal:
        if refusal.field == "confirmed":
            return _looked(request, shown, part, refusal)
        raise
    return redirect(f"{reverse('office:change', args=[one.pk])}?did=propose")


def _form(
    request: Visit, shown: ProcedureVersion, part: str, refusal: Refusal | None = None
) -> HttpResponse:
    problems: Any = refusal.facts.get("problems", ()) if refusal else ()
    posted = request.POST if request.method == "POST" else None
    ends = endings(shown.content, part, posted)
    asked = [*places(shown.content, part), *new_places(shown.content, part, posted or {})]
    tomorrow = day_of(request.at) + timedelta(1)
    context = {
        "groups": [
            *groups_of(shown.content, part, posted, problems, more=ends),
            *new_groups(shown.content, part, posted, problems),
        ],
        "others": list(map(problem_said, unplaced(asked, problems))),
        "holds_from": f"{tomorrow:%d/%m/%Y}" if posted is None else posted.get("holds_from", ""),
        "reason": "" if posted is None else posted.get("reason", ""),
        "refusal": refusal,
    }
    status = refusal.status if refusal else 200
    return staff_page(
        request, "office/amend.html", {**_head(request, shown, part), **context}, status
    )


def _head(request: Visit, shown: ProcedureVersion, part: str) -> dict[str, Any]:
    return {
        "shown": shown,
        "title": part_said(shown.content, part),
        "address": request.path,
        "part": part,
    }


def _kept(request: Visit, shown: ProcedureVersion, part: str) -> list[tuple[str, str]]:
    names = [".".join(one.path) for one in places(shown.content, part)]
    names += names_of(shown.content, part)
    return [(name, request.POST.get(name, "")) for name in (*_OURS, *names)]


def _preview(seen: Preview) -> dict[str, Any]:
    return {
        "seen": seen,
        "parts": compared_parts(seen.before, seen.after),
        "kinds": KINDS,
        "keys": KEYS,
    }
