"""What is on its way, for whom it belongs to."""

import hashlib
from collections.abc import Collection, Iterator
from datetime import datetime
from uuid import UUID

from motcua.dossiers.arriving import pieces
from motcua.dossiers.arriving.errors import ArrivalOver, ArrivalUnknown
from motcua.dossiers.arriving.models import Arrival
from motcua.foundation.actor import Actor


def arrival(key: UUID, *, by: Actor, at: datetime) -> Arrival:
    """One of this person's; ArrivalUnknown for anybody else's, ArrivalOver when its time is."""
    found = Arrival.objects.filter(pk=key, owner=by.id).first()
    if found is None:
        raise ArrivalUnknown
    if found.expires_at <= at and found.taken_at is None:
        raise ArrivalOver
    return found


def here(one: Arrival) -> int:
    """How many of its bytes have arrived."""
    return one.size if one.taken_at else pieces.here(one.pk)


def lacking(
    keys: Collection[UUID], *, dossiers: Collection[UUID], by: Actor, at: datetime
) -> list[UUID]:
    """Which of these have not arrived whole, for one of these dossiers and from this person."""
    found = Arrival.objects.filter(pk__in=keys, dossier_id__in=dossiers, owner=by.id)
    whole = set(_whole(found, at))
    return [key for key in keys if key not in whole]


def to_take(keys: Collection[UUID], *, dossier: UUID, by: Actor) -> list[Arrival]:
    """Those of these that are for this dossier, from this person, and not with it already."""
    rows = Arrival.objects.filter(pk__in=keys, dossier_id=dossier, owner=by.id)
    return list(rows.filter(taken_at=None).order_by("begun_at", "pk"))


def brings_more(keys: Collection[UUID], *, dossier: UUID, by: Actor) -> bool:
    """Whether one of these is not with the dossier, under no other name either."""
    rows = Arrival.objects.filter(dossier_id=dossier, owner=by.id, taken_at__isnull=False)
    there = set(rows.values_list("sha256", flat=True))
    return any(one.sha256 not in there for one in to_take(keys, dossier=dossier, by=by))


def content_of(one: Arrival) -> bytes:
    """The whole of it; ArrivalUnknown unless it is what the phone said."""
    found = pieces.content(one.pk)
    if hashlib.sha256(found).hexdigest() != one.sha256:
        raise ArrivalUnknown
    return found


def _whole(found: Collection[Arrival], at: datetime) -> Iterator[UUID]:
    for one in found:
        lies = one.expires_at > at and pieces.place(one.pk).exists()
        if one.taken_at or (lies and pieces.here(one.pk) == one.size):
            yield one.pk
