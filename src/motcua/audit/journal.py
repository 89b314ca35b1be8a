"""The journal in the database, read from one end to the other."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC
from typing import Any

from django.db import connection

from motcua.audit.chain import SEALED
from motcua.audit.models import ChainHead, JournalLine
from motcua.audit.verify import End, Fault, Walk
from motcua.foundation.unchangeable import standing

_FIELDS = (*SEALED, "digest")
_CHUNK = 2000


def lines(chains: Sequence[str] | None = None) -> Iterator[dict[str, Any]]:
    """Every line, chain by chain, as it was sealed, in constant memory."""
    rows = JournalLine.objects.order_by("chain", "number")
    if chains is not None:
        rows = rows.filter(chain__in=chains)
    for row in rows.values_list(*_FIELDS).iterator(chunk_size=_CHUNK):
        line = dict(zip(_FIELDS, row, strict=True))
        line["at"] = line["at"].astimezone(UTC).isoformat(timespec="microseconds")
        yield line


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
