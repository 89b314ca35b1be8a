"""Who may open the books of a commune."""

from motcua.foundation.actor import Actor, Role
from motcua.registers.errors import NotYourBooks

# The receptionist looks entries up for the person at the counter, but writes none.
READERS = (Role.RECEPTIONIST, Role.OFFICER, Role.CHAIR)
WRITERS = (Role.OFFICER, Role.CHAIR)
# Whoever may sign a decision may have a note written by it.
APPROVERS = (Role.CHAIR, Role.SYSTEM)


def must_serve(by: Actor, commune: str, *roles: Role) -> None:
    """Refuses NotYourBooks unless the actor has one of the roles there, or is the system's loop."""
    if by.has(Role.SYSTEM):
        return
    if by.commune != commune or not by.has(*roles):
        raise NotYourBooks
