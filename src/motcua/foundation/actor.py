"""Who acts: passed into every verb, never fetched from a global."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person may be towards one commune. Named in docs/glossary.md."""

    GUEST = "guest"
    RESIDENT = "resident"
    VOLUNTEER = "volunteer"
    RECEPTIONIST = "receptionist"
    OFFICER = "officer"
    CHAIR = "chair"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Actor:
    """One person, or the system's own loop, at one moment.

    `id` is stable and names the account (``account:12``), a verified telephone
    (``phone:+84912345678``), whoever types for another by the help that lets them (``help:…``) or
    the loop (``system``). `commune` is the code of the commune that every query of this actor is
    scoped to; None only for the public and the system.
    """

    id: str
    name: str
    roles: frozenset[Role]
    commune: str | None = None

    def has(self, *roles: Role) -> bool:
        """Whether the actor holds at least one of the roles."""
        return not self.roles.isdisjoint(roles)


SYSTEM = Actor(id="system", name="Motcua", roles=frozenset({Role.SYSTEM}))
PUBLIC = Actor(id="public", name="", roles=frozenset({Role.GUEST}))
