"""Who takes lists in and along: whoever may write the books and the people."""

from motcua.foundation.actor import Actor, Role
from motcua.sheets.errors import NotYourLists

TAKERS = (Role.OFFICER, Role.CHAIR)


def must_take(by: Actor, commune: str) -> None:
    """Refuses NotYourLists unless the actor keeps the books of the commune."""
    if by.commune != commune or not commune or not by.has(*TAKERS):
        raise NotYourLists
