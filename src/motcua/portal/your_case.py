"""What one procedure asks of this person: papers, cost and term for what was answered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language

from motcua.foundation.clock import day_of
from motcua.foundation.money import Dong
from motcua.parts.catalogue import PaperShown, fee_lines, paper_shown, spoken, title_of
from motcua.parts.doubts import doubts_said
from motcua.parts.only_if import needed_if
from motcua.portal.life_event import Step
from motcua.procedures.conditions import holds
from motcua.procedures.deadline_words import term_in_words
from motcua.procedures.deadlines import due
from motcua.procedures.fees import ChargeLine, charge, exempting
from motcua.procedures.guide import Wanted
from motcua.procedures.guide.choosing import filled, settled
from motcua.procedures.pack import Procedure
from motcua.procedures.queries import calendar_of
from motcua.procedures.result import deadline_for
from motcua.procedures.tariff import FeeRule
from motcua.procedures.wording import Title, Words

Answers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Cost:
    """What is due of this person: the sum when it is `sure`, and the lines it is made of.

    `more` are the fees that depend on what is still to be said: each copy, each page.
    """

    amount: Dong
    sure: bool
    lines: Sequence[tuple[Words, ChargeLine]]
    more: Sequence[tuple[FeeRule, Words]]


@dataclass(frozen=True, slots=True)
class Case:
    """A procedure for this person. `papers` with the condition that is still open, or ""."""

    step: Step
    procedure: Procedure
    title: Title
    papers: Sequence[tuple[PaperShown, str]]
    cost: Cost
    term: str
    by: datetime
    doubts: str
    begin: str


def case_of(
    step: Step, procedure: Procedure, answers: Answers, grounds: frozenset[str], at: datetime
) -> Case:
    """The case of somebody who gave these answers to the event's questions."""
    fills = filled(step.need, answers)
    told = {**_defaults(procedure), **fills, **_dated(step.need, procedure, answers, at)}
    term = deadline_for(procedure, told)
    begin = reverse("portal:apply", args=[procedure.code])
    return Case(
        step=step,
        procedure=procedure,
        title=title_of(procedure),
        papers=_papers(procedure, fills),
        cost=_cost(procedure, told, grounds, at),
        term=term_in_words(term),
        by=due(term, received=at, calendar=calendar_of(settings.COMMUNE)),
        doubts=doubts_said(procedure, day_of(at)),
        begin=f"{begin}?{urlencode(fills)}" if fills else begin,
    )


def grounds_of(cases: Iterable[Case]) -> tuple[str, ...]:
    """On which grounds somebody would pay less of these, each once."""
    costly = (one.procedure for one in cases if one.cost.lines or one.cost.more)
    return tuple(sorted({ground for one in costly for ground in exempting(one)}))


def _defaults(procedure: Procedure) -> dict[str, str]:
    return {one.name: one.default for one in procedure.form.fields if one.default}


def _dated(need: Wanted, procedure: Procedure, answers: Answers, at: datetime) -> dict[str, str]:
    """A day that stands for “in time” or “late”, where the event asks which of them it is."""
    if procedure.timely is None or need.late is None:
        return {}
    day = day_of(at)
    if holds(need.late, answers):
        day -= timedelta(days=procedure.timely.days + 1)
    return {procedure.timely.since: day.isoformat()}


def _papers(procedure: Procedure, fills: Answers) -> list[tuple[PaperShown, str]]:
    """Those that these answers ask for, and those that other answers may ask for."""
    language = get_language() or "vi"
    found = []
    for paper in procedure.papers:
        needed = settled(paper.when, fills)
        if needed is not False:
            left = needed_if(procedure.form, paper.when, language) if needed is None else ""
            found.append((paper_shown(paper), left))
    return found


def _cost(procedure: Procedure, answers: Answers, grounds: frozenset[str], at: datetime) -> Cost:
    channel = "online" if procedure.online == "full" else "counter"
    due_now = charge(procedure, channel=channel, grounds=grounds, answers=answers, on=day_of(at))
    counted = {line.rule.name for line in due_now.lines}
    more = [
        (rule, words)
        for rule, words in fee_lines(procedure, at)
        if rule.name not in counted
        and (rule.per != "case" or (not due_now.sure and rule.timely is not None))
        and not _freed(procedure, rule, grounds)
    ]
    lines = [(spoken(line.rule.words), line) for line in due_now.lines]
    return Cost(due_now.amount, due_now.sure, lines, more)


def _freed(procedure: Procedure, rule: FeeRule, grounds: frozenset[str]) -> bool:
    """Whether these grounds take the fee away whatever is still to be said."""
    return any(
        not one.grounds.isdisjoint(grounds)
        and (not one.fees or rule.name in one.fees)
        and one.when is None
        and one.timely is None
        for one in procedure.fees.exemptions
    )
