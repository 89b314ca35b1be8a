"""One's own: the list, one dossier, its files, its signed paper, taking it back."""

from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from motcua.dossiers import actions, queries
from motcua.dossiers.states import State
from motcua.foundation.refusal import Refusal
from motcua.parts.doors import KNOWN, PUBLIC, Visit, opens
from motcua.portal.frame import shown
from motcua.portal.listing import own_lines
from motcua.portal.pressing import press_of
from motcua.portal.reading import number_of
from motcua.portal.story import story
from motcua.portal.visitor import holder
from motcua.procedures.queries import by_version


@opens(to=KNOWN)
def mine(request: Visit) -> HttpResponse:
    """Everything the person began or handed in."""
    return shown(request, "mine.html", {"lines": own_lines(request.actor)})


@opens(to=KNOWN)
def one(request: Visit, key: UUID) -> HttpResponse:
    """One dossier with its steps, offices and times."""
    dossier = queries.own(dossier_id=key, by=request.actor, at=request.at, why="own page")
    if dossier.state == State.DRAFT:
        return redirect("portal:continue", key)
    return shown(request, "one.html", story(dossier, by=request.actor, at=request.at))


@opens(to=PUBLIC)
def go_on(request: Visit, key: UUID) -> HttpResponse:
    """The form of a draft, where the person stopped."""
    found = next((one for one in queries.drafts(by=holder(request)) if one.pk == key), None)
    if found is None:
        return redirect("portal:draft")
    code = by_version(found.procedure_id).code
    response = redirect("portal:apply", code)
    response["Location"] += f"?draft={key}"
    return response


@opens(to=KNOWN)
@require_POST
def again(request: Visit, key: UUID) -> HttpResponse:
    """A new draft with what was written the last time, when that came to nothing."""
    draft = actions.begin_again(
        dossier_id=key,
        draft_id=number_of(request.POST.get("key", "")),
        by=request.actor,
        at=request.at,
    )
    return redirect("portal:continue", draft.pk)


@opens(to=KNOWN)
@require_POST
def copy(request: Visit, key: UUID) -> HttpResponse:
    """A draft that asks for a new copy of what was corrected, with what is known."""
    draft = actions.ask_copy(
        dossier_id=key,
        draft_id=number_of(request.POST.get("key", "")),
        by=request.actor,
        at=request.at,
    )
    return redirect("portal:continue", draft.pk)


@opens(to=KNOWN)
def withdraw(request: Visit, key: UUID) -> HttpResponse:
    """Take it back, after being asked once whether it is meant."""
    dossier = queries.own(dossier_id=key, by=request.actor, at=request.at, why="withdraw")
    reason = request.POST.get("reason", "").strip()[:1000]
    context = {"dossier": dossier, "key": uuid4(), "reason": reason, "refusal": None}
    if request.method != "POST":
        return shown(request, "withdraw.html", context)
    try:
        actions.withdraw(press_of(request, key), reason=reason)
    except Refusal as refusal:
        return shown(request, "withdraw.html", {**context, "refusal": refusal}, refusal.status)
    return redirect("portal:one", key)
