"""The journal in the database, read from one end to the other."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import connection
from django.db.models import Max, Min, QuerySet

from motcua.audit.chain import SEALED
from motcua.audit.models import ChainHead, JournalLine
from motcua.audit.verify import START, End, Fault, Walk
from motcua.foundation.unchangeable import standing

_FIELDS = (*SEALED, "digest")
_CHUNK = 2000


def lines(chains: Sequence[str] | None = None) -> Iterator[dict[str, Any]]:
    """Every line, chain by chain, as it was sealed, in constant memory."""
    rows = JournalLine.objects.all()
    if chains is not None:
        rows = rows.filter(chain__in=chains)
    return _sealed(rows)


def _sealed(rows: QuerySet[JournalLine]) -> Iterator[dict[str, Any]]:
    ordered = rows.order_by("chain", "number").values_list(*_FIELDS)
    for row in ordered.iterator(chunk_size=_CHUNK):
        line = dict(zip(_FIELDS, row, strict=True))
        line["at"] = line["at"].astimezone(UTC).isoformat(timespec="microseconds")
        yield line


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines of one chain that follow one another without a gap, by number; none when last is 0."""

    chain: str
    first: int
    last: int

    @property
    def count(self) -> int:
        """How many lines it has."""
        return self.last - self.first + 1 if self.last else 0


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of the newest lines of a chain looked at, and what it found."""

    stretch: Stretch
    faults: tuple[Fault, ...]


def period(chain: str, since: datetime, until: datetime) -> Stretch:
    """From the first line of a period to the last, whatever lies between: a chain has no gaps."""
    rows = JournalLine.objects.filter(chain=chain, at__gte=since, at__lt=until)
    ends = rows.aggregate(first=Min("number"), last=Max("number"))
    return Stretch(chain, ends["first"] or 1, ends["last"] or 0)


def lines_of(stretch: Stretch) -> Iterator[dict[str, Any]]:
    """The lines of a stretch, in constant memory."""
    rows = JournalLine.objects.filter(chain=stretch.chain)
    return _sealed(rows.filter(number__gte=stretch.first, number__lte=stretch.last))


def newest(chain: str, count: int) -> Checked:
    """Check the newest lines of one chain and its head; what is older needs `faults`."""
    head = heads().get(chain, START)
    stretch = Stretch(chain, max(1, head.number - count + 1), head.number)
    walk, found = Walk(), list[Fault]()
    if not standing(connection, "audit_line"):
        found.append(Fault("", 0, "unguarded", "the triggers that keep it append-only are gone"))
    for line in lines_of(stretch):
        if not walk.lines and line["number"] == stretch.first > 1:
            walk.ends[chain] = End(stretch.first - 1, line["previous"])
        found.extend(walk.step(line))
    found.extend(walk.against({chain: head}))
    return Checked(stretch, tuple(found))


def heads() -> dict[str, End]:
    """Where each chain is said to end."""
    return {head.chain: End(head.number, head.digest) for head in ChainHead.objects.all()}


def faults(walked: Callable[[int], object], attested: Mapping[str, End]) -> Iterator[Fault]:
    """Everything that is wrong with the journal; `walked` is told the count of lines, now and then.

    `attested` holds ends that were written down elsewhere, as in an exported bundle: by them a
    chain is found that was cut off together with its head. Lines that are added meanwhile are no
    fault: the chain must pass through its head of before and end no later than its head of after.
    """
    if not standing(connection, "audit_line"):
        yield Fault("", 0, "unguarded", "the triggers that keep the journal append-only are gone")
    marks = {(chain, end) for said in (heads(), attested) for chain, end in said.items()}
    waiting = {(chain, end.number): end.digest for chain, end in marks}
    walk = Walk()
    for line in lines():
        yield from walk.step(line)
        if waiting.pop((line["chain"], line["number"]), line["digest"]) != line["digest"]:
            yield Fault(line["chain"], line["number"], "replaced", "another line was attested here")
        if walk.lines % _CHUNK == 0:
            walked(walk.lines)
    walked(walk.lines)
    for chain, number in sorted(waiting):
        yield Fault(chain, number, "cut_off", "the chain ends before this line")
    yield from _beyond(walk, heads())


def _beyond(walk: Walk, said: Mapping[str, End]) -> Iterator[Fault]:
    for chain, end in walk.ends.items():
        if chain not in said or end.number > said[chain].number:
            yield Fault(chain, end.number, "beyond", "the chain's head knows of no such line")
