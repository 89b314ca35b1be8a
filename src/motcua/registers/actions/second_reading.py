"""The second reading, by another person who does not see the first; what differs is decided."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from motcua.foundation.actor import Actor
from motcua.foundation.names import tidy
from motcua.foundation.refusal import Refusal
from motcua.registers.access import WRITERS, must_serve
from motcua.registers.actions.digitising import digitise_entry
from motcua.registers.actions.first_reading import (
    LEFT,
    at_hand,
    kept,
    locked,
    source_of,
    tell,
    wrong,
)
from motcua.registers.errors import (
    NothingToRead,
    OwnReading,
    ReadingMoved,
    ReadingWrong,
    Undecided,
)
from motcua.registers.margin_reading import COUNT, compared_notes, decided, split
from motcua.registers.models import PaperVolume, Reading
from motcua.registers.on_paper import paper, title_of
from motcua.registers.paper import Origin, Reader
from motcua.registers.reading import differing, fields, meant, read_twice
from motcua.registers.stages import Stage, move, tally, tally_for


def begin_second(*, volume: PaperVolume, by: Actor, at: datetime) -> Reading:
    """What this person reads second next: what they are at, the next one, one that was left.

    Refuses NotYourBooks; NothingToRead, also when all that waits was read by themselves.
    """
    must_serve(by, volume.commune_id, *WRITERS)
    with transaction.atomic():
        rows = Reading.objects.filter(volume=volume).exclude(first_by=by.id).order_by("pk")
        second = rows.filter(stage=Stage.SECOND)
        mine = second.filter(second_by=by.id).first()
        if mine is not None:
            return mine
        waiting = rows.filter(stage=Stage.READ).select_for_update(of=("self",)).first()
        left = second.filter(second_at__lt=at - LEFT).select_for_update(of=("self",)).first()
        row = waiting or left
        if row is None:
            raise NothingToRead
        return _claimed(row, by, at)


def begin_second_of(*, reading: Reading, by: Actor, at: datetime) -> Reading:
    """Read this one second. Refuses NotYourBooks, OwnReading and ReadingMoved."""
    must_serve(by, reading.commune_id, *WRITERS)
    with transaction.atomic():
        row = locked(reading)
        _not_own(row, by)
        if row.stage == Stage.SECOND and row.second_by == by.id:
            return row
        if row.stage != Stage.READ:
            raise ReadingMoved
        return _claimed(row, by, at)


def keep_second(*, reading: Reading, typed: Mapping[str, str], by: Actor, at: datetime) -> None:
    """Keep what was typed so far. Refuses ReadingMoved."""
    with transaction.atomic():
        row = at_hand(reading, Stage.SECOND, by)
        row.second, row.second_at = _second(row, typed), at
        row.save(update_fields=["second", "second_at"])


def finish_second(
    *, reading: Reading, typed: Mapping[str, str], by: Actor, at: datetime
) -> Reading:
    """Compare the two. Where they agree, the entry is written; else it waits for a decision.

    Refuses OwnReading and ReadingMoved. Of what cannot be written as both read it, the page that
    decides says why.
    """
    with transaction.atomic():
        _not_own(locked(reading), by)
        row = at_hand(reading, Stage.SECOND, by)
        row.second, row.second_at = _second(row, typed), at
        differs = differing(paper(row.volume), row.first, row.second)
        _tally(row, differs, by, at)
        tell(row, "read_page_second", by, at)
        if differs or wrong(row, row.first, at):
            move(row, Stage.DIFFERS, "second", "second_at")
        else:
            _write(row, row.first, by, at)
    return row


def decide(*, reading: Reading, chosen: Mapping[str, str], by: Actor, at: datetime) -> Reading:
    """Say what stands on the page wherever the two differ, and write the entry.

    `chosen` is a value for each field of `open_fields`, and for others that are wrong with what was
    chosen. Refuses NotYourBooks, OwnReading,
    ReadingMoved, and ReadingWrong with every place.
    """
    must_serve(by, reading.commune_id, *WRITERS)
    with transaction.atomic():
        row = locked(reading)
        _not_own(row, by)
        if row.stage != Stage.DIFFERS:
            raise ReadingMoved
        told = {key: tidy(chosen.get(key, "")) for key in open_fields(row, at)}
        told |= {key: tidy(one) for key, one in chosen.items() if is_field(row, key)}
        problems: list[Refusal] = [
            Undecided(field=key)
            for key in differing(paper(row.volume), row.first, row.second)
            if key not in chosen
        ]
        final = decided({**row.first, **told})
        problems = problems or wrong(row, final, at)
        if problems:
            raise ReadingWrong(problems)
        row.decided, row.decided_by, row.decided_by_name = told, by.id, by.name
        tell(row, "decide_reading", by, at)
        _write(row, final, by, at, "decided", "decided_by", "decided_by_name")
    return row


def open_fields(row: Reading, at: datetime) -> list[str]:
    """The fields on which a decision is asked: those that differ, and those that cannot be."""
    differs = list(differing(paper(row.volume), row.first, row.second))
    wanting = [one.field for one in wrong(row, row.first, at) if one.field]
    return [*differs, *(key for key in wanting if key not in differs)]


def is_field(row: Reading, key: str) -> bool:
    """Whether an entry of that book, or a note beside it, has such a field."""
    return key in fields(row.volume.kind) or split(key) is not None


def _claimed(row: Reading, by: Actor, at: datetime) -> Reading:
    row.second, row.second_by, row.second_by_name, row.second_at = {}, by.id, by.name, at
    move(row, Stage.SECOND, "second", "second_by", "second_by_name", "second_at")
    return row


def _not_own(row: Reading, by: Actor) -> None:
    if row.first_by == by.id:
        raise OwnReading


def _second(row: Reading, typed: Mapping[str, str]) -> dict[str, str]:
    given = kept(row, typed)
    asked = {*read_twice(row.volume.kind), COUNT, *compared_notes(given)}
    return {key: tidy(one) for key, one in given.items() if key in asked}


def _tally(row: Reading, differs: Sequence[str], by: Actor, at: datetime) -> None:
    """The second reader has read one; of the first one's entries one more was compared."""
    tally_for(row.commune_id, by, "second", at)
    for what, key in (("compared", ""), *(("differed", key) for key in differs)):
        who, name = row.first_by, row.first_by_name
        tally(row.commune_id, who=who, name=name, what=what, at=at, field=key)


def _write(row: Reading, typed: Mapping[str, str], by: Actor, at: datetime, *changed: str) -> None:
    """Into the book, by the act by which every entry from paper comes in."""
    volume = paper(row.volume)
    second = Actor(row.second_by, row.second_by_name, frozenset())
    origin = Origin(
        way="reading",
        book=title_of(row.volume),
        first=Reader(Actor(row.first_by, row.first_by_name, frozenset()), row.first_at),
        second=Reader(second, row.second_at or at),
        scan=row.scan.digest if row.scan else "",
    )
    entry = meant(volume, typed).entry(volume, source_of(row))
    row.entry = digitise_entry(commune=row.commune_id, entry=entry, origin=origin, by=by, at=at)
    move(row, Stage.WRITTEN, "entry", "second", "second_at", *changed)
