"""How near a name in the books is to the words that were typed, and in what they differ.

Plain Python. Both sides are folded words; what a person reads of it, the door says.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from motcua.foundation.spelling import distance

# A word that was typed and that nothing in the name resembles.
_ANOTHER = 3.0


class Nearness(IntEnum):
    """From the same name to one that only resembles it, in the order of a list of hits."""

    SAME = 0
    REORDERED = 1
    LONGER = 2
    CUT = 3
    NEAR = 4
    NEAR_LONGER = 5
    RESEMBLING = 6


@dataclass(frozen=True, slots=True)
class Likeness:
    """`changed` are (typed, written) pairs that differ; `more` words of the name not typed;
    `missing` words that were typed and that the name lacks; `divided`: spaces were read otherwise
    than typed; `cost` what all of it counts."""

    nearness: Nearness
    cost: float = 0.0
    changed: tuple[tuple[str, str], ...] = ()
    more: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    reordered: bool = False
    divided: bool = False

    @property
    def order(self) -> tuple[int, float]:
        """What a list of hits is sorted by."""
        return self.nearness, self.cost


@lru_cache(maxsize=8192)
def likeness(typed: tuple[str, ...], name: tuple[str, ...]) -> Likeness:
    """Each typed word to the word of the name that it is nearest to; whole words first."""
    if typed == name:
        return Likeness(Nearness.SAME)
    pairs = _paired(typed, name)
    at = [place for place in pairs if place is not None]
    changed = tuple(
        (word, name[place])
        for word, place in zip(typed, pairs, strict=True)
        if place is not None and word != name[place]
    )
    missing = tuple(word for word, place in zip(typed, pairs, strict=True) if place is None)
    more = tuple(word for place, word in enumerate(name) if place not in at)
    reordered = at != sorted(at)
    cost = sum(distance(*pair) or 0.0 for pair in changed) + _ANOTHER * len(missing)
    cost += 0.1 * len(more) + 0.05 * reordered
    cut = bool(changed) and not missing and all(b.startswith(a) for a, b in changed)
    nearness = _nearness(cut, bool(changed), bool(more), bool(missing))
    return Likeness(nearness, cost, changed, more, missing, reordered)


def _nearness(cut: bool, changed: bool, more: bool, missing: bool) -> Nearness:
    if missing:
        return Nearness.RESEMBLING
    if changed and not cut:
        return Nearness.NEAR_LONGER if more else Nearness.NEAR
    if cut:
        return Nearness.CUT
    return Nearness.LONGER if more else Nearness.REORDERED


def _paired(typed: Sequence[str], name: Sequence[str]) -> list[int | None]:
    """For each typed word the place of its word in the name, no place twice."""
    costs = sorted(
        (cost, abs(here - there), here, there)
        for here, word in enumerate(typed)
        for there, written in enumerate(name)
        if (cost := _cost(word, written)) is not None
    )
    pairs: list[int | None] = [None] * len(typed)
    taken: set[int] = set()
    for _, _, here, there in costs:
        if pairs[here] is None and there not in taken:
            pairs[here] = there
            taken.add(there)
    return pairs


def resembles(typed: str, written: str) -> bool:
    """Whether a word of a name may be the one that was typed."""
    return _cost(typed, written) is not None


def _cost(typed: str, written: str) -> float | None:
    """As `distance`; a word cut short is nearer than one with a wrong letter."""
    apart = distance(typed, written)
    if apart != 0 and written.startswith(typed):
        return 0.1 if apart is None else min(apart, 0.1)
    return apart
