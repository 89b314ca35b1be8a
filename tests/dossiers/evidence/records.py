"""What the books and the register of residents hold of Mẫu and his wife, for a request."""

from collections.abc import Mapping
from datetime import date
from uuid import uuid4

from motcua.dossiers.evidence import Evidence, Said
from motcua.dossiers.evidence.found import Look
from motcua.foundation.actor import SYSTEM
from motcua.registers.actions import Note, write_entry, write_note
from motcua.registers.models import Entry
from tests import cast

MAU = {"name": "Lù A Mẫu", "birth": "1968", "identity": "000068000002"}
WIFE = {"name": "Sần Thị Dín", "birth": "1970-04-02", "identity": "000170000003"}
WEDDING_DAY = date(2026, 1, 12)


def part(who: str, facts: Mapping[str, str]) -> dict[str, str]:
    return {f"{who}.{what}": said for what, said in facts.items()}


def asked(book: str, content: Mapping[str, str], **means: str) -> Look:
    """A request that would write this; `means` as ``marital__status="never"``."""
    return Look(
        book=book,
        content=content,
        means={name.replace("__", "."): said for name, said in means.items()},
        commune=cast.COC_SAN,
        by=cast.acting(cast.officer()),
        at=cast.AT,
        why="dossier:7",
    )


def written(kind: str, content: Mapping[str, str], on: date | None = None) -> Entry:
    cast.coc_san()
    return write_entry(
        commune=cast.COC_SAN,
        kind=kind,
        content=content,
        source=f"test:{uuid4()}",
        by=cast.acting(cast.officer()),
        at=cast.AT,
        registered_on=on,
    )


def married(
    husband: Mapping[str, str] = MAU, wife: Mapping[str, str] = WIFE, on: date = WEDDING_DAY
) -> Entry:
    """An entry of the two in the book of marriages."""
    rest = {"ethnic": "25", "nationality": "VN", "residence": "Xã Cốc San"}
    content = part("husband", {**husband, **rest}) | part("wife", {**wife, **rest})
    return written("marriage", content, on)


def died(facts: Mapping[str, str] = WIFE, day: str = "2026-02-10") -> Entry:
    """An entry in the book of deaths."""
    rest = {"sex": "female", "ethnic": "25", "nationality": "VN"}
    content = part("deceased", {**facts, **rest})
    return written("death", {**content, "death.date": day, "death.place": "Tại nhà"})


def noted(entry: Entry, kind: str, evidence: str = "Quyết định số 12/2026/QĐST-HNGĐ") -> None:
    """A note in the margin."""
    said = Note(kind, "Ghi chú", {}, "Theo bản án", "H38-1", evidence)
    write_note(entry=entry, note=said, source=f"test:{uuid4()}", by=SYSTEM, at=cast.AT)


def codes(found: Evidence) -> list[str]:
    """What is said, by its code; what contradicts has a mark."""
    return [_code(one) for one in found.everything]


def _code(one: Said) -> str:
    return f"{one.code}!" if one in Evidence("", [], [one]).contradicts else one.code
