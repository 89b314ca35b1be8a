"""Entries that may be one event: laid side by side by the loop, decided by a person."""

from datetime import datetime

from django.db import transaction
from django.db.models import F, QuerySet

from motcua.audit.actions import record
from motcua.foundation.actor import SYSTEM, Actor
from motcua.foundation.names import tidy
from motcua.registers.access import WRITERS, must_serve
from motcua.registers.comparing import resembling_entry
from motcua.registers.errors_of_doubles import (
    DoubleMoved,
    DoubleUnexplained,
    OutcomeMissing,
    StandsMissing,
    StandsNot,
    UnknownDouble,
)
from motcua.registers.models import Double, DoubleTally, DoubleVerdict, Entry, Uncompared

Outcome = Double.Outcome
# Entries that are compared in one transaction: about a quarter of a second.
_BATCH = 50
_MOST_LETTERS = 1000


def compare_waiting(*, at: datetime, limit: int = _BATCH) -> int:
    """Compare entries that were not compared since they were written or noted; how many waited.

    What is found waits for a person. A pair that was found before stays as it was decided.
    """
    if not Uncompared.objects.exists():
        return 0
    with transaction.atomic():
        rows = Uncompared.objects.select_for_update(skip_locked=True, of=("self",))
        waiting = dict(rows.order_by("pk").values_list("pk", "entry_id")[:limit])
        # Before they are looked at: what is noted meanwhile waits anew.
        Uncompared.objects.filter(pk__in=waiting).delete()
        compare_entries(entries=Entry.objects.filter(pk__in=set(waiting.values())), at=at)
    return len(waiting)


@transaction.atomic
def compare_entries(*, entries: QuerySet[Entry], at: datetime) -> int:
    """Lay these entries beside all others of their commune; how many new pairs wait then."""
    found: dict[str, list[int]] = {}
    for entry in entries.prefetch_related("notes").order_by("pk"):
        if pairs := _pairs(entry, at):
            found.setdefault(entry.commune_id, []).extend(pairs)
    for commune, keys in sorted(found.items()):
        facts, verb = {"pairs": keys}, "suspect_doubles"
        record(chain=commune, by=SYSTEM, at=at, verb=verb, about="books", facts=facts)
    return sum(map(len, found.values()))


def decide_double(
    *,
    double: int,
    outcome: str,
    stands: int | None = None,
    reason: str,
    seen: int,
    by: Actor,
    at: datetime,
) -> Double:
    """Say whether two entries are one event, and which of them stands; no entry is changed.

    `seen` is how many verdicts there were on the page that was read; the same press again is one.
    Refuses NotYourBooks, UnknownDouble, OutcomeMissing, StandsMissing, DoubleUnexplained,
    DoubleMoved and StandsNot.
    """
    must_serve(by, by.commune or "", *WRITERS)
    with transaction.atomic():
        rows = Double.objects.select_for_update(of=("self",))
        row: Double | None = rows.filter(pk=double, commune_id=by.commune).first()
        if row is None:
            raise UnknownDouble
        told = DoubleVerdict(
            double=row,
            number=row.decided + 1,
            outcome=outcome,
            stands_id=stands if outcome == Outcome.SAME else None,
            reason=tidy(reason)[:_MOST_LETTERS],
            decided_by=by.id,
            decided_by_name=by.name,
            decided_at=at,
        )
        _refuse_incomplete(row, told)
        if row.decided != seen:
            return _pressed_again(row, told)
        _refuse_what_stands_not(row, told)
        told.save()
        _move(row, told)
        _tell(row, told, by)
    return row


def _pairs(entry: Entry, at: datetime) -> list[int]:
    """Keep what resembles an entry; the keys of the pairs that are new."""
    found = []
    for other in resembling_entry(entry):
        first, second = sorted((entry.pk, other.entry.pk))
        said = {"weight": other.alike.weight, "grounds": list(other.alike.grounds)}
        row, new = Double.objects.get_or_create(
            first_id=first,
            second_id=second,
            defaults={
                "commune_id": entry.commune_id,
                "kind": entry.kind,
                "found_at": at,
                **said,
            },
        )
        if new:
            _count(row.commune_id, Outcome.OPEN, 1)
            found.append(row.pk)
        elif row.outcome == Outcome.OPEN:
            Double.objects.filter(pk=row.pk, outcome=Outcome.OPEN).update(**said)
    return found


def _refuse_incomplete(row: Double, told: DoubleVerdict) -> None:
    if told.outcome not in (Outcome.SAME, Outcome.DIFFERENT, Outcome.UNCLEAR):
        raise OutcomeMissing(field="outcome")
    if told.outcome == Outcome.SAME and told.stands_id not in (row.first_id, row.second_id):
        raise StandsMissing(field="outcome")
    if not told.reason:
        raise DoubleUnexplained(field="reason")


def _pressed_again(row: Double, told: DoubleVerdict) -> Double:
    """The last verdict, where it is this one; else somebody else has decided meanwhile."""
    last = row.verdicts.order_by("-number").first()
    facts = ("outcome", "stands_id", "reason", "decided_by")
    if last is None or any(getattr(last, name) != getattr(told, name) for name in facts):
        raise DoubleMoved
    return row


def _refuse_what_stands_not(row: Double, told: DoubleVerdict) -> None:
    """What is a second writing of a third entry cannot stand for another."""
    if told.stands_id is None:
        return
    pairs = Double.objects.filter(outcome=Outcome.SAME).exclude(pk=row.pk)
    for side in ("first", "second"):
        mine = pairs.filter(**{side: told.stands_id}).exclude(stands=told.stands_id)
        other = mine.select_related("stands").first()
        if other is not None and other.stands is not None:
            raise StandsNot(field="outcome", number=other.stands.reference)


def _move(row: Double, told: DoubleVerdict) -> None:
    _count(row.commune_id, row.outcome, -1)
    _count(row.commune_id, told.outcome, 1)
    row.outcome, row.stands_id, row.decided = told.outcome, told.stands_id, told.number
    row.save(update_fields=["outcome", "stands", "decided"])


def _tell(row: Double, told: DoubleVerdict, by: Actor) -> None:
    record(
        chain=row.commune_id,
        by=by,
        at=told.decided_at,
        verb="decide_double",
        about=f"entry:{row.second_id}",
        why=told.reason,
        facts={
            "pair": row.pk,
            "other": f"entry:{row.first_id}",
            "outcome": told.outcome,
            "stands": told.stands_id,
        },
    )


def _count(commune: str, outcome: str, by: int) -> None:
    figure, _ = DoubleTally.objects.get_or_create(commune_id=commune, outcome=outcome)
    DoubleTally.objects.filter(pk=figure.pk).update(count=F("count") + by)
