"""Asking another office what its books hold: what is typed for it, and what is shown of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple, Protocol

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.counter.words import Words
from motcua.dossiers.models import Dossier, Inquiry
from motcua.foundation.partial_date import PartialDate
from motcua.parts.formats import moment
from motcua.parts.questions import Question, ask
from motcua.procedures.answers import meant
from motcua.procedures.inquiry import term_of_inquiry
from motcua.procedures.queries import by_version
from motcua.procedures.result import book_to_pick
from motcua.registers.kinds import book

_LEFT_OPEN = "……"
OUTCOMES: Mapping[str, Words] = {
    Inquiry.Outcome.CONFIRMED: gettext_lazy("It is as the request says"),
    Inquiry.Outcome.OTHERWISE: gettext_lazy("There is an entry that reads otherwise"),
    Inquiry.Outcome.ABSENT: gettext_lazy("There is no such entry"),
    Inquiry.Outcome.SILENT: gettext_lazy("No answer came in time"),
}


class Case(Protocol):
    """A dossier with what was typed for the act."""

    @property
    def dossier(self) -> Dossier:
        """The one that is acted on."""

    @property
    def at(self) -> datetime:
        """When."""

    def told(self, name: str, otherwise: str = "") -> str:
        """What was typed under a name, else something to begin with."""


def inquiry_asked(case: Case) -> Sequence[Question]:
    """Which office, and the question, begun with what the request says. It prints in Vietnamese."""
    said = meant(by_version(case.dossier.procedure_id), case.dossier.answers)
    term = term_of_inquiry()
    office = case.told("inquire-office", said.get("register.office", ""))
    return (
        ask("text", "inquire-office", _("Which office"), value=office, maxlength=200),
        ask(
            "long_text",
            "inquire-reason",
            _("What it is asked"),
            value=case.told("inquire-reason", _question(case.dossier, said)),
            help=_("It has %(amount)s working days: %(basis)s. A letter is made for it.")
            % {"amount": term.amount, "basis": term.basis.shown},
            rows=5,
        ),
    )


def reply_asked(case: Case) -> Sequence[Question]:
    """Which inquiry is answered, how, and in which words."""
    waiting = [one for one in case.dossier.inquiries.all() if not one.outcome]
    which = [(str(one.pk), f"{one.office}, {moment(one.asked_at)}") for one in waiting]
    over = any(one.due_at < case.at for one in waiting)
    offered = [(v, str(w)) for v, w in OUTCOMES.items() if over or v != Inquiry.Outcome.SILENT]
    inquiry = case.told("note_reply-inquiry", which[0][0] if which else "")
    outcome = case.told("note_reply-outcome")
    label = _("What it wrote: number, volume, day, or the number of its letter")
    return (
        ask("choice", "note_reply-inquiry", _("Which office"), choices=which, value=inquiry),
        ask("choice", "note_reply-outcome", _("Its answer"), choices=offered, value=outcome),
        ask("long_text", "note_reply-reason", label, value=case.told("note_reply-reason"), rows=3),
    )


class Shown(NamedTuple):
    """One inquiry as the page shows it; `late` when its answer is overdue."""

    office: str
    question: str
    asked: str
    due: str
    late: bool
    outcome: Words
    reply: str


def inquiries_of(dossier: Dossier, *, at: datetime) -> Sequence[Shown]:
    """What other offices were asked, the newest first."""
    rows = sorted(dossier.inquiries.all(), key=lambda one: -one.pk)
    return [
        Shown(
            office=one.office,
            question=one.question,
            asked=moment(one.asked_at),
            due=moment(one.due_at),
            late=not one.outcome and one.due_at < at,
            outcome=OUTCOMES.get(one.outcome, ""),
            reply=one.reply,
        )
        for one in rows
    ]


def _question(dossier: Dossier, said: Mapping[str, str]) -> str:
    """Who is looked for in which book; the letter is in Vietnamese whatever the desk speaks."""
    kind = book_to_pick(by_version(dossier.procedure_id), dossier.answers)
    name = said.get("subject.name") or dossier.subject_name
    parts = [f"{book(kind).official}: " if kind else "", name or _LEFT_OPEN]
    if said.get("subject.birth"):
        parts.append(f", sinh {_day(said['subject.birth'])}")
    for who, word in (("mother", "mẹ"), ("father", "cha"), ("spouse", "vợ hoặc chồng")):
        if said.get(f"{who}.name"):
            parts.append(f", {word} {said[f'{who}.name']}")
    number = said.get("register.number")
    parts.append(f", số {number}" if number else "")
    return (
        "".join(parts) + ". Có đăng ký hay không, số, quyển, ngày đăng ký và nội dung ghi trong sổ?"
    )


def _day(stored: str) -> str:
    try:
        return PartialDate.stored(stored).shown
    except ValueError:
        return stored
