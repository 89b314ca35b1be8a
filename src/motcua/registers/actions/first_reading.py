"""The first reading of a page: begun, kept at each step, finished, put aside."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction

from motcua.audit.actions import record
from motcua.foundation.actor import Actor
from motcua.foundation.names import tidy
from motcua.foundation.refusal import Refusal
from motcua.registers.access import WRITERS, must_serve
from motcua.registers.actions.digitising import paper_faults
from motcua.registers.errors import AsideUnexplained, NothingToRead, ReadingMoved, ReadingWrong
from motcua.registers.margin_reading import COUNT, note_fields
from motcua.registers.models import PaperVolume, Reading, Scan
from motcua.registers.on_paper import before, paper
from motcua.registers.reading import fields, meant, said
from motcua.registers.stages import Stage, count, move, tally_for

# Whoever left a page so long ago is not at it any more: somebody else may go on with it.
LEFT = timedelta(days=1)
_MOST_TYPED = 2000


def begin_next(*, volume: PaperVolume, by: Actor, at: datetime) -> Reading:
    """The page that this person reads next: their own that is not done, the next one, one left.

    Refuses NotYourBooks and NothingToRead.
    """
    must_serve(by, volume.commune_id, *WRITERS)
    with transaction.atomic():
        mine = Reading.objects.filter(volume=volume, stage=Stage.FIRST).order_by("pk")
        found = mine.filter(first_by=by.id).first()
        if found is None:
            found = _next_page(volume, by, at) or _taken_over(volume, by, at)
        if found is None:
            raise NothingToRead
    return found


def begin_entry(
    *, volume: PaperVolume, by: Actor, at: datetime, scan: Scan | None = None, about: str = ""
) -> Reading:
    """Begin one entry of a page, or of the book itself on the desk (`scan` None).

    For a page that holds several, and for what a dossier waits for (`about`). Refuses NotYourBooks.
    """
    must_serve(by, volume.commune_id, *WRITERS)
    with transaction.atomic():
        if scan is not None:
            _take(scan)
        return _begun(volume, scan, by, at, about)


def keep_first(
    *, reading: Reading, typed: Mapping[str, str], view: Mapping[str, int], by: Actor, at: datetime
) -> None:
    """Keep what was typed so far, however unfinished. Refuses ReadingMoved."""
    with transaction.atomic():
        row = at_hand(reading, Stage.FIRST, by)
        row.first, row.view, row.first_at = kept(row, typed), dict(view), at
        row.save(update_fields=["first", "view", "first_at"])


def finish_first(
    *, reading: Reading, typed: Mapping[str, str], view: Mapping[str, int], by: Actor, at: datetime
) -> Reading:
    """The page was read; it waits for a second person. Refuses ReadingMoved and ReadingWrong."""
    with transaction.atomic():
        row = at_hand(reading, Stage.FIRST, by)
        told = said(kept(row, typed), row.volume.kind, before(row))
        problems = wrong(row, told, at)
        if problems:
            raise ReadingWrong(problems)
        row.first, row.view, row.first_at = told, dict(view), at
        move(row, Stage.READ, "first", "view", "first_at")
        tally_for(row.commune_id, by, "read", at)
        tell(row, "read_page", by, at)
    return row


def put_aside(*, reading: Reading, why: str, by: Actor, at: datetime) -> Reading:
    """Set a page aside that cannot be read, or belongs elsewhere; it can be taken up again.

    Refuses NotYourBooks, AsideUnexplained and ReadingMoved.
    """
    must_serve(by, reading.commune_id, *WRITERS)
    if len(tidy(why)) < 3:
        raise AsideUnexplained(field="aside")
    with transaction.atomic():
        row = locked(reading)
        if row.stage in (Stage.WRITTEN, Stage.ASIDE):
            raise ReadingMoved
        row.aside = tidy(why)[:500]
        move(row, Stage.ASIDE, "aside")
        tell(row, "put_aside", by, at)
    return row


def take_up(*, reading: Reading, by: Actor, at: datetime) -> Reading:
    """Read again what was put aside, from what was typed of it. Refuses ReadingMoved."""
    must_serve(by, reading.commune_id, *WRITERS)
    with transaction.atomic():
        row = locked(reading)
        if row.stage != Stage.ASIDE:
            raise ReadingMoved
        row.first_by, row.first_by_name, row.first_at, row.aside = by.id, by.name, at, ""
        row.second, row.second_by, row.second_by_name, row.second_at = {}, "", "", None
        changed = ("second", "second_by", "second_by_name", "second_at", "aside")
        move(row, Stage.FIRST, "first_by", "first_by_name", "first_at", *changed)
        tell(row, "take_up", by, at)
    return row


def wrong(row: Reading, typed: Mapping[str, str], at: datetime) -> list[Refusal]:
    """All that speaks against what was typed, one word for each field."""
    volume = paper(row.volume)
    told = meant(volume, typed)
    entry = told.entry(volume, source_of(row))
    found = paper_faults(commune=row.commune_id, entries=[entry], at=at).get(0, [])
    first: dict[str | None, Refusal] = {}
    for one in (*told.problems, *found):
        first.setdefault(one.field, one)
    return list(first.values())


def source_of(row: Reading) -> str:
    """How the book names where the entry comes from."""
    return f"reading:{row.pk}"


def kept(row: Reading, typed: Mapping[str, str]) -> dict[str, str]:
    """The typed fields of the form, as they are, with how many notes it shows."""
    names = (*fields(row.volume.kind), COUNT, *note_fields(typed))
    given = {key: typed.get(key, "")[:_MOST_TYPED] for key in names}
    return {key: one for key, one in given.items() if one.strip()}


def locked(reading: Reading) -> Reading:
    """The row as it is now, held until the act ends."""
    rows = Reading.objects.select_for_update(of=("self",)).select_related("volume", "scan")
    return rows.get(pk=reading.pk)


def at_hand(reading: Reading, stage: str, by: Actor) -> Reading:
    """The row, held; ReadingMoved unless this person is at it."""
    row = locked(reading)
    who = row.first_by if stage == Stage.FIRST else row.second_by
    if row.stage != stage or who != by.id:
        raise ReadingMoved
    return row


def tell(row: Reading, verb: str, by: Actor, at: datetime) -> None:
    """The line in the journal."""
    facts = {"book": f"{row.volume.kind}:{row.volume.year}:{row.volume.volume}"}
    about = f"reading:{row.pk}"
    record(chain=row.commune_id, by=by, at=at, verb=verb, about=about, why=row.about, facts=facts)


def _next_page(volume: PaperVolume, by: Actor, at: datetime) -> Reading | None:
    waiting = Scan.objects.filter(volume=volume, begun=False).order_by("place")
    while (scan := waiting.first()) is not None:
        if _take(scan):
            return _begun(volume, scan, by, at, "")
    return None


def _take(scan: Scan) -> bool:
    """Whether this page was still free; of two who ask at once one gets it."""
    taken = bool(Scan.objects.filter(pk=scan.pk, begun=False).update(begun=True))
    if taken and scan.volume_id:
        count(scan.volume_id, waiting=-1)
    return taken


def _begun(volume: PaperVolume, scan: Scan | None, by: Actor, at: datetime, about: str) -> Reading:
    row = Reading.objects.create(
        commune_id=volume.commune_id,
        volume=volume,
        scan=scan,
        about=about,
        first_by=by.id,
        first_by_name=by.name,
        first_at=at,
    )
    count(volume.pk, begun=1)
    last = before(row)
    row.first = _expected(scan, last)
    row.view = _last_view(row)
    row.save(update_fields=["first", "view"])
    return row


def _expected(scan: Scan | None, last: Mapping[str, str]) -> dict[str, str]:
    """Page and number as they will be, if this page follows the one before: to be looked at."""
    number = last.get("number", "")
    told = {"number": str(int(number) + 1)} if number.isdecimal() else {}
    if scan is not None:
        told["page"] = str(scan.place)
    return told


def _last_view(row: Reading) -> dict[str, int]:
    rows = Reading.objects.filter(volume=row.volume, first_by=row.first_by, pk__lt=row.pk)
    last = rows.order_by("-pk").first()
    return last.view if last else {}


def _taken_over(volume: PaperVolume, by: Actor, at: datetime) -> Reading | None:
    rows = Reading.objects.filter(volume=volume, stage=Stage.FIRST, first_at__lt=at - LEFT)
    row = rows.select_for_update().order_by("pk").first()
    if row is not None:
        row.first_by, row.first_by_name, row.first_at = by.id, by.name, at
        row.save(update_fields=["first_by", "first_by_name", "first_at"])
    return row
