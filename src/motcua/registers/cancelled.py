"""Which entries are cancelled, and which are proposed to be."""

from collections.abc import Collection, Mapping
from datetime import datetime

from motcua.audit.actions import record_reading
from motcua.foundation.actor import Actor
from motcua.registers.access import WRITERS, must_serve
from motcua.registers.errors_of_cancelling import EntryCancelled, UnknownCancelling
from motcua.registers.kinds import CANCELLATION
from motcua.registers.models import Cancelling, Entry, EntryNote

Outcome = Cancelling.Outcome


def cancellations(entries: Collection[int]) -> Mapping[int, EntryNote]:
    """Of some entries those that are cancelled, with the note that says so."""
    if not entries:
        return {}
    rows = EntryNote.objects.filter(entry__in=entries, kind=CANCELLATION)
    return {row.entry_id: row for row in rows}


def refuse_cancelled(entry: Entry) -> None:
    """EntryCancelled for an entry of which nothing more can be made."""
    note = cancellations([entry.pk]).get(entry.pk)
    if note is not None:
        raise EntryCancelled(number=entry.reference, day=note.day_shown)


def cancelling_of(entry: Entry) -> Cancelling | None:
    """The proposal that waits, else the last one; None where there never was one."""
    rows = Cancelling.objects.filter(entry=entry).select_related("note")
    row: Cancelling | None = rows.filter(outcome=Outcome.OPEN).first()
    return row or rows.order_by("-pk").first()


def how_many_wait(*, by: Actor, commune: str, most: int = 100) -> int:
    """How many proposals wait; at most `most`."""
    must_serve(by, commune, *WRITERS)
    rows = Cancelling.objects.filter(commune_id=commune, outcome=Outcome.OPEN)
    return rows.values("pk")[:most].count()


def waiting(
    *, by: Actor, commune: str, at: datetime, after: int = 0, limit: int = 25
) -> list[Cancelling]:
    """The proposals that wait, the oldest first. Traced."""
    must_serve(by, commune, *WRITERS)
    rows = Cancelling.objects.filter(commune_id=commune, outcome=Outcome.OPEN, pk__gt=after)
    found = list(rows.select_related("entry").order_by("pk")[:limit])
    if found:
        about = [f"entry:{row.entry_id}" for row in found]
        record_reading(chain=commune, by=by, at=at, what="entry", about=about, why="cancellings")
    return found


def open_cancelling(*, by: Actor, key: int) -> Cancelling:
    """One proposal of the actor's commune, answered or not; refuses UnknownCancelling."""
    rows = Cancelling.objects.filter(pk=key, commune_id=by.commune).select_related("entry")
    row: Cancelling | None = rows.first()
    if row is None:
        raise UnknownCancelling
    return row
