"""How each of the ten states of a dossier looks: a shape and a tone; the word comes beside it.

The codes are those of the national exchange (TrangThaiHoSo), 0 being a draft.
"""

from typing import NamedTuple


class Mark(NamedTuple):
    """A sign of `icons` and one of the tones quiet, act, ok, warn, stop."""

    shape: str
    tone: str


_MARKS = {
    0: Mark("draft", "quiet"),
    1: Mark("circle", "act"),
    2: Mark("check", "act"),
    3: Mark("stop", "stop"),
    4: Mark("half", "act"),
    5: Mark("triangle", "warn"),
    6: Mark("coin", "warn"),
    7: Mark("back", "quiet"),
    8: Mark("pause", "stop"),
    9: Mark("done", "ok"),
    10: Mark("door", "ok"),
}


def mark_of(state: int) -> Mark:
    """The mark of a state's code; KeyError for a code that the exchange does not know."""
    return _MARKS[state]
