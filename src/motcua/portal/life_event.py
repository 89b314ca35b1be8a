"""A life event as a person reads it: what it needs, the questions, and what was answered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import get_language

from motcua.parts.catalogue import spoken, title_of
from motcua.procedures.errors import NoSuchEvent
from motcua.procedures.guide import Asked, LifeEvent, Wanted
from motcua.procedures.guide.choosing import MOST_QUESTIONS
from motcua.procedures.guide.reading import guide
from motcua.procedures.guide.seeking import Offered


@dataclass(frozen=True, slots=True)
class Step:
    """Something that the event needs: its name, why, and where to read on."""

    need: Wanted
    title: str
    why: str
    address: str


@dataclass(frozen=True, slots=True)
class Way:
    """One answer to a question, and the address to which it leads."""

    word: str
    address: str


@dataclass(frozen=True, slots=True)
class Given:
    """What was answered, in words, and where it is answered otherwise."""

    question: str
    answer: str
    address: str


@dataclass(frozen=True, slots=True)
class AskedPage:
    """One question with its ways; `number` of at most `most`."""

    question: str
    help: str
    ways: Sequence[Way]
    number: int
    most: int
    back: str


def event_named(name: str) -> LifeEvent:
    """The event of an address; NoSuchEvent when the packs have none of that name."""
    event = guide().events.get(name)
    if event is None:
        raise NoSuchEvent
    return event


def steps_of(needs: Iterable[Wanted], offered: Offered) -> list[Step]:
    """Those that are on offer, each once, in their order."""
    by_code = {one.code: one for one in offered.procedures}
    found: dict[str, Step] = {}
    for need in needs:
        key = need.code or need.elsewhere
        if key in found or (need.code and need.code not in by_code):
            continue
        if need.code:
            title = title_of(by_code[need.code]).short
            address = reverse("portal:procedure", args=[key])
        else:
            title = spoken(guide().elsewhere[key].words).label
            address = reverse("portal:elsewhere", args=[key])
        found[key] = Step(need, title, _why(need.why), address)
    return list(found.values())


def ask_page(event: LifeEvent, question: Asked, answers: Mapping[str, str]) -> AskedPage:
    """A question whose every answer is one link: no form, nothing kept."""
    words = spoken(question.words)
    ways = [
        Way(_word(choice.words), address_of(event, {**answers, question.name: choice.value}))
        for choice in question.choices
    ]
    before = dict(list(answers.items())[:-1])
    back = address_of(event, before) if answers else reverse("portal:event", args=[event.name])
    most = min(len(event.questions), MOST_QUESTIONS)
    return AskedPage(words.label, words.help, ways, len(answers) + 1, most, back)


def given_in_words(event: LifeEvent, answers: Mapping[str, str]) -> list[Given]:
    """Each answer, with the address of the page on which it is given."""
    said: list[Given] = []
    before: dict[str, str] = {}
    for question in event.questions:
        value = answers.get(question.name)
        if value is None:
            continue
        words = next(one.words for one in question.choices if one.value == value)
        label = spoken(question.words).label
        said.append(Given(label, _word(words), address_of(event, before)))
        before[question.name] = value
    return said


def address_of(event: LifeEvent, answers: Mapping[str, str], **more: str) -> str:
    """Where the next question, or the answer, stands."""
    path = reverse("portal:need", args=[event.name])
    asked = urlencode({**answers, **more})
    return f"{path}?{asked}" if asked else path


def _word(words: Mapping[str, str]) -> str:
    return words.get(get_language() or "vi") or words["vi"]


_why = _word
