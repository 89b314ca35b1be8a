"""What is due for a dossier: by case, channel, ground, time, count and pages, with the law of each.

Pure. A line that an exemption takes away stays, at nothing, and says why.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from motcua.foundation.money import NOTHING, Dong
from motcua.procedures.answers import asked, visible
from motcua.procedures.conditions import fields_of, holds
from motcua.procedures.kinds import whole
from motcua.procedures.pack import Exemption, FeeRule, Fees, Procedure


@dataclass(frozen=True, slots=True)
class ChargeLine:
    """One fee: `full` is due by the rule, `amount` after the exemption, when there is one."""

    rule: FeeRule
    count: int
    full: Dong
    amount: Dong
    exempted_by: Exemption | None = None


@dataclass(frozen=True, slots=True)
class Charge:
    """All that is due. `sure` is False while an answer is missing that could change it."""

    amount: Dong
    lines: tuple[ChargeLine, ...]
    sure: bool = True


@dataclass(frozen=True, slots=True)
class _Case:
    channel: str
    grounds: frozenset[str]
    answers: Mapping[str, str]
    on: date
    timely: bool | None


def charge(
    procedure: Procedure,
    *,
    channel: str,
    grounds: frozenset[str],
    answers: Mapping[str, str],
    on: date,
) -> Charge:
    """The charge on a day. `channel`: counter|online|post; `grounds`: vocabulary.GROUNDS."""
    counted = asked(procedure.form, answers)
    case = _Case(channel, grounds, counted, on, timely(procedure, counted, on=on))
    fees = procedure.fees
    lines = tuple(
        line
        for rule in fees.rules
        if _applies(rule, case)
        for line in [_line(fees, rule, case)]
        if line.full
    )
    open_ = _unanswered(procedure, counted)
    return Charge(Dong(sum(line.amount for line in lines)), lines, _sure(fees, case, open_))


def exempting(procedure: Procedure) -> tuple[str, ...]:
    """The grounds on which somebody is freed of a fee of this procedure, each once."""
    return tuple(sorted({ground for one in procedure.fees.exemptions for ground in one.grounds}))


def timely(procedure: Procedure, answers: Mapping[str, str], *, on: date) -> bool | None:
    """Whether a registration filed on a day is in time; None when there is no telling."""
    if procedure.timely is None:
        return None
    since = whole(answers.get(procedure.timely.since, ""))
    return None if since is None else (on - since).days <= procedure.timely.days


def _applies(rule: FeeRule | Exemption, case: _Case) -> bool:
    return (
        (rule.valid_from is None or rule.valid_from <= case.on)
        and (rule.valid_to is None or case.on <= rule.valid_to)
        and (not rule.channels or case.channel in rule.channels)
        and (rule.timely is None or rule.timely is case.timely)
        and holds(rule.when, case.answers)
    )


def _line(fees: Fees, rule: FeeRule, case: _Case) -> ChargeLine:
    copies = 1 if rule.once else _count(case.answers, fees.copies)
    pages = _count(case.answers, fees.pages)
    count = {"case": 1, "copy": copies, "page": copies}[rule.per]
    full = _each(rule, pages) * copies if rule.per == "page" else _each(rule, count)
    why = next((one for one in fees.exemptions if _exempts(one, rule, case)), None)
    return ChargeLine(rule, count, Dong(full), NOTHING if why else Dong(full), why)


def _each(rule: FeeRule, count: int) -> int:
    """The price of `count` units by tiers: each tier is paid for the units from its start on."""
    starts = [tier.start for tier in rule.tiers] + [count + 1]
    total = sum(
        tier.amount * max(0, min(starts[place + 1], count + 1) - tier.start)
        for place, tier in enumerate(rule.tiers)
    )
    return total if rule.cap is None else min(total, rule.cap)


def _exempts(one: Exemption, rule: FeeRule, case: _Case) -> bool:
    return (
        (not one.fees or rule.name in one.fees)
        and (not one.grounds or not one.grounds.isdisjoint(case.grounds))
        and _applies(one, case)
    )


def _count(answers: Mapping[str, str], field: str | None) -> int:
    """How many; 1 where the procedure asks for no number, 0 where the number is still missing."""
    if field is None:
        return 1
    value = answers.get(field, "")
    return int(value) if value.isascii() and value.isdigit() else 0


def _unanswered(procedure: Procedure, counted: Mapping[str, str]) -> frozenset[str]:
    """The numbers that are not known yet: asked for, or hanging on an answer that is not there.
    What is not asked for is none, and that is sure."""
    shown = {field.name for field in visible(procedure.form, counted)}
    names = {name for name in (procedure.fees.copies, procedure.fees.pages) if name}
    fields = (procedure.form.by_name[name] for name in names if not _readable(counted, name))
    return frozenset(
        field.name
        for field in fields
        if field.name in shown or not fields_of(field.when) <= counted.keys()
    )


def _sure(fees: Fees, case: _Case, unanswered: Collection[str]) -> bool:
    limits = [one.timely for one in fees.rules] + [one.timely for one in fees.exemptions]
    dated = case.timely is not None or not any(limit is not None for limit in limits)
    return not unanswered and dated


def _readable(answers: Mapping[str, str], field: str) -> bool:
    value = answers.get(field, "")
    return value.isascii() and value.isdigit()
