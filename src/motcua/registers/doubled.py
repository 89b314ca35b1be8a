"""Looking at suspected doubles: the list, a pair side by side, what stands beside an entry."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, Q, QuerySet

from motcua.audit.actions import record_reading
from motcua.foundation.actor import Actor
from motcua.registers.access import READERS, WRITERS, must_serve
from motcua.registers.comparing import Resembling, resembling
from motcua.registers.errors_of_doubles import SecondWriting, UnknownDouble
from motcua.registers.models import Double, DoubleTally, DoubleVerdict, Entry
from motcua.registers.sameness import Event

Outcome = Double.Outcome


@dataclass(frozen=True, slots=True)
class After:
    """The last pair of the page before: what a list goes on from."""

    weight: int
    key: int


def doubles(
    *,
    by: Actor,
    commune: str,
    outcome: str,
    at: datetime,
    after: After | None = None,
    limit: int = 25,
) -> list[Double]:
    """Pairs that stand so, the likelier first, then the longest found. Traced."""
    must_serve(by, commune, *WRITERS)
    rows = _listed(commune, outcome, after).select_related("first", "second")[:limit]
    found = list(rows)
    keys = sorted({key for row in found for key in (row.first_id, row.second_id)})
    if keys:
        about = [f"entry:{key}" for key in keys]
        record_reading(chain=commune, by=by, at=at, what="doubles", about=about, why="doubles")
    return found


def next_double(*, by: Actor, commune: str, after: Double) -> int | None:
    """The key of the open pair that stands after one in the list, else of the first."""
    must_serve(by, commune, *WRITERS)
    place = After(after.weight, after.pk)
    for rows in (_listed(commune, Outcome.OPEN, place), _listed(commune, Outcome.OPEN, None)):
        key: int | None = rows.values_list("pk", flat=True).first()
        if key is not None:
            return key
    return None


def figures(*, by: Actor, commune: str) -> Mapping[str, int]:
    """How many pairs stand where, by outcome."""
    must_serve(by, commune, *READERS)
    counted = DoubleTally.objects.filter(commune_id=commune).values_list("outcome", "count")
    return dict.fromkeys(Outcome.values, 0) | dict(counted)


def double(*, by: Actor, key: int, at: datetime) -> Double:
    """One pair with its entries, their notes and provenance, and every verdict. Traced.

    UnknownDouble when the actor's commune has none such.
    """
    must_serve(by, by.commune or "", *WRITERS)
    verdicts = Prefetch("verdicts", DoubleVerdict.objects.order_by("-number"))
    rows = Double.objects.filter(pk=key, commune_id=by.commune)
    rows = rows.select_related("first__provenance", "second__provenance", "stands")
    row: Double | None = rows.prefetch_related("first__notes", "second__notes", verdicts).first()
    if row is None:
        raise UnknownDouble
    about = [f"entry:{row.first_id}", f"entry:{row.second_id}"]
    record_reading(chain=row.commune_id, by=by, at=at, what="double", about=about, why="doubles")
    return row


def doubles_of(entry: Entry) -> list[Double]:
    """The pairs of an entry that are not two events, for its own page."""
    rows = Double.objects.filter(Q(first=entry) | Q(second=entry))
    rows = rows.exclude(outcome=Outcome.DIFFERENT).select_related("first", "second", "stands")
    return list(rows.order_by("pk"))


def second_writings(entries: Collection[int]) -> Mapping[int, Entry]:
    """Of some entries those that were found to be a second writing, with the entry that stands."""
    if not entries:
        return {}
    rows = Double.objects.filter(outcome=Outcome.SAME)
    rows = rows.filter(Q(first__in=entries) | Q(second__in=entries)).select_related("stands")
    return {
        row.left_out: row.stands
        for row in rows
        if row.left_out in entries and row.left_out is not None and row.stands is not None
    }


def refuse_second_writing(entry: Entry) -> None:
    """SecondWriting for an entry that another one stands for."""
    stands = second_writings([entry.pk]).get(entry.pk)
    if stands is not None:
        raise SecondWriting(number=entry.reference, stands=stands.reference)


def resembling_draft(
    *, by: Actor, commune: str, kind: str, ways: Sequence[Event], at: datetime, why: str
) -> Sequence[Resembling]:
    """What is in the books already and resembles what is about to be written. Traced."""
    must_serve(by, commune, *READERS)
    found = resembling(commune, kind, ways)
    if found:
        about = [f"entry:{one.entry.pk}" for one in found]
        record_reading(chain=commune, by=by, at=at, what="entry", about=about, why=why)
    return found


def _listed(commune: str, outcome: str, after: After | None) -> QuerySet[Double]:
    rows = Double.objects.filter(commune_id=commune, outcome=outcome)
    if after is not None:
        later = Q(weight=after.weight, pk__gt=after.key)
        rows = rows.filter(later | Q(weight__gt=after.weight))
    return rows.order_by("weight", "pk")
