"""Taking over whom a list names as mother, father and spouse, and the grounds that it says."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from motcua.audit.actions import record
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.foundation.many import change, write
from motcua.people.actions.moves import add_moves, must_keep
from motcua.people.granting import Grant, grants
from motcua.people.importing import Known, Listed
from motcua.people.models import Exemption, Kind, Resident
from motcua.people.said import Said
from motcua.people.tying import Tie, Ties


@dataclass(frozen=True, slots=True)
class Tied:
    """What came of the ties and grounds of some lines."""

    ties: Sequence[Tie]
    grants: Sequence[Grant]

    @property
    def taken(self) -> int:
        """How many are new."""
        said: list[Tie | Grant] = [*self.ties, *self.grants]
        return sum(not one.fault and not one.holds for one in said)


def try_ties(*, ties: Ties, lines: Sequence[Listed], source: str, at: datetime) -> Tied:
    """What would come of them; nothing is changed."""
    own = ties.own(lines, source=source)
    return Tied(ties.of(lines, own, on=day_of(at)), grants(lines, own))


@transaction.atomic
def tie_residents(
    *, ties: Ties, lines: Sequence[Listed], source: str, reason: str, by: Actor, at: datetime
) -> Tied:
    """Take over what some lines say, whose people are entered; what holds already stays.

    A parent is one from the child's birth on, a marriage is known from today: a list says how
    things are. One line in the journal where anything is new. Refuses NotYourPeople.
    """
    must_keep(by, ties.commune)
    own = ties.own(lines, source="")
    found = Tied(ties.of(lines, own, on=day_of(at)), grants(lines, own))
    if not found.taken:
        return found
    new = [one for one in found.ties if not one.fault and not one.holds]
    keys = {one.id for tie in new for one in (tie.own, tie.other) if one}
    rows = Resident.objects.select_for_update().in_bulk(sorted(keys))
    said = [*_parents(new, rows), *_wed(new, rows, day_of(at).isoformat())]
    add_moves(said=said, source=source, reason=reason, by=by, at=at)
    _grant([one for one in found.grants if not one.fault and not one.holds], ties.commune)
    facts = {"ties": len(new), "grounds": found.taken - len(new), "source": source}
    record(chain=ties.commune, by=by, at=at, verb="tie_residents", about=source, facts=facts)
    return found


def _parents(new: Sequence[Tie], rows: Mapping[int, Resident]) -> Iterator[Said]:
    """One row for a child, of one parent or both."""
    parents: dict[int, dict[str, int]] = {}
    for tie in new:
        if tie.how != "spouse" and tie.other:
            parents.setdefault(tie.own.id, {})[tie.how] = tie.other.id
    for key, changes in parents.items():
        child = rows[key]
        if all(getattr(child, f"{how}_id") is None for how in changes):
            yield Said(child, Kind.PARENTAGE, child.birth, {**changes})


def _wed(new: Sequence[Tie], rows: Mapping[int, Resident], today: str) -> Iterator[Said]:
    """One row for each of the two, unless the other's is known already."""
    for tie in new:
        if tie.how != "spouse" or tie.other is None:
            continue
        both = rows[tie.own.id], rows[tie.other.id]
        if [one.spouse_id for one in both] != [tie.own.spouse_id, tie.other.spouse_id]:
            # Somebody else wrote of one of them before their rows were locked.
            continue
        for one, other in (both, both[::-1]):
            if one.spouse_id != other.pk:
                yield Said(one, Kind.MARRIED, today, {"spouse": other.pk, "partner": ""})


def _grant(new: Sequence[Grant], commune: str) -> None:
    ends = {one.known: {"valid_to": one.ground.until} for one in new if one.known}
    change(Exemption, ends)
    write(Exemption, [_row(one, one.own, commune) for one in new if not one.known])


def _row(one: Grant, own: Known, commune: str) -> dict[str, object]:
    return {
        "commune_id": commune,
        "resident_id": own.id,
        "ground": one.ground.ground,
        "valid_from": one.ground.since,
        "valid_to": one.ground.until,
        "basis": one.ground.basis,
    }
