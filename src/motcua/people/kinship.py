"""How two residents are related, as far as the register links children to parents. Traced."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from motcua.audit.actions import record_reading
from motcua.foundation.actor import Actor
from motcua.people.models import Resident


@dataclass(frozen=True, slots=True)
class Related:
    """The nearest ancestor that two have in common, and how many generations above each it is.

    0 is the person: whoever descends from the other.
    """

    ancestor: int
    name: str
    above_one: int
    above_other: int


def related(
    one: Resident, other: Resident, *, up: int, by: Actor, at: datetime, why: str
) -> Related | None:
    """The nearest tie within `up` generations above each; None where the register knows none.

    Asked of residents whom the actor has read already. One question for a generation.
    """
    rows = _families([one, other], up)
    lines = [_line(person, rows, up) for person in (one, other)]
    common = lines[0].keys() & lines[1].keys()
    others = sorted(rows.keys() - {one.pk, other.pk})
    if others:
        about = [f"resident:{key}" for key in others]
        record_reading(chain=one.commune_id, by=by, at=at, what="resident", about=about, why=why)
    if not common:
        return None
    nearest = min(common, key=lambda key: (lines[0][key] + lines[1][key], key))
    return Related(nearest, rows[nearest].full_name, lines[0][nearest], lines[1][nearest])


def _families(people: list[Resident], up: int) -> dict[int, Resident]:
    """The people and their ancestors, as many generations as are asked for."""
    rows = {one.pk: one for one in people}
    fresh = list(people)
    for _ in range(up):
        keys = {key for one in fresh for key in (one.mother_id, one.father_id) if key} - rows.keys()
        if not keys:
            break
        found = Resident.objects.in_bulk(keys)
        rows |= found
        fresh = list(found.values())
    return rows


def _line(person: Resident, rows: Mapping[int, Resident], up: int) -> dict[int, int]:
    """The person and each ancestor, with how many generations above the person they are."""
    above, fresh = {person.pk: 0}, [person]
    for generation in range(1, up + 1):
        keys = [key for one in fresh for key in (one.mother_id, one.father_id) if key]
        new = [rows[key] for key in dict.fromkeys(keys) if key in rows and key not in above]
        above |= {one.pk: generation for one in new}
        fresh = new
    return above
