"""Asking for a change, and deciding about it: two people, one transaction each."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from motcua.audit.actions import record
from motcua.foundation.actor import Actor, Role
from motcua.foundation.clock import day_of
from motcua.foundation.names import tidy
from motcua.people.models import Membership
from motcua.procedures.amending import calendar
from motcua.procedures.amending.changes import Change, value_at
from motcua.procedures.amending.errors import (
    AlreadyDecided,
    CasesUnconfirmed,
    ChangedMeanwhile,
    ChangeHasProblems,
    DayPassed,
    DayPassedWaiting,
    NotYoursToChange,
    NotYoursToDecide,
    OwnChange,
    ReasonMissing,
    SeveralCommunes,
    WhyNotMissing,
)
from motcua.procedures.amending.laying import lay
from motcua.procedures.amending.places import Path
from motcua.procedures.amending.previewing import Preview, preview_of, previewed
from motcua.procedures.amending.queries import amendment_of
from motcua.procedures.models import Amendment, Verdict
from motcua.procedures.queries import content_in_force


def propose(
    *,
    code: str,
    holds_from: date,
    values: Mapping[Path, Any],
    reason: str,
    confirmed: bool,
    by: Actor,
    at: datetime,
) -> Amendment:
    """Ask for other values at places of a procedure, from a day on.

    `confirmed`: the asker has worked out the cases that come out otherwise. Refuses what is past,
    without a reason, without a difference, or not sound.
    """
    commune = may_change(by)
    _alone(commune, at)
    seen = looked_at(code=code, holds_from=holds_from, values=values, at=at)
    if not tidy(reason):
        raise ReasonMissing("reason")
    if seen.problems:
        raise ChangeHasProblems(problems=seen.problems)
    if seen.cases and not confirmed:
        raise CasesUnconfirmed("confirmed")
    cases = [{"name": one.name, "before": one.before, "after": one.after} for one in seen.cases]
    return _ask(
        Amendment(
            code=code,
            edition=seen.edition,
            holds_from=holds_from,
            changes=[one.kept() for one in seen.changes],
            cases=cases,
            reason=tidy(reason),
        ),
        by,
        at,
    )


def looked_at(*, code: str, holds_from: date, values: Mapping[Path, Any], at: datetime) -> Preview:
    """The same without asking for it: what would come of it. Refuses a day that has passed."""
    if holds_from < day_of(at):
        raise DayPassed("holds_from", day=holds_from.strftime("%d/%m/%Y"))
    return previewed(code, holds_from=holds_from, values=values)


def propose_calendar(
    *, change: Change, holds_from: date, reason: str, by: Actor, at: datetime
) -> Amendment:
    """Ask for other hours, or for a day that differs: `calendar` knows the changes that there are.

    The dates that were promised stay as they are, whatever is decided.
    """
    may_change(by)
    if holds_from < day_of(at):
        raise DayPassed("holds_from", day=holds_from.strftime("%d/%m/%Y"))
    if not tidy(reason):
        raise ReasonMissing("reason")
    return _ask(
        Amendment(holds_from=holds_from, changes=[change.kept()], reason=tidy(reason)), by, at
    )


def approve(*, amendment_id: int, by: Actor, at: datetime) -> Amendment:
    """Let a change through: only now a version is made, or the calendar is another one."""
    with transaction.atomic():
        one = _to_decide(amendment_id, by)
        if one.holds_from < day_of(at):
            raise DayPassedWaiting(day=one.holds_from.strftime("%d/%m/%Y"))
        changes = [Change.read(raw) for raw in one.changes]
        if one.code:
            _alone(one.commune_id, at)
            _still_sound(one, changes)
        elif any(calendar.standing(one.commune_id, change) != change.before for change in changes):
            raise ChangedMeanwhile
        _decide(one, Verdict.Kind.APPROVED, "", by, at)
        if one.code:
            lay(one.code, by=by, at=at)
        else:
            calendar.carry_out(one, changes, at=at)
    return one


def refuse(*, amendment_id: int, reason: str, by: Actor, at: datetime) -> Amendment:
    """Turn a change down, with the reason that its asker reads."""
    if not tidy(reason):
        raise WhyNotMissing("reason")
    with transaction.atomic():
        one = _to_decide(amendment_id, by)
        _decide(one, Verdict.Kind.REFUSED, tidy(reason), by, at)
    return one


def withdraw(*, amendment_id: int, by: Actor, at: datetime) -> Amendment:
    """Take back what one asked for oneself, while it waits."""
    with transaction.atomic():
        one = _waiting(amendment_id, by)
        if one.by != by.id:
            raise NotYoursToChange
        _decide(one, Verdict.Kind.WITHDRAWN, "", by, at)
    return one


def may_change(by: Actor) -> str:
    """The commune whose administrator this is; NotYoursToChange."""
    if by.commune is None or not by.has(Role.ADMINISTRATOR):
        raise NotYoursToChange
    return by.commune


def _alone(commune: str, at: datetime) -> None:
    """A version holds for the whole database: one commune does not change another's law."""
    staff = Membership.objects.exclude(commune=commune).exclude(until__lte=day_of(at))
    if staff.exists():
        raise SeveralCommunes


def _ask(one: Amendment, by: Actor, at: datetime) -> Amendment:
    with transaction.atomic():
        one.commune_id, one.by, one.by_name, one.at = by.commune or "", by.id, by.name, at
        one.save(force_insert=True)
        facts = {"code": one.code, "holds_from": one.holds_from.isoformat(), "changes": one.changes}
        _journal(one, "propose_amendment", by, at, one.reason, facts)
    return one


def _still_sound(one: Amendment, changes: list[Change]) -> None:
    content = content_in_force(one.code, one.holds_from)
    if any(value_at(content, change.path) != change.before for change in changes):
        raise ChangedMeanwhile
    seen = preview_of(one.code, holds_from=one.holds_from, changes=changes, before=content)
    if seen.edition != one.edition:
        raise ChangedMeanwhile
    if seen.problems:
        raise ChangeHasProblems(problems=seen.problems)


def _to_decide(amendment_id: int, by: Actor) -> Amendment:
    one = _waiting(amendment_id, by)
    if not by.has(Role.ADMINISTRATOR, Role.CHAIR):
        raise NotYoursToDecide
    if one.by == by.id:
        raise OwnChange
    return one


def _waiting(amendment_id: int, by: Actor) -> Amendment:
    one = amendment_of(amendment_id, by=by, lock=True)
    if one.answer is not None:
        raise AlreadyDecided
    return one


def _decide(one: Amendment, kind: str, reason: str, by: Actor, at: datetime) -> None:
    facts = {"reason": reason, "by": by.id, "by_name": by.name, "at": at}
    one.verdict = Verdict.objects.create(amendment=one, kind=kind, **facts)
    verb = {"approved": "approve", "refused": "refuse", "withdrawn": "withdraw"}[kind]
    _journal(one, f"{verb}_amendment", by, at, reason, {"code": one.code})


def _journal(
    one: Amendment, verb: str, by: Actor, at: datetime, why: str, facts: Mapping[str, Any]
) -> None:
    about = f"amendment:{one.pk}"
    record(chain=one.commune_id, by=by, at=at, verb=verb, about=about, why=why, facts=facts)
