"""One press of a button: who, what, when, having seen which revision."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from motcua.dossiers.hands import helps
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Who
from motcua.foundation.actor import Actor, Role

_ROLES = {
    Role.RECEPTIONIST: Who.RECEPTIONIST,
    Role.OFFICER: Who.OFFICER,
    Role.CHAIR: Who.CHAIR,
    Role.SYSTEM: Who.SYSTEM,
}


@dataclass(frozen=True, slots=True)
class Press:
    """Who presses what, when, having seen which revision.

    `key` is made by the client: the same key again is the same press. `revision` is None only
    for the loop and for the person's own drafts, which nobody else changes.
    """

    dossier: UUID
    key: UUID
    by: Actor
    at: datetime
    revision: int | None = None


def who_is(by: Actor, dossier: Dossier) -> frozenset[Who]:
    """In which parts the actor stands towards this dossier; empty when in none."""
    parts: set[Who] = set()
    if Role.SYSTEM in by.roles:
        parts.add(Who.SYSTEM)
    if by.commune == dossier.commune_id:
        parts |= {_ROLES[role] for role in by.roles if role in _ROLES}
    if dossier.owner and dossier.owner == by.id:
        parts.add(Who.FILER)
    if helps(by, dossier):
        parts.add(Who.HELPER)
    return frozenset(parts)
