"""Who has a dossier open: a second officer sees it and does not write over the first."""

from datetime import datetime, timedelta

from motcua.dossiers.errors import Held
from motcua.dossiers.models import Dossier
from motcua.foundation.actor import Actor
from motcua.foundation.clock import local

# How long a page that an officer opened keeps the dossier for them.
LEASE = timedelta(minutes=10)


def account_of(by: Actor) -> int:
    """The number of the account that acts; only staff and signed-in residents have one."""
    return int(by.id.removeprefix("account:"))


def refuse_if_held(dossier: Dossier, *, by: Actor, at: datetime) -> None:
    """Held when another officer has it open now."""
    holder, until = dossier.holder, dossier.held_until
    if holder is None or until is None or until <= at or by.id == f"account:{holder.pk}":
        return
    raise Held(holder=holder.name, until=f"{local(until):%H:%M}")
