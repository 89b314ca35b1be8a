"""The list of what may be asked for: every question and paper, each with room for a reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from motcua.counter.answers_shown import Group
from motcua.counter.papers_shown import PaperShown


@dataclass(frozen=True, slots=True)
class Askable:
    """One line: ``more-field:<name>`` or ``more-paper:<name>``, and the reason typed so far."""

    name: str
    label: str
    reason: str


def askable(
    groups: Sequence[Group],
    papers: Sequence[PaperShown],
    typed: Mapping[str, str] | None,
) -> list[Askable]:
    """Papers first, then the answers; what is missing or wrong already has its reason."""
    found = [Askable(f"more-paper:{one.name}", one.label, "") for one in papers]
    found += [
        Askable(f"more-field:{one.name}", one.label, one.wrong)
        for group in groups
        for one in group.answers
    ]
    if typed is None:
        return found
    return [Askable(one.name, one.label, typed.get(one.name, "")) for one in found]
