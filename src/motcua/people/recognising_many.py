"""Whom many entries mean, in two questions for all of them; as sure as `recognise` is."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from motcua.audit.actions import record_reading
from motcua.foundation.actor import Actor
from motcua.foundation.names import folded
from motcua.people.models import Resident
from motcua.people.recognising import Named, sure_of


def recognise_many(
    *, commune: str, named: Sequence[Named], by: Actor, at: datetime, why: str
) -> list[Resident | None]:
    """For each the one resident of the commune who is meant for sure, else None. Traced."""
    rows = Resident.objects.filter(commune=commune).select_related("mother", "father", "spouse")
    names = {folded(one.name) for one in named if one.name}
    numbers = {one.identity for one in named if one.identity}
    by_name = _by(rows.filter(name_folded__in=names).order_by("pk"), "name_folded")
    by_number = _by(rows.filter(identity_number__in=numbers).order_by("pk"), "identity_number")
    found: list[Resident | None] = []
    for one in named:
        near = {row.pk: row for row in by_name.get(folded(one.name), ())} if one.name else {}
        near |= {row.pk: row for row in by_number.get(one.identity, ())} if one.identity else {}
        found.append(sure_of([near[key] for key in sorted(near)], one) if one.name else None)
    about = sorted({f"resident:{row.pk}" for row in found if row is not None})
    if about:
        record_reading(chain=commune, by=by, at=at, what="resident", about=about, why=why)
    return found


def _by(rows: Iterable[Resident], name: str) -> dict[str, list[Resident]]:
    found: dict[str, list[Resident]] = {}
    for row in rows:
        found.setdefault(getattr(row, name), []).append(row)
    return found
