"""With whom the register of residents knows somebody to live as husband or wife. Traced."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.audit.actions import record_reading
from motcua.foundation.actor import Actor
from motcua.foundation.names import folded
from motcua.people.history import standing
from motcua.people.models import Kind, Move, Resident

# What the list of a household calls whoever is married to its head, without marks.
_SPOUSE = frozenset({"vo", "chong", "vo chong", "vo chu ho", "chong chu ho"})


@dataclass(frozen=True, slots=True)
class Partnered:
    """What it knows: `word` is married, widowed, divorced or "", `name` of whom, `resident` theirs
    where they live here; `listed` by the household's list alone, `died` when the spouse did."""

    word: str = ""
    name: str = ""
    resident: int | None = None
    listed: bool = False
    died: str = ""


def partnered(of: Resident, *, by: Actor, at: datetime, why: str) -> Partnered:
    """Of a resident whom the actor has read already."""
    moves = list(Move.objects.filter(resident=of).order_by("pk"))
    holds = standing(moves)
    if holds.text("partner"):
        return Partnered("married", holds.text("partner"))
    key = holds.key("spouse")
    if key is not None:
        row = Resident.objects.get(pk=key)
        _trace(row, by, at, why)
        word = "widowed" if row.died else "married"
        return Partnered(word, row.full_name, row.pk, died=row.died)
    # Whoever set it last to nobody was a divorce; an annulled marriage never was.
    last = holds.said_by.get("spouse")
    if any(move.pk == last and move.kind == Kind.PARTED for move in moves):
        return Partnered("divorced")
    listed = _listed(of)
    if listed is None:
        return Partnered()
    _trace(listed, by, at, why)
    return Partnered("married", listed.full_name, listed.pk, listed=True)


def _listed(of: Resident) -> Resident | None:
    """Who the household's own list says is the wife or husband of its head."""
    if of.household_id is None or not (of.head or folded(of.relation) in _SPOUSE):
        return None
    rows = Resident.objects.filter(household=of.household_id, died="", left_on=None)
    members: Sequence[Resident] = list(rows.exclude(pk=of.pk).order_by("pk")[:40])
    if of.head:
        return next((one for one in members if folded(one.relation) in _SPOUSE), None)
    return next((one for one in members if one.head), None)


def _trace(row: Resident, by: Actor, at: datetime, why: str) -> None:
    about = [f"resident:{row.pk}"]
    record_reading(chain=row.commune_id, by=by, at=at, what="resident", about=about, why=why)
