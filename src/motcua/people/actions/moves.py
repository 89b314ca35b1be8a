"""Writing down what happened to residents; the rows of today follow in the same transaction."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction

from motcua.audit.actions import record
from motcua.foundation.actor import Actor, Role
from motcua.foundation.clock import day_of
from motcua.foundation.many import change, write_models
from motcua.foundation.names import folded
from motcua.foundation.partial_date import PartialDate
from motcua.people.errors import (
    FactImpossible,
    MoveReplaced,
    NotYourPeople,
    UnknownHousehold,
)
from motcua.people.history import FIELDS, Standing, Value, standing
from motcua.people.models import Household, Move, Resident
from motcua.people.said import Said, written

# The columns of a resident that are not called as the fact is.
_COLUMNS = {
    "mother": "mother_id",
    "father": "father_id",
    "spouse": "spouse_id",
    "household": "household_id",
    "village": "village_id",
}
_ONLY_IN_HISTORY = frozenset({"partner"})


def record_moves(
    *, said: Sequence[Said], source: str, by: Actor, at: datetime, reason: str = ""
) -> list[Move]:
    """Write what happened to some residents of one commune, together, and bring their rows up to
    it; the same `source` again gives the rows that it made.

    Refuses NotYourPeople, FactImpossible, UnknownHousehold, and MoveReplaced for a correction of
    what somebody else has corrected meanwhile.
    """
    for commune in {one.resident.commune_id for one in said}:
        must_keep(by, commune)
    _refuse_impossible(said, at)
    keys = sorted({one.resident.pk for one in said})
    with transaction.atomic():
        # Locked first: of two who write about the same resident, one waits and sees the other's.
        rows = list(Resident.objects.select_for_update().filter(pk__in=keys).order_by("pk"))
        known = list(Move.objects.filter(source=source, resident__in=keys).order_by("pk"))
        if known or not said:
            return known
        _refuse_replaced(said)
        made = _written(said, rows, source, reason, by, at)
        about = f"resident:{said[0].resident.pk}"
        facts = {"source": source, "residents": keys, "kinds": [one.kind.value for one in said]}
        chain = said[0].resident.commune_id
        record(chain=chain, by=by, at=at, verb="record_moves", about=about, facts=facts)
    return made


def add_moves(
    *, said: Sequence[Said], source: str, reason: str, by: Actor, at: datetime
) -> list[Move]:
    """As `record_moves`, of rows that the caller has locked, also where the source said something
    else of them before; the journal is the caller's. Inside a transaction only.

    Refuses FactImpossible and UnknownHousehold.
    """
    _refuse_impossible(said, at)
    rows = list({one.resident.pk: one.resident for one in said}.values())
    return _written(said, rows, source, reason, by, at)


def _written(
    said: Sequence[Said],
    rows: Sequence[Resident],
    source: str,
    reason: str,
    by: Actor,
    at: datetime,
) -> list[Move]:
    made = [written(one, source=source, by=by, at=at, reason=reason) for one in said]
    write_models(made)
    _restate(rows)
    return made


def _restate(rows: Sequence[Resident]) -> None:
    """Bring the rows of residents up to what the history says; FactImpossible when that cannot be.

    Only what differs is written: a name that is written anew is indexed anew.
    """
    moves: dict[int, list[Move]] = {row.pk: [] for row in rows}
    for move in Move.objects.filter(resident__in=moves):
        moves[move.resident_id].append(move)
    changes = {}
    for row in rows:
        holds = standing(moves[row.pk])
        died = holds.text("died")
        if died and died[:4] < holds.text("birth")[:4]:
            raise FactImpossible(field="died")
        wanted = columns(holds).items()
        changes[row.pk] = {name: value for name, value in wanted if getattr(row, name) != value}
    change(Resident, changes)


def columns(holds: Standing) -> Mapping[str, object]:
    """The row of a resident, by its columns, of whom this holds today."""
    found: dict[str, object] = {
        _COLUMNS.get(name, name): holds[name] for name in FIELDS if name not in _ONLY_IN_HISTORY
    }
    left = holds.text("left_on")
    found["left_on"] = date.fromisoformat(left) if left else None
    found["name_folded"] = folded(holds.text("full_name"))
    return found


def must_keep(by: Actor, commune: str) -> None:
    """NotYourPeople unless the actor keeps the people of the commune, or is the system's loop."""
    if by.has(Role.SYSTEM):
        return
    if by.commune != commune or not by.has(Role.OFFICER, Role.CHAIR):
        raise NotYourPeople


def past(text: str, field: str, at: datetime) -> PartialDate:
    """A partial date that is not still to come; FactImpossible otherwise."""
    try:
        found = PartialDate.stored(text)
    except ValueError as error:
        raise FactImpossible(field=field) from error
    if str(found) > day_of(at).isoformat():
        raise FactImpossible(field=field)
    return found


def _refuse_impossible(said: Sequence[Said], at: datetime) -> None:
    homes: set[tuple[Value, str]] = set()
    for one in said:
        past(one.on, "on", at)
        unknown = one.changes.keys() - FIELDS.keys()
        if unknown:
            raise FactImpossible(field=min(unknown))
        home = one.changes.get("household")
        if home is not None:
            homes.add((home, one.resident.commune_id))
    rows = Household.objects.filter(pk__in=[home for home, _commune in homes])
    if homes - set(rows.values_list("pk", "commune_id")):
        raise UnknownHousehold


def _refuse_replaced(said: Sequence[Said]) -> None:
    replaced = [one.replaces.pk for one in said if one.replaces is not None]
    if len(set(replaced)) < len(replaced):
        raise MoveReplaced
    if replaced and Move.objects.filter(replaces__in=replaced).exists():
        raise MoveReplaced
