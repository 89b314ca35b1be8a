"""Looking at paper volumes, their pages and readings: scoped by the actor's commune, traced."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Q

from motcua.audit.actions import record_reading
from motcua.foundation import files
from motcua.foundation.actor import Actor
from motcua.registers.access import READERS, WRITERS, must_serve
from motcua.registers.errors import UnknownVolume
from motcua.registers.kinds import books
from motcua.registers.models import Entry, PaperVolume, Reading, ReadingTally, Scan
from motcua.registers.reading import Volume

PAGE = 40


def volumes(
    *, by: Actor, commune: str, kind: str = "", before: int = 0, unfinished: bool = False
) -> list[PaperVolume]:
    """The paper volumes, those opened last first; `before` is the key of the last one seen."""
    must_serve(by, commune, *WRITERS)
    wanted = Q(commune_id=commune)
    if kind:
        wanted &= Q(kind=kind)
    if unfinished:
        wanted &= Q(waiting__gt=0) | Q(begun__gt=0) | Q(to_second__gt=0) | Q(to_decide__gt=0)
    if before:
        wanted &= Q(pk__lt=before)
    return list(PaperVolume.objects.filter(wanted).order_by("-pk")[: PAGE + 1])


def volume(*, by: Actor, key: int) -> PaperVolume:
    """One of the actor's commune; UnknownVolume for any other."""
    row = PaperVolume.objects.filter(pk=key, commune_id=by.commune).first()
    if row is None:
        raise UnknownVolume
    must_serve(by, row.commune_id, *WRITERS)
    return row


def scans(*, volume: PaperVolume, after: int = 0) -> list[Scan]:
    """The pages of a volume in their order, each with how many readings it has."""
    rows = Scan.objects.filter(volume=volume, place__gt=after).annotate(read=Count("readings"))
    return list(rows.order_by("place")[: PAGE + 1])


def readings(*, volume: PaperVolume, stage: str, after: int = 0) -> list[Reading]:
    """The readings of a volume at a stage, the oldest first."""
    rows = Reading.objects.filter(volume=volume, stage=stage, pk__gt=after)
    return list(rows.select_related("scan").order_by("pk")[: PAGE + 1])


def reading(*, by: Actor, key: int, at: datetime) -> Reading:
    """One of the actor's commune, with its volume and page. Traced."""
    rows = Reading.objects.select_related("volume", "scan", "entry")
    row = rows.filter(pk=key, commune_id=by.commune).first()
    if row is None:
        raise UnknownVolume
    must_serve(by, row.commune_id, *WRITERS)
    about = [f"reading:{row.pk}"]
    record_reading(chain=row.commune_id, by=by, at=at, what="reading", about=about, why=row.about)
    return row


def picture(*, by: Actor, key: int, at: datetime) -> bytes:
    """The picture of a page, for whoever may open the books of its commune. Traced."""
    row = Scan.objects.filter(pk=key, commune_id=by.commune).first()
    if row is None:
        raise UnknownVolume
    must_serve(by, row.commune_id, *READERS)
    about = [f"entry:{row.entry_id}" if row.entry_id else f"scan:{row.pk}"]
    record_reading(chain=row.commune_id, by=by, at=at, what="scan", about=about, why="")
    return files.read(row.digest)


def before(row: Reading) -> Mapping[str, str]:
    """What this person read before it in the same volume: what a ditto stands for."""
    rows = Reading.objects.filter(volume=row.volume, first_by=row.first_by, pk__lt=row.pk)
    left = (Reading.Stage.FIRST, Reading.Stage.ASIDE)
    found: Mapping[str, str] | None = (
        rows.exclude(stage__in=left).order_by("-pk").values_list("first", flat=True).first()
    )
    return found or {}


def typed_lately(row: Reading, many: int = 30) -> list[Mapping[str, str]]:
    """What was typed from the last pages of the volume, the newest first."""
    rows = Reading.objects.filter(volume=row.volume, pk__lt=row.pk).order_by("-pk")
    return list(rows.values_list("first", flat=True)[:many])


def read_for(about: str, *, by: Actor) -> list[Reading]:
    """What is being read, or was, for a dossier (``dossier:<uuid>``), the newest first.

    `entry` is there once it is in the book.
    """
    must_serve(by, by.commune or "", *READERS)
    rows = Reading.objects.filter(about=about, commune_id=by.commune)
    return list(rows.select_related("volume", "entry").order_by("-pk")[:20])


def pictures_of(entry: Entry, *, by: Actor) -> list[Scan]:
    """The pictures of the page on which an entry stands, and those attached to it."""
    must_serve(by, entry.commune_id, *READERS)
    return list(
        Scan.objects.filter(Q(entry=entry) | Q(readings__entry=entry)).distinct().order_by("pk")
    )


def paper(row: PaperVolume) -> Volume:
    """The volume as reading it needs to know it."""
    return Volume(row.kind, row.year, row.volume, row.kept_by)


def title_of(row: PaperVolume) -> str:
    """``Sổ đăng ký khai sinh 1985, quyển 1``, as the book calls itself."""
    return f"{books()[row.kind].official} {row.year}, quyển {row.volume}"


@dataclass(frozen=True, slots=True)
class Day:
    """What one person did on a day. `differed` counts fields of what they read first."""

    day: date
    who: str
    read: int
    second: int
    compared: int
    differed: int


def days(*, by: Actor, commune: str, until: date, length: int = 14) -> list[Day]:
    """Each person's figures of each of the last days, the newest first."""
    sums: dict[tuple[date, str], dict[str, int]] = {}
    names: dict[str, str] = {}
    for row in _tallies(by, commune, until, length):
        names[row.who] = row.who_name
        told = sums.setdefault((row.day, row.who), {})
        told[row.what] = told.get(row.what, 0) + row.count
    return [
        Day(day, names[who], *(told.get(what, 0) for what in _WHAT))
        for (day, who), told in sorted(sums.items(), key=lambda one: (one[0][0], one[0][1]))[::-1]
    ]


def differences(
    *, by: Actor, commune: str, until: date, length: int = 14
) -> tuple[int, Mapping[str, int]]:
    """How many entries were compared in the last days, and how often each field differed."""
    compared, found = 0, dict[str, int]()
    for row in _tallies(by, commune, until, length):
        if row.what == "compared":
            compared += row.count
        if row.what == "differed":
            found[row.field] = found.get(row.field, 0) + row.count
    return compared, dict(sorted(found.items(), key=lambda one: (-one[1], one[0])))


_WHAT = ("read", "second", "compared", "differed")


def _tallies(by: Actor, commune: str, until: date, length: int) -> Sequence[ReadingTally]:
    must_serve(by, commune, *WRITERS)
    since = until - timedelta(days=length - 1)
    return list(ReadingTally.objects.filter(commune_id=commune, day__range=(since, until)))
