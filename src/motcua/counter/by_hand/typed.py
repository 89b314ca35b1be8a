"""What was typed into a form about a resident: as it stands there, and as the verbs take it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from motcua.counter.errors import AnswerMissing, DayPartMissing, DayPartUnreadable
from motcua.counter.words import Words
from motcua.foundation.partial_date import PartialDate
from motcua.foundation.refusal import Refusal
from motcua.parts.questions import Question, ask
from motcua.people.by_hand.errors import LivesElsewhere, RowMissing, SpouseMissing, Unexplained
from motcua.procedures.lists import ethnic_names, nationality_names

_LISTS = ("ethnic", "nationality")
_DAYS = ("date", "partial_date")
# What has to be answered, and what is said of it when it was left empty.
_EMPTY: Mapping[str, type[Refusal]] = {
    "full_name": AnswerMissing,
    "household": AnswerMissing,
    "move": RowMissing,
    "reason": Unexplained,
    "resident": LivesElsewhere,
    "spouse": SpouseMissing,
    "village": AnswerMissing,
}


class Asked(NamedTuple):
    """One form on a page: its title, what it does in a sentence, its questions."""

    word: Words
    told: Words
    questions: Sequence[Question]


@dataclass(frozen=True, slots=True)
class Typed:
    """The fields by name, the day of today for one that is blank, and what was refused."""

    said: Mapping[str, str]
    at: datetime
    refusal: Refusal | None = None

    def ask(self, kind: str, name: str, label: str, value: str = "", **rest: object) -> Question:
        """A question that shows what was typed, else what is known, and what is wrong with it."""
        wrong = self.refusal.about(name) if self.refusal else ""
        if kind in _LISTS:
            rest["choices"] = list(_list(kind).items())
        return ask(
            "select" if kind in _LISTS else kind,
            name,
            label,
            value=self.said.get(name, value),
            error=wrong,
            **rest,
        )

    def day(self, name: str, *, optional: bool = False) -> str:
        """A day, a month or a year in the stored form."""
        text = self.said.get(name, "").strip()
        if not text:
            if optional:
                return ""
            raise DayPartMissing(name)
        try:
            return str(PartialDate.typed(text))
        except ValueError as fault:
            raise DayPartUnreadable(name) from fault

    def faults(self, questions: Sequence[Question]) -> Iterator[Refusal]:
        """What was left empty, and days that are none: all of it, before anything is looked up."""
        for one in questions:
            if one.kind in _DAYS:
                try:
                    self.day(one.name, optional=one.need != "must")
                except (DayPartMissing, DayPartUnreadable) as fault:
                    yield fault
            elif one.name in _EMPTY and not self.text(one.name):
                yield _EMPTY[one.name](one.name)

    def text(self, name: str) -> str:
        """A field as it was typed."""
        return self.said.get(name, "").strip()


def on(typed: Typed) -> Question:
    """From which day it holds."""
    told = _("Only the month or the year, where nobody knows more.")
    return typed.ask("partial_date", "on", _("Since when"), help=told)


def reason(typed: Typed) -> Question:
    """Why, for whoever reads it later."""
    told = _("Which paper or whose word says so. It stays with the resident.")
    return typed.ask("long_text", "reason", _("Why"), help=told, rows=3, maxlength=500)


def _list(kind: str) -> Mapping[str, str]:
    if kind == "ethnic":
        return ethnic_names()
    return nationality_names(get_language() or "vi")
