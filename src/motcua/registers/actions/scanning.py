"""A paper volume is opened for reading, and the pictures of its pages come in.

The bytes are those of a file that was opened and made anew before (docs/decisions/0013): a JPEG.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from motcua.audit.actions import record
from motcua.foundation import files
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.foundation.names import tidy
from motcua.registers.access import WRITERS, must_serve
from motcua.registers.errors import PlaceOnPaper, TooManyScans, UnknownBook, YearOfBook
from motcua.registers.kinds import books
from motcua.registers.models import Entry, PaperVolume, Scan
from motcua.registers.paper import FIRST_YEAR
from motcua.registers.stages import count

MOST_SCANS = 1000
_MOST_VOLUME = 999


def open_volume(
    *, commune: str, kind: str, year: int, volume: int, by: Actor, at: datetime, kept_by: str = ""
) -> PaperVolume:
    """Begin to copy a volume; the same one again is the one that is there.

    Refuses NotYourBooks, UnknownBook, YearOfBook and PlaceOnPaper.
    """
    must_serve(by, commune, *WRITERS)
    if kind not in books():
        raise UnknownBook(field="kind")
    this_year = day_of(at).year
    if not FIRST_YEAR <= year <= this_year:
        raise YearOfBook(field="year", first=FIRST_YEAR, last=this_year)
    if not 1 <= volume <= _MOST_VOLUME:
        raise PlaceOnPaper(field="volume")
    with transaction.atomic():
        row, made = PaperVolume.objects.get_or_create(
            commune_id=commune,
            kind=kind,
            year=year,
            kept_by=tidy(kept_by)[:120],
            volume=volume,
            defaults={"opened_by": by.id, "opened_by_name": by.name, "opened_at": at},
        )
        if made:
            _tell("open_volume", f"book:{kind}:{year}", row.pk, commune, by, at)
    return row


def add_scan(*, volume: PaperVolume, content: bytes, by: Actor, at: datetime) -> Scan:
    """Put the picture of the next page into a volume; the same picture again is the same page.

    Refuses NotYourBooks and TooManyScans.
    """
    must_serve(by, volume.commune_id, *WRITERS)
    digest = files.keep(content)
    with transaction.atomic():
        # Locked, so that two who put in pages at once do not give them the same turn.
        locked = PaperVolume.objects.select_for_update().get(pk=volume.pk)
        known = Scan.objects.filter(volume=locked, digest=digest).first()
        if known is not None:
            return known
        if locked.scans >= MOST_SCANS:
            raise TooManyScans(most=MOST_SCANS)
        row = _scan(content, digest, locked.commune_id, locked.scans + 1, by, at)
        row.volume = locked
        row.save()
        count(locked.pk, scans=1, waiting=1)
        about = f"book:{locked.kind}:{locked.year}"
        _tell("add_scan", about, row.pk, locked.commune_id, by, at)
    return row


def attach_scan(*, entry: Entry, content: bytes, by: Actor, at: datetime) -> Scan:
    """Put a picture beside an entry that is in the book; the same picture again is the same.

    Refuses NotYourBooks.
    """
    must_serve(by, entry.commune_id, *WRITERS)
    digest = files.keep(content)
    with transaction.atomic():
        known = Scan.objects.filter(entry=entry, digest=digest).first()
        if known is not None:
            return known
        last = Scan.objects.filter(entry=entry).aggregate(last=Max("place"))["last"] or 0
        row = _scan(content, digest, entry.commune_id, last + 1, by, at)
        row.entry, row.begun = entry, True
        row.save()
        _tell("add_scan", f"entry:{entry.pk}", row.pk, entry.commune_id, by, at)
    return row


def _scan(content: bytes, digest: str, commune: str, place: int, by: Actor, at: datetime) -> Scan:
    return Scan(
        commune_id=commune,
        place=place,
        digest=digest,
        size=len(content),
        added_by=by.id,
        added_by_name=by.name,
        added_at=at,
    )


def _tell(verb: str, about: str, key: int, commune: str, by: Actor, at: datetime) -> None:
    record(chain=commune, by=by, at=at, verb=verb, about=about, facts={"key": key})
