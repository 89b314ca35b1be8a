"""What a telephone keeps may come late: an older keeping does not take the place of a newer one.

A keeping whose line fell silent is sent again, and both may arrive, in any order.
"""

from dataclasses import dataclass

from motcua.dossiers.models import Dossier


@dataclass(frozen=True, slots=True)
class Turn:
    """`number`, from 1 upward, counts what one page (`of`) has had kept while it was open."""

    of: str
    number: int


def overtaken(dossier: Dossier, turn: Turn | None) -> bool:
    """Whether this keeping, or a newer one of the same page, was here before."""
    return turn is not None and turn.of == dossier.kept_copy and turn.number <= dossier.kept_turn


def note_turn(dossier: Dossier, turn: Turn | None) -> None:
    """The draft now stands as this keeping has it; without a turn, as nobody counts."""
    dossier.kept_copy, dossier.kept_turn = (turn.of, turn.number) if turn else ("", 0)
