"""Reading about people: always scoped by the actor's commune, and traced."""

from datetime import datetime

from django.db.models import Q

from motcua.foundation.actor import Actor, Role
from motcua.foundation.clock import day_of
from motcua.people.account import Account, Membership


def actor_for(account: Account, *, at: datetime, commune: str | None = None) -> Actor:
    """What an account may be at this moment, towards one commune.

    Without `commune` the only commune that the account serves or lives in is meant.
    """
    held = _memberships(account, at)
    place = commune or _own_commune(account, held)
    roles = {Role(one.role) for one in held if one.commune_id == place}
    return Actor(
        id=f"account:{account.pk}",
        name=account.name,
        roles=frozenset({Role.RESIDENT} | roles),
        commune=place,
    )


def _memberships(account: Account, at: datetime) -> list[Membership]:
    day = day_of(at)
    in_force = Q(since__lte=day) & (Q(until=None) | Q(until__gt=day))
    return list(account.memberships.filter(in_force).order_by("pk"))


def _own_commune(account: Account, held: list[Membership]) -> str | None:
    if held:
        return held[0].commune_id
    return account.resident.commune_id if account.resident else None
