"""Walking the chains: what was changed, removed, put elsewhere, added or cut off.

A walk looks at one line at a time and remembers one line for each chain, so that a million lines
take no more memory than ten. It knows neither the database nor the bundle.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from motcua.audit.chain import digest_of


class Fault(NamedTuple):
    """What is wrong, and where: the chain and the number of the line (0: the chain as a whole)."""

    chain: str
    number: int
    code: str
    sentence: str

    def __str__(self) -> str:
        return f"chain {self.chain or '(none)'}, line {self.number}: {self.sentence}"


class End(NamedTuple):
    """The last line of a chain: its number and its seal."""

    number: int
    digest: str


START = End(0, "")


@dataclass(slots=True)
class Walk:
    """One walk over lines that come chain by chain, in the order of their numbers."""

    lines: int = 0
    ends: dict[str, End] = field(default_factory=dict)

    def over(self, lines: Iterable[Mapping[str, Any]]) -> Iterator[Fault]:
        """Every fault, as it is met."""
        for line in lines:
            yield from self.step(line)

    def step(self, line: Mapping[str, Any]) -> Iterator[Fault]:
        """What is wrong with this line or before it."""
        chain, number = line["chain"], line["number"]
        last = self.ends.get(chain, START)
        self.lines += 1
        self.ends[chain] = End(number, line["digest"])
        if digest_of(line) != line["digest"]:
            yield Fault(chain, number, "changed", "its content is not what was sealed")
        if number > last.number + 1:
            missing = f"{last.number + 1} to {number - 1}"
            yield Fault(chain, number, "removed", f"lines {missing} before it are missing")
        elif number <= last.number:
            yield Fault(chain, number, "reordered", f"it stands after line {last.number}")
        elif line["previous"] != last.digest:
            yield Fault(chain, number, "unlinked", f"it does not follow line {last.number}")

    def against(self, said: Mapping[str, End]) -> Iterator[Fault]:
        """Compare where the walk ended with where it is said to end."""
        for chain in sorted(self.ends.keys() | said.keys()):
            found, end = self.ends.get(chain, START), said.get(chain, START)
            if found.number < end.number:
                missing = f"lines {found.number + 1} to {end.number} are cut off at the end"
                yield Fault(chain, found.number, "cut_off", missing)
            elif found.number > end.number:
                yield Fault(chain, found.number, "beyond", f"the chain ended at line {end.number}")
            elif found.digest != end.digest:
                yield Fault(chain, found.number, "replaced", "the chain ended with another line")
