"""What the page of one procedure says of it: its papers, fees, exemptions and dates."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import get_language

from motcua.foundation.clock import day_of
from motcua.parts.doubts import doubts_said
from motcua.procedures.calendar import Calendar
from motcua.procedures.deadlines import due
from motcua.procedures.errors import NoProcedureInForce
from motcua.procedures.fees import charge
from motcua.procedures.pack import Basis, Paper, Procedure
from motcua.procedures.queries import calendar_of, in_force
from motcua.procedures.tariff import Exemption, FeeRule
from motcua.procedures.wording import Said, Title, Words


@dataclass(frozen=True, slots=True)
class PaperShown:
    """A paper as the page of a procedure tells of it; `data` is what may stand in its place."""

    words: Words
    need: str
    replaceable: bool
    data: str
    originals: int
    certified: int
    copies: int
    conditional: bool


@dataclass(frozen=True, slots=True)
class Dates:
    """A real example: handed in now, expected then."""

    received: datetime
    due: datetime


@dataclass(frozen=True, slots=True)
class Told:
    """All that the page of a procedure says; `parts/procedure.html` draws it."""

    procedure: Procedure
    title: Title
    papers: Sequence[PaperShown]
    fees: Sequence[tuple[FeeRule, Words]]
    exemptions: Sequence[tuple[Words, Basis]]
    news: Sequence[tuple[Words, Basis]]
    instead: Sequence[tuple[Words, str, str]]
    now: Dates
    morning: Dates
    doubts: str


def told_of(procedure: Procedure, commune: str, at: datetime) -> Told:
    """What a procedure asks of who hands it in at a moment, in a commune's calendar."""
    calendar = calendar_of(commune)
    return Told(
        procedure=procedure,
        title=title_of(procedure),
        papers=papers_shown(procedure),
        fees=fee_lines(procedure, at),
        exemptions=exemption_lines(procedure, at),
        news=[(spoken(one.words), one.basis) for one in procedure.news],
        instead=list(instead_of(procedure, day_of(at))),
        now=example_dates(procedure, calendar, at),
        morning=next_morning(procedure, calendar, at),
        doubts=doubts_said(procedure, day_of(at)),
    )


def instead_of(procedure: Procedure, day: date) -> Iterator[tuple[Words, str, str]]:
    """What is got by another procedure, the code and short name of that; if offered on the day."""
    for one in procedure.instead:
        with suppress(NoProcedureInForce):
            other = in_force(one.procedure, day)
            yield spoken(one.words), other.code, title_of(other).short


def title_of(procedure: Procedure) -> Title:
    """What a procedure is called in the reader's language."""
    return procedure.words.get(get_language() or "vi", procedure.words["vi"])


def spoken(said: Said) -> Words:
    """Words of a pack in the reader's language."""
    return said.get(get_language() or "vi") or said["vi"]


def papers_shown(procedure: Procedure) -> Sequence[PaperShown]:
    """Every paper that may be asked for, with what data of the state stands in for."""
    return [paper_shown(paper) for paper in procedure.papers]


def paper_shown(paper: Paper) -> PaperShown:
    """One paper in the reader's language."""
    language = get_language() or "vi"
    return PaperShown(
        words=spoken(paper.words),
        need=paper.need,
        replaceable=paper.replaceable_by_data,
        data=paper.replaced_by.get(language) or paper.replaced_by.get("vi", ""),
        originals=paper.originals,
        certified=paper.certified,
        copies=paper.copies,
        conditional=paper.when is not None,
    )


def fee_lines(procedure: Procedure, at: datetime) -> Sequence[tuple[FeeRule, Words]]:
    """The fees in force on the day, each with its words."""
    day = day_of(at)
    return [(rule, spoken(rule.words)) for rule in procedure.fees.rules if _in_force(rule, day)]


def exemption_lines(procedure: Procedure, at: datetime) -> Sequence[tuple[Words, Basis]]:
    """Who pays nothing, and by which law."""
    day = day_of(at)
    rules = procedure.fees.exemptions
    return [(spoken(rule.words), rule.basis) for rule in rules if _in_force(rule, day)]


def example_dates(procedure: Procedure, calendar: Calendar, at: datetime) -> Dates:
    """When the result is due of what is handed in this minute."""
    return Dates(at, due(procedure.deadline, received=at, calendar=calendar))


def next_morning(procedure: Procedure, calendar: Calendar, at: datetime) -> Dates:
    """The same for what is received when the office next opens a day."""
    opens = calendar.opening(calendar.working_day_from(day_of(at) + timedelta(days=1)))
    return Dates(opens, due(procedure.deadline, received=opens, calendar=calendar))


def is_free(procedure: Procedure, at: datetime) -> bool:
    """Whether nothing is due online whatever is answered."""
    rules = [rule for rule, _words in fee_lines(procedure, at)]
    online = [rule for rule in rules if not rule.channels or "online" in rule.channels]
    nothing = charge(
        procedure, channel="online", grounds=frozenset(), answers={}, on=day_of(at)
    ).sure
    return not online and nothing


def _in_force(rule: FeeRule | Exemption, day: object) -> bool:
    began = rule.valid_from is None or rule.valid_from <= day  # type: ignore[operator]
    lasts = rule.valid_to is None or day <= rule.valid_to  # type: ignore[operator]
    return began and lasts
