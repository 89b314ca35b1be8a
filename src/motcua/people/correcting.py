"""What is written where something about a resident was believed wrongly. Pure.

A correction stands in the place of the row that said the wrong thing, and holds from the day from
which that one held; what was believed until then is still there for whoever asks for it.
"""

from collections.abc import Mapping, Sequence

from motcua.people.history import Value, in_force, standing
from motcua.people.models import Kind, Move, Resident
from motcua.people.said import Said

# The fact of a row that is also the day from which it holds.
_DAY = {Kind.ENTERED: "birth", Kind.BORN: "birth", Kind.DIED: "died"}


def corrected(resident: Resident, moves: Sequence[Move], right: Mapping[str, Value]) -> list[Said]:
    """What to write so that `right` holds instead of what `moves`, all of the resident's, say.

    A fact of which nothing was said is added to the row that first wrote the person down.
    """
    said_by = standing(moves).said_by
    rows = {row.pk: row for row in moves}
    first = in_force(moves)[0].pk
    parts: dict[int, dict[str, Value]] = {}
    for name, value in right.items():
        parts.setdefault(said_by.get(name, first), {})[name] = value
    return [_instead(resident, rows[pk], part) for pk, part in parts.items()]


def _instead(resident: Resident, row: Move, part: Mapping[str, Value]) -> Said:
    kind = Kind(row.kind)
    day = part.get(_DAY.get(kind, ""), row.on)
    return Said(resident, kind, str(day), {**row.changes, **part}, replaces=row)
