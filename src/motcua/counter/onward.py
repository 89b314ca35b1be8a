"""Where a press leads: the same dossier in its new state, or the next one of the list."""

from urllib.parse import parse_qsl, urlencode

from django.http import HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse

from motcua.counter.dossier_page import holdable
from motcua.counter.work_list import address, asked
from motcua.dossiers import actions, lists
from motcua.dossiers.lists import Line
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State, Step, Verb
from motcua.parts.doors import Visit

# What an officer has in hand; the next of these opens by itself after a check.
_IN_HAND = frozenset({State.SUBMITTED, State.ACCEPTED})
# A dossier that waits for the person or the fee stands at the check, too.
_CHECKING = (State.IN_PROGRESS, Step.CHECK)


def page_of(dossier: Dossier | Line, **words: str) -> str:
    """The address of a dossier's page, with a few words for it."""
    said = {name: word for name, word in words.items() if word}
    question = f"?{urlencode(said)}" if said else ""
    return reverse("counter:dossier", args=[dossier.pk]) + question


def after_act(request: Visit, done: Dossier, verb: str) -> HttpResponseRedirect:
    """After a check the next one of the list; after all else the same dossier."""
    if not holdable(done):
        actions.release(dossier_id=done.pk, by=request.actor)
    words = request.POST.get("list", "")
    if request.POST.get("back") == "sign":
        return redirect("counter:to_sign")
    if verb != Verb.CHECK:
        return redirect(page_of(done, did=verb, list=words))
    following = _next(request, words, done)
    if following is None:
        return redirect(address(dict(parse_qsl(words))))
    return redirect(page_of(following, did=verb, of=str(done), list=words))


def _next(request: Visit, words: str, done: Dossier) -> Line | None:
    """The first dossier of the same list that an officer has to do with."""
    wanted = asked(dict(parse_qsl(words)), by=request.actor, at=request.at)
    page = lists.work_list(by=request.actor, filters=wanted.filters)
    for row in page.rows:
        mine = row.where in _IN_HAND or (row.where, row.at_step) == _CHECKING
        if mine and row.pk != done.pk and not _held(row, request):
            return row
    return None


def _held(row: Line, request: Visit) -> bool:
    """Whether another officer has it open."""
    if row.holder_id is None or row.held_until is None or row.held_until <= request.at:
        return False
    return request.actor.id != f"account:{row.holder_id}"
