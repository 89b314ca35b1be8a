"""Bringing home a help that was given without a line: it is judged as one that begins."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from motcua.foundation.actor import Actor
from motcua.helping import actions
from motcua.helping.consent import Beside, Given, Person
from motcua.helping.errors import NoSuchHelp
from motcua.helping.models import Consent, Ended, Help
from motcua.helping.outings.actions import moment_of
from motcua.helping.outings.errors import CodeNeedsALine
from motcua.helping.outings.models import Outing
from motcua.helping.outings.queries import own_outing
from motcua.helping.outings.times import Clock


@dataclass(frozen=True, slots=True)
class Away:
    """Of which list it was, when it began and ended by the telephone's clock, and how it ended."""

    outing: UUID
    began: datetime
    ended: datetime
    how: str


def bring(
    *,
    help_id: UUID,
    person: Person,
    given: Given,
    beside: Beside,
    away: Away,
    clock: Clock,
    by: Actor,
    at: datetime,
    follows: UUID | None = None,
) -> Help:
    """Take in a help of a round: the same number again is the same help.

    Its half hour is that of the telephone, put right; no help that runs is ended by it. Refuses
    what `begin` refuses, a code, and what has come too late.
    """
    actions.must_help(by)
    known = Help.objects.filter(pk=help_id).first()
    if known is not None:
        return actions.own(known, by)
    one = own_outing(key=away.outing, by=by)
    began = moment_of(one, away.began, clock)
    if given.kind == Consent.CODE:
        raise CodeNeedsALine(field="consent")
    found = actions.judged(person, given, beside, by, at)
    with transaction.atomic():
        made, new = Help.objects.get_or_create(
            pk=help_id,
            defaults={
                **actions.helper_of(by),
                **actions.said_of(found),
                **_times(began, away, clock, at),
                "thread": _thread(follows, found[0], one, by) or help_id,
                "outing": one,
            },
        )
        if new:
            _write_down(made, away, by, at)
    return made


def _write_down(made: Help, away: Away, by: Actor, at: datetime) -> None:
    times = {"began": made.began_at.isoformat(), "said": away.began.isoformat()}
    facts = {**actions.told_of(made), **times, "outing": made.outing_id}
    actions.write_down(made, "bring_help", by, at, facts)


def _times(began: datetime, away: Away, clock: Clock, at: datetime) -> dict[str, Any]:
    until = began + actions.LONGEST
    ended = max(began, min(clock.put_right(away.ended), until))
    how = away.how if away.how in Ended.values else Ended.STOPPED
    told = {"said_at": away.began, "received_at": at}
    return {"began_at": began, "until": until, "ended_at": ended, "ended": how, **told}


def _thread(follows: UUID | None, whom: Person, one: Outing, by: Actor) -> UUID | None:
    """Only another help of this helper's rounds is gone on with: it opens nothing else."""
    if follows is None:
        return None
    if not Help.objects.filter(pk=follows, outing__helper=one.helper_id).exists():
        raise NoSuchHelp
    return actions.thread_of(follows, whom, by)
