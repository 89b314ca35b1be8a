"""In which villages a volunteer helps."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db.models import Q

from motcua.foundation.actor import Actor, Role
from motcua.foundation.clock import day_of
from motcua.people.account import Area, Membership
from motcua.people.errors import AreaMissing, AreaUnknown
from motcua.places.models import Village
from motcua.places.queries import villages


def areas_of(*, by: Actor, at: datetime) -> Sequence[Village]:
    """The villages of the volunteer that the actor is, by code; none for anybody else."""
    day, account = day_of(at), by.id.removeprefix("account:")
    if not account.isdecimal():
        return []
    lasting = Q(membership__until=None) | Q(membership__until__gt=day)
    rows = Area.objects.filter(
        lasting,
        membership__account=int(account),
        membership__commune=by.commune,
        membership__role=Role.VOLUNTEER,
        membership__since__lte=day,
    )
    return list(Village.objects.filter(pk__in=rows.values("village")).order_by("code"))


def areas_for(
    role: str, commune: str, chosen: Collection[str], at: datetime
) -> Sequence[Village] | None:
    """The villages that go with a role; None for a role that has none.

    Refuses AreaMissing for a volunteer without one and AreaUnknown for one that is not here.
    """
    if role != Role.VOLUNTEER:
        return None
    here = {one.code: one for one in villages(commune, day_of(at))}
    if not chosen:
        raise AreaMissing(field="villages")
    if not set(chosen) <= here.keys():
        raise AreaUnknown(field="villages")
    return [here[code] for code in sorted(set(chosen))]


def areas_in(membership: Membership) -> Sequence[Area]:
    """The villages of one role, as they stand; only a volunteer's has any."""
    if membership.role != Role.VOLUNTEER:
        return []
    return list(membership.areas.select_related("village").order_by("village"))


def put(membership: Membership, found: Sequence[Village]) -> None:
    """These and no others."""
    Area.objects.filter(membership=membership).exclude(village__in=found).delete()
    Area.objects.bulk_create(
        [Area(membership=membership, village=one) for one in found], ignore_conflicts=True
    )
