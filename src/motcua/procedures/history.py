"""The versions of procedures in their order, and what changes on which day to come."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise

from motcua.procedures.errors import NoSuchProcedure
from motcua.procedures.models import ProcedureVersion

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Turn:
    """What happens to a procedure on a day: one edition follows another, or begins, or ends."""

    day: date
    code: str
    before: ProcedureVersion | None
    after: ProcedureVersion | None


def versions_of(code: str) -> list[ProcedureVersion]:
    """Every version that was ever loaded, the latest first; NoSuchProcedure for none."""
    rows = list(ProcedureVersion.objects.filter(code=code).order_by("-valid_from", "-version"))
    if not rows:
        raise NoSuchProcedure(code=code)
    return rows


def turns(after: date) -> list[Turn]:
    """What changes after a day, the nearest first; of an edition its last loading counts."""
    rows = ProcedureVersion.objects.order_by("code", "valid_from", "version")
    found: list[Turn] = []
    for _code, versions in groupby(rows, key=lambda one: one.code):
        latest = {one.valid_from: one for one in versions}
        found += (one for one in _turns(list(latest.values())) if one.day > after)
    return sorted(found, key=lambda one: (one.day, one.code))


def _turns(editions: Sequence[ProcedureVersion]) -> Iterator[Turn]:
    """The turns of one procedure, whose editions stand in the order of their beginning."""
    first, last = editions[0], editions[-1]
    yield Turn(first.valid_from, first.code, None, first)
    for one, other in pairwise(editions):
        ends = one.valid_to + _DAY if one.valid_to else None
        if ends is not None and ends < other.valid_from:
            yield Turn(ends, one.code, one, None)
            yield Turn(other.valid_from, one.code, None, other)
        else:
            yield Turn(other.valid_from, one.code, one, other)
    if last.valid_to is not None:
        yield Turn(last.valid_to + _DAY, last.code, last, None)
