"""Who names whom as spouse in one list: what two lines say of each other must agree."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from motcua.foundation.names import folded
from motcua.people.importing import Key, Known, Listed, Ref
from motcua.people.kin_fits import within


@dataclass(slots=True)
class Claims:
    """Gathered from the whole list, before any tie of it is looked at."""

    _said: dict[Key, tuple[int, Ref]] = field(default_factory=dict)
    _by: dict[Key, set[int]] = field(default_factory=dict)

    def gather(self, lines: Iterable[Listed]) -> None:
        """Keep what the lines say of spouses."""
        for line in lines:
            said = line.kin.get("spouse")
            if said is not None:
                number = line.facts.get("identity_number", "")
                self._said[number or line.key] = line.number, said
                self._by.setdefault(said.key, set()).add(line.number)

    def against(self, row: int, own: Known, other: Known) -> bool:
        """Whether any line gives one of the two to somebody else; `row` is the line of `own`."""
        back = self._said.get(other.identity_number) if other.identity_number else None
        back = back or self._said.get((other.name_folded, other.birth))
        if back and not _means(back[1], own):
            return True
        of_both = {row, back[0]} if back else {row}
        return bool((self._named(own) | self._named(other)) - of_both)

    def _named(self, one: Known) -> set[int]:
        by_number = self._by.get(one.identity_number, set()) if one.identity_number else set()
        return by_number | self._by.get((one.name_folded, one.birth[:4]), set())


def _means(said: Ref, one: Known) -> bool:
    """Whether the line names this one."""
    if said.number and one.identity_number:
        return said.number == one.identity_number
    return folded(said.name) == one.name_folded and within(said.birth, one.birth)
