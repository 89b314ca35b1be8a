"""Entries and notes as a decided dossier writes them, and the residents whom they name."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from motcua.consequences.following import follow_books
from motcua.consequences.models import Followed
from motcua.dossiers.models import Dossier
from motcua.foundation.actor import SYSTEM
from motcua.people.actions import enter_resident
from motcua.people.actions.residents import Came, Facts
from motcua.people.models import Household, Move, Resident
from motcua.places.models import Village
from motcua.registers.actions import Note, write_entry, write_note
from motcua.registers.models import Entry, EntryNote
from tests import cast
from tests.dossiers import story

CHILD = {
    "child.name": "Lù Thị Bé",
    "child.birth": "2026-02-20",
    "child.sex": "female",
    "child.ethnic": "25",
    "child.nationality": "VN",
    "child.birth_place": "Trạm y tế xã Cốc San",
    "mother.name": "Vàng Thị Thử",
    "mother.birth": "1991",
}
DEAD = {
    "deceased.name": "Lù A Mẫu",
    "deceased.birth": "1968",
    "deceased.sex": "male",
    "deceased.ethnic": "25",
    "deceased.nationality": "VN",
    "deceased.identity": "000068000002",
    "death.date": "2026-03-01",
    "death.place": "Tại nhà",
}
WEDDED = ("husband", "wife")
MAN = Facts("Lù Văn Tư", "male", "1990-03-02", "25", identity_number="000090000009")


def couple(first: tuple[str, str], second: tuple[str, str], of: tuple[str, str]) -> dict[str, str]:
    """Two as a book of marriages names them: names and birth dates; `of` their parts."""
    said = {}
    for part, (name, birth) in zip(of, (first, second), strict=True):
        said |= {f"{part}.name": name, f"{part}.birth": birth, f"{part}.ethnic": "25"}
        said |= {f"{part}.nationality": "VN", f"{part}.residence": "Xã Cốc San"}
    return said


def living(facts: Facts = MAN, **changes: object) -> Resident:
    """Somebody with a household of their own since 2020."""
    cast.coc_san()
    village = Village.objects.get(code="02746-01")
    number = 100 + Household.objects.count()
    home = Household.objects.create(commune_id=cast.COC_SAN, village=village, number=number)
    return enter_resident(
        household=home,
        facts=replace(facts, **changes),  # type: ignore[arg-type]
        by=SYSTEM,
        at=cast.KNOWN,
        came=Came(since="2020"),
    )


def decided() -> Dossier:
    """A dossier for an entry to be written from."""
    return story.submitted(story.law())


def entry(kind: str, content: Mapping[str, str], dossier: Dossier, on: date | None = None) -> Entry:
    return write_entry(
        commune=cast.COC_SAN,
        kind=kind,
        content=content,
        source=f"dossier:{dossier.pk}",
        by=cast.acting(cast.officer()),
        at=cast.AT,
        registered_on=on,
    )


def note(of: Entry, kind: str, dossier: Dossier, changes: Mapping[str, str]) -> EntryNote:
    said = Note(kind, "Cải chính hộ tịch", changes, "Chép nhầm", dossier.number or "", "Giấy")
    source = f"dossier:{dossier.pk}"
    return write_note(entry=of, note=said, source=source, by=SYSTEM, at=cast.AT)


def follows(kind: str, content: Mapping[str, str], on: date | None = None) -> Followed:
    """What becomes of one entry that a dossier writes."""
    dossier = decided()
    entry(kind, content, dossier, on)
    (row,) = follow_books(dossier.pk, at=cast.AT)
    return row


def fresh(row: Resident) -> Resident:
    return Resident.objects.get(pk=row.pk)


def became(row: Followed) -> tuple[str, int]:
    """What was made of an entry or note, and how many moves came of it."""
    return row.word, Move.objects.filter(source=row.source).count()
