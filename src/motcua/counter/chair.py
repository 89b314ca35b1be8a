"""The chair's pages: what waits, one paper beside it, many signed at once, how far the press is."""

from uuid import UUID, uuid4

from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from motcua.counter.batch import Chosen, opened, sign_all, waiting
from motcua.counter.batch_progress import progress, remember, told
from motcua.counter.frame import DECIDERS, desk_page
from motcua.foundation.typed_number import typed_number
from motcua.parts.doors import Visit, opens


@opens(to=DECIDERS)
def to_sign(request: Visit) -> HttpResponse:
    """What waits for a signature, with the one that is open beside it."""
    by, at, session = request.actor, request.at, request.session
    asked = _uuid(request.GET.get("open", ""))
    reading = opened(asked, session=session, by=by, at=at) if asked else None
    rows = waiting(session=session, open_now=asked, by=by, at=at)
    unread = next((one.row.dossier.pk for one in rows if not one.read and not one.own), None)
    context = {"rows": rows, "reading": reading, "unread": unread, "batch": uuid4()}
    return desk_page(request, "counter/to_sign.html", context)


@opens(to=DECIDERS)
@require_POST
def sign_batch(request: Visit) -> HttpResponse:
    """Sign all that was ticked; each stands for itself."""
    key, chosen = _uuid(request.POST.get("press", "")), _chosen(request)
    if key is None:
        raise BadRequest("press")
    if not chosen:
        return redirect("counter:to_sign")
    refused = sign_all(chosen, key=key, session=request.session, by=request.actor, at=request.at)
    remember(request.session, key, [one.dossier for one in chosen], refused)
    return redirect("counter:batch", key)


@opens(to=DECIDERS)
def batch(request: Visit, key: UUID) -> HttpResponse:
    """How far the press is with a batch; a fragment of it for htmx."""
    signed = progress(request.session, key, by=request.actor)
    part = request.headers.get("HX-Request") == "true"
    template = "counter/parts/batch.html" if part else "counter/batch.html"
    return desk_page(request, template, {"signed": signed, "told": told(signed), "key": key})


def _chosen(request: Visit) -> list[Chosen]:
    found = []
    for value in request.POST.getlist("sign"):
        key, _, revision = value.partition("~")
        dossier, seen = _uuid(key), typed_number(revision)
        if dossier is None or seen is None:
            raise BadRequest("sign")
        found.append(Chosen(dossier, seen))
    return found


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
