"""The residents at the desk: one person, one household, and whom an entry may mean."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.consequences import queries as consequences
from motcua.consequences.following import answer, put_right
from motcua.counter.by_hand.forms import FORMS
from motcua.counter.by_hand.left import left_by_hand, terms_of
from motcua.counter.followed_shown import asked_of, chosen_by, question_lines
from motcua.counter.frame import DESK, desk_page
from motcua.counter.matching import day_shown
from motcua.counter.people_page import (
    asked_days,
    events_of,
    facts_of,
    homes_of,
    members_of,
    sources_of,
)
from motcua.counter.people_words import MARITAL, standing_word
from motcua.counter.words import Words
from motcua.foundation.refusal import Refusal
from motcua.foundation.typed_number import typed_number
from motcua.parts.doors import Visit, opens
from motcua.parts.menu import KEEPERS
from motcua.people import queries
from motcua.people.errors import NameMissing
from motcua.people.models import Resident
from motcua.people.standings import home, life

_PAGE = 25


@opens(to=DESK)
def residents(request: Visit) -> HttpResponse:
    """Residents by the words of a name; and what entries left to be said, for who keeps them."""
    by, typed = request.actor, request.GET.get("name", "").strip()
    found, refusal = [], None
    if typed:
        try:
            found = queries.find(by=by, name=typed, at=request.at, why="residents")
        except NameMissing as refused:
            refusal = refused
    after = typed_number(request.GET.get("after", "")) or 0
    keeps = by.has(*KEEPERS)
    open_ones = consequences.questions(by=by, after=after, limit=_PAGE + 1) if keeps else []
    context = {
        "typed": typed,
        "found": [(one, day_shown(one.birth)) for one in found],
        "refusal": refusal,
        "keeps": keeps,
        "questions": [asked_of(one) for one in open_ones[:_PAGE]],
        "more": f"?after={open_ones[_PAGE - 1].pk}" if len(open_ones) > _PAGE else "",
    }
    return desk_page(request, "counter/residents.html", context, refusal.status if refusal else 200)


@opens(to=DESK)
def resident(request: Visit, resident_id: int) -> HttpResponse:
    """One resident as they stood on a day, as it was known when another ended."""
    asked, why = asked_days(request.GET.dict()), request.GET.get("why", "") or "residents"
    found = life(by=request.actor, resident_id=resident_id, at=request.at, why=why, days=asked.days)
    sources, homes = sources_of(found.moves), homes_of(found.moves)
    context = {
        "life": found,
        "asked": asked,
        "here": request.path,
        "standing": standing_word(found.holds),
        "marital": MARITAL[found.marital],
        "facts": facts_of(found, asked, sources, homes),
        "events": events_of(found, sources, homes),
        "forms": _forms(request, found.resident),
        "did": "did" in request.GET,
    }
    return desk_page(request, "counter/resident.html", context, 422 if asked.refusals else 200)


def _forms(request: Visit, row: Resident) -> list[tuple[Words, str]]:
    """What may be written about a resident by hand, by whoever keeps the register."""
    if not request.actor.has(*KEEPERS):
        return []
    fitting = [(name, form.word) for name, form in FORMS.items() if form.fits(row)]
    return [
        *((word, reverse("counter:by-hand", args=[row.pk, name])) for name, word in fitting),
        (_("Withdraw a wrong row"), reverse("counter:withdraw-move", args=[row.pk])),
    ]


@opens(to=DESK)
def household(request: Visit, household_id: int) -> HttpResponse:
    """One household: who lived in it on a day, as it was known when another ended."""
    asked, why = asked_days(request.GET.dict()), request.GET.get("why", "") or "residents"
    found = home(
        by=request.actor, household_id=household_id, at=request.at, why=why, days=asked.days
    )
    context = {
        "home": found.household,
        "members": members_of(found.members, asked),
        "former": members_of(found.former, asked),
        "asked": asked,
        "here": request.path,
        "headless": bool(found.members) and not any(one.holds["head"] for one in found.members),
        "keeps": request.actor.has(*KEEPERS),
        "did": "did" in request.GET,
    }
    return desk_page(request, "counter/household.html", context, 422 if asked.refusals else 200)


@opens(to=KEEPERS)
def question(request: Visit, question_id: int) -> HttpResponse:
    """Whom an entry means: those who may be, side by side, and the officer's word."""
    if request.method != "POST":
        return _question(request, question_id, None)
    chosen, reason = chosen_by(request.POST), request.POST.get("reason", "")
    by, at = request.actor, request.at
    try:
        if "seen_to" in request.POST:
            put_right(question=question_id, reason=reason, by=by, at=at)
        else:
            answer(question=question_id, chosen=chosen, reason=reason, by=by, at=at)
    except Refusal as refusal:
        return _question(request, question_id, refusal)
    return redirect("counter:question", question_id)


def _question(request: Visit, question_id: int, refusal: Refusal | None) -> HttpResponse:
    found = consequences.question(by=request.actor, question_id=question_id, at=request.at)
    asked = asked_of(found.row)
    context = {
        "question": asked,
        "left": left_by_hand(found.row, by=request.actor, at=request.at) if asked.by_hand else [],
        "terms": terms_of(found.row) if asked.by_hand else [],
        "lines": question_lines(found, request.POST),
        "reason": request.POST.get("reason", ""),
        "refusal": refusal,
    }
    return desk_page(request, "counter/question.html", context, refusal.status if refusal else 200)
