"""Reading helps: whose hand acts now, and what a helper did before."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from motcua.foundation.actor import Actor, Role
from motcua.foundation.statements import Place, Statement
from motcua.helping.errors import NoSuchHelp
from motcua.helping.models import Help

HAND = "help:"


def hand_of(one: Help) -> Actor:
    """The helper while they act for the person: nothing of their own account is theirs then."""
    roles = frozenset({Role.GUEST})
    return Actor(f"{HAND}{one.pk}", one.helper_name, roles, one.commune_id)


def help_of(by: Actor) -> UUID | None:
    """Which help the actor is the hand of; None for everybody else."""
    return UUID(by.id.removeprefix(HAND)) if by.id.startswith(HAND) else None


def lent(*, help_id: str, account: int, at: datetime) -> Help | None:
    """A help of this account that runs at this moment; None when it is over."""
    return _LENT.first(key=UUID(help_id), account=account, at=at)


_LENT = Statement(
    lambda: Help.objects.filter(
        pk=Place("key"), helper_id=Place("account"), ended_at=None, until__gt=Place("at")
    )
)


def running(*, by: Actor, at: datetime) -> Help | None:
    """The help that the actor gives now, on whichever telephone."""
    rows = Help.objects.filter(helper_id=_account(by), ended_at=None, until__gt=at)
    return rows.first()


def own_help(*, help_id: UUID, by: Actor) -> Help:
    """A help that the actor gave; NoSuchHelp for another's."""
    found = Help.objects.filter(pk=help_id, helper_id=_account(by), commune_id=by.commune).first()
    if found is None:
        raise NoSuchHelp
    return found


def over(at: datetime, most: int) -> Sequence[UUID]:
    """The helps whose time is over and that nobody has ended."""
    rows = Help.objects.filter(ended_at=None, until__lte=at)
    return list(rows.order_by("until").values_list("pk", flat=True)[:most])


def _account(by: Actor) -> int:
    kind, _colon, key = by.id.partition(":")
    return int(key) if kind == "account" else 0
