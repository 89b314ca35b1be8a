"""Taking a list along, saying how the telephone stands, giving the list back; calling at a door."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from motcua.audit.actions import record
from motcua.foundation.actor import Actor, Role
from motcua.foundation.clock import local
from motcua.foundation.names import tidy
from motcua.helping.errors import NotAHelper, NotYourVillage
from motcua.helping.outings.errors import (
    AfterTheEnd,
    MetUnknown,
    NobodyThere,
    NoSuchOuting,
    NotOnTheList,
    OutingOver,
    TooLate,
    TooManyHouseholds,
)
from motcua.helping.outings.models import DoorCall, Met, Outing, OutingEnd
from motcua.helping.outings.queries import GRACE, MOST, households, own_outing
from motcua.helping.outings.times import Clock
from motcua.people.areas import areas_of
from motcua.people.models import Account, Household


@dataclass(frozen=True, slots=True)
class Round:
    """Where somebody goes: a village, or a part of it by household numbers."""

    village: str
    first: int | None = None
    last: int | None = None


def take(*, key: UUID, phone: UUID, where: Round, by: Actor, at: datetime) -> Outing:
    """Take the list of a village along on one telephone; what it had before ends.

    The same `key` again is the same list. It is a reading of everybody on it: the journal has one
    line, with how many households of which village, and until when.
    """
    _must_go_out(by)
    known = Outing.objects.filter(key=key).first()
    if known is not None:
        again = _still_out(own_outing(key=key, by=by), at)
        _read(again, by, at)
        return again
    if where.village not in {one.code for one in areas_of(by=by, at=at)}:
        raise NotYourVillage(field="village")
    records = _records(where, by)
    with transaction.atomic():
        helper = Account.objects.select_for_update().get(pk=int(by.id.removeprefix("account:")))
        for before in Outing.objects.filter(helper=helper, phone=phone, ended_at=None):
            _end(before, OutingEnd.NEXT, by, at)
        made = Outing.objects.create(
            key=key,
            commune_id=by.commune or "",
            village_id=where.village,
            helper=helper,
            helper_name=by.name,
            phone=phone,
            first=where.first,
            last=where.last,
            records=records,
            taken_at=at,
            until=_end_of_tomorrow(at),
            heard_at=at,
        )
        _read(made, by, at)
    return made


def hear(*, key: UUID, unsent: int, by: Actor, at: datetime) -> Outing:
    """Note that the telephone has spoken, and how much it has not brought yet.

    It may say so every minute and is no act of a person's: nothing of it stands in the journal.
    """
    with transaction.atomic():
        one = _locked(own_outing(key=key, by=by))
        one.heard_at, one.unsent = at, min(unsent, 1_000_000)
        one.save(update_fields=["heard_at", "unsent"])
        if one.ended_at is None and one.until <= at and not unsent:
            _end(one, OutingEnd.OVER, by, at)
    return one


def give_back(*, key: UUID, by: Actor, at: datetime) -> Outing:
    """The helper is back; ended already, it stays as it ended."""
    with transaction.atomic():
        one = _locked(own_outing(key=key, by=by))
        if one.ended_at is None:
            _end(one, OutingEnd.GIVEN_BACK, by, at)
    return one


def call_back(*, outing_id: int, by: Actor, at: datetime) -> Outing:
    """The administrator ends a list: the telephone drops it at its next word with the house.

    What was done with it still comes in.
    """
    if not by.has(Role.ADMINISTRATOR):
        raise NoSuchOuting
    with transaction.atomic():
        rows = Outing.objects.select_for_update().filter(pk=outing_id, commune=by.commune)
        one = rows.first()
        if one is None:
            raise NoSuchOuting
        if one.ended_at is None:
            _end(one, OutingEnd.CALLED_BACK, by, at)
    return one


@dataclass(frozen=True, slots=True)
class AtTheDoor:
    """How it was at one household, and when by the telephone's clock."""

    household: int
    met: str
    said_at: datetime
    note: str = ""


def call(
    *, call_id: UUID, key: UUID, door: AtTheDoor, clock: Clock, by: Actor, at: datetime
) -> DoorCall:
    """Note how it was at a door; `call_id` is made by the telephone, the same again is the same.

    Refuses what has come too late and what is not of the list's village.
    """
    one = own_outing(key=key, by=by)
    known = DoorCall.objects.filter(pk=call_id, outing__helper=one.helper_id).first()
    if known is not None:
        return known
    moment = moment_of(one, door.said_at, clock)
    if door.met not in Met.values:
        raise MetUnknown(field="met")
    home = Household.objects.filter(
        pk=door.household, commune=one.commune_id, village=one.village_id
    ).first()
    if home is None:
        raise NotOnTheList
    with transaction.atomic():
        made, new = DoorCall.objects.get_or_create(
            pk=call_id,
            defaults={
                "outing": one,
                "household": home,
                "met": door.met,
                "note": tidy(door.note)[:300],
                "at": moment,
                "received_at": at,
            },
        )
        if new:
            about, facts = f"household:{home.pk}", {"met": door.met, "done_at": moment.isoformat()}
            chain = one.commune_id
            record(chain=chain, by=by, at=at, verb="call_on", about=about, facts=facts)
    return made


def moment_of(one: Outing, said: datetime, clock: Clock) -> datetime:
    """When it was, by our clock; refuses TooLate and AfterTheEnd."""
    if clock.ours >= one.until + GRACE:
        raise TooLate(days=GRACE.days)
    moment = clock.put_right(said)
    if moment >= one.until:
        raise AfterTheEnd
    return max(moment, one.taken_at)


def _must_go_out(by: Actor) -> None:
    if by.commune is None or not by.id.startswith("account:") or not by.has(Role.VOLUNTEER):
        raise NotAHelper


def _still_out(one: Outing, at: datetime) -> Outing:
    if one.ended_at is not None or one.until <= at:
        raise OutingOver
    return one


def _records(where: Round, by: Actor) -> int:
    rows = households(
        commune=by.commune or "", village=where.village, first=where.first, last=where.last
    )
    count = rows.count()
    if not count:
        raise NobodyThere(field="first")
    if count > MOST:
        raise TooManyHouseholds(field="first", count=count, most=MOST)
    return count


def _read(one: Outing, by: Actor, at: datetime) -> None:
    facts = {"village": one.village_id, "records": one.records, "until": one.until.isoformat()}
    _record(one, "read.visit_list", by, at, facts, why="going out")


def _end_of_tomorrow(at: datetime) -> datetime:
    midnight = local(at).replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + timedelta(days=2)


def _locked(one: Outing) -> Outing:
    return Outing.objects.select_for_update().get(pk=one.pk)


def _end(one: Outing, how: OutingEnd, by: Actor, at: datetime) -> None:
    one.ended, one.ended_at = how, at
    one.save(update_fields=["ended", "ended_at"])
    _record(one, "end_outing", by, at, {"how": str(how)})


def _record(
    one: Outing, verb: str, by: Actor, at: datetime, facts: Mapping[str, object], why: str = ""
) -> None:
    about = f"outing:{one.pk}"
    chain = one.commune_id
    record(chain=chain, by=by, at=at, verb=verb, about=about, facts=facts, why=why)
