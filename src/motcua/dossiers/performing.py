"""The staircase that every act climbs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from motcua.audit.actions import record
from motcua.dossiers import lifecycle
from motcua.dossiers.beside import beside
from motcua.dossiers.clockwork import move_clock, to_facts
from motcua.dossiers.errors import KeyReused, NotFound, Stale
from motcua.dossiers.holding import refuse_if_held
from motcua.dossiers.interest import own_matter
from motcua.dossiers.models import Dossier, DossierEvent
from motcua.dossiers.needs import Given, met
from motcua.dossiers.press import Press, who_is
from motcua.dossiers.recording import count, write_event
from motcua.dossiers.states import State, Step, Verb, Who
from motcua.foundation.statements import Place, Statement
from motcua.procedures.deadlines import Change as DeadlineChange


@dataclass(frozen=True, slots=True)
class Change:
    """What a verb does beyond the table: set by its action, run inside the transaction.

    `before` runs before the needs are looked at (it may fill in what they ask for), `after` once
    state and clock have moved; `facts` go to the event, read when both have run.
    """

    before: Callable[[Dossier], None] | None = None
    after: Callable[[Dossier], None] | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)


NO_CHANGE = Change()


def perform(press: Press, verb: Verb, given: Given, change: Change = NO_CHANGE) -> Dossier:
    """Do one act: row, history, journal and counters together, or nothing at all."""
    with transaction.atomic():
        dossier = lock(press)
        if already(press, verb, dossier):
            return dossier
        before, step = dossier.where, dossier.at_step
        who = who_is(press.by, dossier)
        _fresh(press, dossier, who)
        rule = lifecycle.take(
            verb,
            state=before,
            step=step,
            received=dossier.accepted_at is not None,
            who=who,
            own=step in lifecycle.OWN_STEPS and own_matter(dossier, by=press.by),
        )
        if change.before:
            change.before(dossier)
        lifecycle.demand(rule, met(rule.needs, dossier, given, who=who, at=press.at))
        moved = move(dossier, rule, given, press.at)
        if change.after:
            change.after(dossier)
        dossier.revision += 1
        dossier.save()
        facts = {**change.facts, **({"moved": to_facts(moved)} if moved else {})}
        write_down(press, dossier, rule, before, step, given.reason, facts)
    return dossier


def lock(press: Press) -> Dossier:
    """The dossier's row, locked until the act ends; NotFound to those it does not concern."""
    found = _LOCKED.first(key=press.dossier)
    if found is None or not who_is(press.by, found):
        raise NotFound
    return found


# The other writers wait from here on.
_LOCKED = Statement(
    lambda: (
        Dossier.objects.select_for_update(of=("self",))
        .select_related("commune", "holder")
        .filter(pk=Place("key"))
    )
)


def already(press: Press, verb: Verb, dossier: Dossier) -> bool:
    """Whether this very press was already done; KeyReused when it was for something else."""
    done = _DONE.first(act=press.key)
    if done is None:
        return False
    if done != (dossier.pk, verb):
        raise KeyReused
    return True


_DONE = Statement(
    lambda: DossierEvent.objects.filter(act=Place("act")).values_list("dossier_id", "verb")
)


def move(
    dossier: Dossier, rule: lifecycle.Rule, given: Given, at: datetime
) -> DeadlineChange | None:
    """State, step and clock, as the row says; how a wait moved the deadline, if it did."""
    if rule.after is not None:
        dossier.state = rule.after
    if rule.next_step is not None:
        dossier.step = rule.next_step
    elif dossier.state != State.IN_PROGRESS:
        dossier.step = Step.NONE
    return move_clock(dossier, rule.clock, at=at, until=given.until)


def write_down(
    press: Press,
    dossier: Dossier,
    rule: lifecycle.Rule,
    before: State,
    step: Step,
    reason: str,
    facts: Mapping[str, Any],
) -> None:
    """Write what was done: history, journal, counters.

    Always the dossier first, then the journal, then the counters: acts that read a register or
    take cash hold the journal's lock already, and locks in one order never meet crosswise.
    """
    who = next(iter(sorted(who_is(press.by, dossier) & rule.who)), "")
    stood = beside(rule.verb, dossier)
    write_event(press, dossier, rule.verb, before, who, reason, {**facts, **stood})
    record(
        chain=dossier.commune_id,
        by=press.by,
        at=press.at,
        verb=rule.verb,
        about=f"dossier:{dossier.pk}",
        why=reason,
        facts={
            "before": int(before),
            "after": dossier.state,
            "revision": dossier.revision,
            **stood,
        },
    )
    count(dossier, before, step)


def _fresh(press: Press, dossier: Dossier, who: frozenset[Who]) -> None:
    """Nobody acts on what they have not seen; the person's own acts wait for no officer."""
    if press.revision is None:
        return
    if press.revision != dossier.revision:
        raise Stale
    if not who & {Who.FILER, Who.HELPER}:
        refuse_if_held(dossier, by=press.by, at=press.at)
