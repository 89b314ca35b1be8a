"""Many at once: chosen in the list, looked at, pressed once, told one by one."""

from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from motcua.counter.batch_progress import remember, remembered
from motcua.counter.bulk.asking import questions_of
from motcua.counter.bulk.choosing import MOST, Chosen, of_the_list, ticked
from motcua.counter.bulk.doing import Confirmed, do_all, take_back
from motcua.counter.bulk.handing import ask_for_list, list_about
from motcua.counter.bulk.outcome import outcomes, told
from motcua.counter.bulk.preview import preview, rows_of
from motcua.counter.bulk.table import BULK, Bulk
from motcua.counter.frame import RECEPTION, desk_page
from motcua.counter.looking import sealed_in
from motcua.counter.printed import documents_about
from motcua.counter.taking_in import typed_in
from motcua.dossiers.errors import NotYours
from motcua.foundation.refusal import Refusal
from motcua.foundation.typed_number import typed_number
from motcua.parts.doors import Visit, opens


@opens(to=RECEPTION)
def bulk(request: Visit, name: str) -> HttpResponse:
    """What will happen to each; posted, it happens."""
    row = _row(request, name)
    if request.method == "POST":
        return _pressed(request, row)
    words, by, at = request.GET, request.actor, request.at
    query = words.get("list", "")
    whole = words.get("all") == "1"
    found = of_the_list(query, row, by=by, at=at) if whole else ticked(words.getlist("pick"))
    return _preview(request, row, found, query)


@opens(to=RECEPTION)
def done(request: Visit, name: str, key: UUID) -> HttpResponse:
    """What became of each of a batch."""
    row = _row(request, name)
    found = outcomes(request.session, key, row, by=request.actor)
    batch = remembered(request.session, key)
    context = {
        "bulk": row,
        "key": key,
        "outcomes": found,
        "told": told(found),
        "list": batch.get("list", ""),
        "press": uuid4(),
        "papers": documents_about(list_about(key), commune=request.actor.commune or ""),
    }
    return desk_page(request, "counter/bulk/done.html", context)


@opens(to=RECEPTION)
@require_POST
def back(request: Visit, name: str, key: UUID) -> HttpResponse:
    """Take back all of a batch, or one of it, as far as the process allows."""
    row, batch = _row(request, name), remembered(request.session, key)
    if row.back is None or batch.get("bulk") != row.name:
        raise Http404(name)
    press, confirmed = _form(request)
    refused = take_back(row, confirmed, key=press, by=request.actor, at=request.at)
    keys = [UUID(one) for one in batch["dossiers"]]
    said = {**batch["refused"], **refused}
    remember(request.session, key, keys, said, bulk=row.name, list=batch["list"])
    return redirect("counter:bulk-done", name, key)


@opens(to=RECEPTION)
def file(request: Visit, name: str, key: UUID) -> HttpResponse:
    """The papers of a batch as one PDF to print."""
    row, batch = _row(request, name), remembered(request.session, key)
    if row.file is None or batch.get("bulk") != row.name:
        raise Http404(name)
    keys = [UUID(one) for one in batch["dossiers"] if one not in batch["refused"]]
    more = bool(batch.get("reason"))
    content = row.file(keys, more=more, by=request.actor, at=request.at)
    return sealed_in(content, "application/pdf", f"{name}.pdf")


def _pressed(request: Visit, row: Bulk) -> HttpResponse:
    key, confirmed = _form(request)
    typed, by, at = typed_in(request.POST), request.actor, request.at
    keys, query = [one.dossier for one in confirmed], typed.get("list", "")
    rows = rows_of(keys, by=by, at=at)
    try:
        facts = row.brings(typed, rows)
    except Refusal as refusal:
        return _preview(request, row, Chosen(keys, more=False), query, refusal)
    # A batch that is cut off is known, and its page tells what was reached.
    kept = {"bulk": row.name, "list": query, "reason": facts.get("reason", "")}
    remember(request.session, key, keys, {}, **kept)
    request.session.save()
    refused = do_all(row, confirmed, rows, facts, key=key, by=by, at=at)
    remember(request.session, key, keys, refused, **kept)
    if row.name == "post":
        sent = [one for one in rows_of(keys, by=by, at=at) if str(one.pk) not in refused]
        ask_for_list(sent, facts, key=key, by=by, at=at)
    return redirect("counter:bulk-done", row.name, key)


def _preview(
    request: Visit, row: Bulk, found: Chosen, query: str, refusal: Refusal | None = None
) -> HttpResponse:
    by, at = request.actor, request.at
    shown = preview(row, rows_of(found.keys, by=by, at=at), by=by, at=at)
    typed = typed_in(request.POST)
    context: dict[str, Any] = {
        "bulk": row,
        "preview": shown,
        "more": found.more,
        "most": MOST,
        "press": typed.get("press") or uuid4(),
        "list": query,
        "questions": questions_of(row.name, shown, typed, refusal),
        "refusal": refusal,
    }
    status = refusal.status if refusal else 200
    return desk_page(request, "counter/bulk/preview.html", context, status=status)


def _row(request: Visit, name: str) -> Bulk:
    """The row of the table; NotYours for one that is for others."""
    if name not in BULK:
        raise Http404(name)
    if not request.actor.has(*BULK[name].roles):
        raise NotYours
    return BULK[name]


def _form(request: Visit) -> tuple[UUID, list[Confirmed]]:
    """The key of the press and its lines; BadRequest for a form that is none of ours."""
    try:
        key = UUID(request.POST["press"])
        lines = [_line(value) for value in request.POST.getlist("one")[:MOST]]
    except (KeyError, ValueError) as fault:
        raise BadRequest("press") from fault
    return key, lines


def _line(value: str) -> Confirmed:
    dossier, revision, seen = value.split("~", 2)
    number = typed_number(revision)
    if number is None:
        raise ValueError(revision)
    return Confirmed(UUID(dossier), number, seen)
