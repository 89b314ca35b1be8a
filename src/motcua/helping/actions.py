"""Beginning to help and ending it: one function per verb, one transaction each."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from motcua.audit.actions import record
from motcua.foundation.actor import Actor, Role
from motcua.foundation.clock import day_of
from motcua.foundation.names import folded
from motcua.foundation.refusal import Gathered
from motcua.helping import errors
from motcua.helping.consent import (
    Beside,
    Given,
    Person,
    interpreter_of,
    person_of,
    shown,
    witnesses_of,
)
from motcua.helping.models import Consent, Ended, Help
from motcua.people.areas import areas_of
from motcua.people.models import Account
from motcua.places.queries import villages

LONGEST = timedelta(minutes=30)
HELPERS = (Role.VOLUNTEER, Role.RECEPTIONIST, Role.OFFICER)
_AT_THE_COUNTER = (Role.RECEPTIONIST, Role.OFFICER)
_ALONE = Beside()


def begin(
    *,
    help_id: UUID,
    person: Person,
    given: Given,
    by: Actor,
    at: datetime,
    beside: Beside = _ALONE,
    follows: UUID | None = None,
) -> Help:
    """Begin to help one named person; whoever was helped before by the same hand no longer is.

    `help_id` is chosen by the client: the same again is the same help. `follows` is an earlier help
    of this helper's, which counts where it was with the same person. Refuses what `errors` lists,
    and what is wrong with a telephone or its code (people.errors).
    """
    must_help(by)
    known = Help.objects.filter(pk=help_id).first()
    if known is not None:
        return own(known, by)
    found = judged(person, given, beside, by, at)
    whom = found[0]
    thread = thread_of(follows, whom, by) or help_id
    with transaction.atomic():
        Account.objects.select_for_update().get(pk=_account(by))
        for before in Help.objects.filter(helper_id=_account(by), ended_at=None):
            _end(before, Ended.NEXT, by, at)
        made = Help.objects.create(
            **helper_of(by),
            **said_of(found),
            pk=help_id,
            thread=thread,
            began_at=at,
            until=at + LONGEST,
        )
        write_down(made, "begin_help", by, at, told_of(made))
    return made


def helper_of(by: Actor) -> dict[str, Any]:
    """Who helps, as a help keeps it."""
    return {
        "commune_id": by.commune or "",
        "helper_id": _account(by),
        "helper_name": by.name,
        "volunteer": not by.has(*_AT_THE_COUNTER),
    }


Judged = tuple[Person, str, Mapping[str, str], list[dict[str, str]], Given]


def said_of(found: Judged) -> dict[str, Any]:
    """Whom, by what consent, and who stands beside, as a help keeps it."""
    whom, village, interpreter, witnesses, consent = found
    return {
        "village_id": village or None,
        "name": whom.name,
        "birth": whom.birth,
        "phone": whom.phone,
        "consent": consent.kind,
        "witness": consent.witness,
        "signature": consent.signature,
        "interpreter": interpreter,
        "witnesses": witnesses,
    }


def judged(person: Person, given: Given, beside: Beside, by: Actor, at: datetime) -> Judged:
    """All of it as it is kept; refuses all that is wrong at once.

    A code that was sent is good for one time: it is asked for when nothing else is wrong.
    """
    met = Gathered()
    whom = met.of(lambda: person_of(person, by)) or person
    village = met.of(lambda: _village(person, by, at))
    interpreter = met.of(lambda: interpreter_of(beside))
    witnesses = met.of(lambda: witnesses_of(beside, whom, by))
    late = given.kind == Consent.CODE and met.met
    consent = None if late else met.of(lambda: shown(given, whom, by, at))
    met.say()
    return whom, village or "", interpreter or {}, witnesses or [], consent or given


def end(*, help_id: UUID, how: Ended, by: Actor, at: datetime) -> Help:
    """End one's own help; ended already, it stays as it ended. Refuses NoSuchHelp."""
    with transaction.atomic():
        found = Help.objects.select_for_update().filter(pk=help_id).first()
        if found is None:
            raise errors.NoSuchHelp
        if not by.has(Role.SYSTEM):
            own(found, by)
        if found.ended_at is None:
            _end(found, how, by, at)
    return found


def _end(running: Help, how: Ended, by: Actor, at: datetime) -> None:
    """A help whose time was over before ended then, whatever was pressed later."""
    over = running.until <= at
    running.ended, running.ended_at = (Ended.OVER, running.until) if over else (how, at)
    running.save(update_fields=["ended", "ended_at"])
    write_down(running, "end_help", by, at, {"how": str(running.ended)})


def must_help(by: Actor) -> None:
    """Refuse NotAHelper to whoever may not act for residents."""
    if by.commune is None or not by.id.startswith("account:") or not by.has(*HELPERS):
        raise errors.NotAHelper


def _account(by: Actor) -> int:
    return int(by.id.removeprefix("account:"))


def own(found: Help, by: Actor) -> Help:
    """The same, where it is the actor's; refuses NoSuchHelp."""
    if by.id != f"account:{found.helper_id}" or found.commune_id != by.commune:
        raise errors.NoSuchHelp
    return found


def thread_of(follows: UUID | None, whom: Person, by: Actor) -> UUID | None:
    """The thread of an earlier help of the same person; None where it begins anew.

    Of the same person alone: by another's the next would open what is the last one's.
    """
    if follows is None:
        return None
    found = Help.objects.filter(pk=follows).first()
    if found is None:
        raise errors.NoSuchHelp
    before = own(found, by)
    then = (folded(before.name), before.birth, before.phone)
    return before.thread if then == (folded(whom.name), whom.birth, whom.phone) else None


def _village(person: Person, by: Actor, at: datetime) -> str:
    """Where the person lives: for a volunteer one of their own villages, at the counter any."""
    if by.has(*_AT_THE_COUNTER):
        mine = {one.code for one in villages(by.commune or "", day_of(at))} | {""}
    else:
        mine = {one.code for one in areas_of(by=by, at=at)}
    if not person.village and "" not in mine:
        raise errors.VillageMissing(field="village")
    if person.village not in mine:
        raise errors.NotYourVillage(field="village")
    return person.village


def told_of(made: Help) -> dict[str, object]:
    """What the journal keeps: how it was agreed, who stood beside. Of the person it has the key."""
    facts = {
        "consent": made.consent,
        "village": made.village_id,
        "interpreter": made.interpreter.get("name"),
        "witnesses": [one["name"] for one in made.witnesses],
    }
    return {name: one for name, one in facts.items() if one}


def write_down(one: Help, verb: str, by: Actor, at: datetime, facts: Mapping[str, object]) -> None:
    """A line of the journal about this help."""
    about = f"help:{one.pk}"
    record(chain=one.commune_id, by=by, at=at, verb=verb, about=about, facts=facts)
