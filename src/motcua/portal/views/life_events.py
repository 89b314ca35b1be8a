"""What has happened, what it needs, and what another office does."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse

from motcua.parts.catalogue import spoken
from motcua.parts.doors import PUBLIC, Visit, opens
from motcua.parts.elsewhere import OFFICES
from motcua.portal.elsewhere import doubts_of, elsewhere_named, note_of, term_of
from motcua.portal.frame import shown
from motcua.portal.life_event import (
    address_of,
    ask_page,
    event_named,
    given_in_words,
    steps_of,
)
from motcua.portal.offers import offered
from motcua.portal.office_hours import hours_said
from motcua.portal.your_answer import answer_page
from motcua.procedures.guide.choosing import given, next_question


@opens(to=PUBLIC)
def event(request: Visit, name: str) -> HttpResponse:
    """What a life event may need, in order, and the way to the questions."""
    found = event_named(name)
    context = {
        "event": found,
        "words": spoken(found.words),
        "steps": steps_of(found.needs, offered(request.at)),
        "ask": address_of(found, {}),
    }
    return shown(request, "event.html", context, public=True)


@opens(to=PUBLIC)
def need(request: Visit, name: str) -> HttpResponse:
    """The next question of an event; once all are answered, what this person needs."""
    found = event_named(name)
    answers = given(found, request.GET.dict())
    question = next_question(found, answers)
    context: dict[str, Any] = {"event": found, "words": spoken(found.words)}
    if question is not None:
        context["asked"] = ask_page(found, question, answers)
        return shown(request, "ask.html", context)
    context["given"] = given_in_words(found, answers)
    context |= answer_page(found, answers, request.GET.get("ground", ""), request.at)
    return shown(request, "answer.html", context)


@opens(to=PUBLIC)
def elsewhere(request: Visit, name: str) -> HttpResponse:
    """What is done at another office: where, how long, for how much."""
    found = elsewhere_named(name)
    context = {
        "one": found,
        "words": spoken(found.words),
        "where": OFFICES[found.where],
        "term": term_of(found),
        "note": note_of(found),
        "doubts": doubts_of(found),
        "hours": hours_said(settings.COMMUNE, request.at) if found.where == "commune" else (),
    }
    return shown(request, "elsewhere.html", context, public=True)
