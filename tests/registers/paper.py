"""Pages of an invented book of births, as somebody reads them."""

from datetime import date
from typing import Any

from motcua.registers.actions import Origin, PaperEntry, Reader, digitise_entry
from motcua.registers.models import Entry
from tests import cast
from tests.registers.test_entries import BIRTH

OLD = {
    **BIRTH,
    "child.name": "Vàng Văn Cũ",
    "child.birth": "1985-02-03",
    "child.sex": "male",
    "mother.birth": "1961",
}


def page(number: int = 27, **facts: Any) -> PaperEntry:
    """Number 27 of 1985, on page 27 of the first volume, registered on 14 February."""
    given: dict[str, Any] = {
        "kind": "birth",
        "year": 1985,
        "volume": 1,
        "number": number,
        "page": number,
        "registered_on": date(1985, 2, 14),
        "content": {**OLD, **facts.pop("terms", {})},
        "source": f"paper:birth:1985:{number}",
        **facts,
    }
    return PaperEntry(**given)


def origin(**facts: Any) -> Origin:
    """Read by Xét, and once more by Đối an hour later."""
    given: dict[str, Any] = {
        "way": "reading",
        "book": "Sổ đăng ký khai sinh 1985, quyển 1",
        "first": Reader(cast.acting(cast.officer()), cast.AT),
        "second": Reader(cast.acting(cast.second_officer()), cast.AT),
        **facts,
    }
    return Origin(**given)


def copied(entry: PaperEntry, **facts: Any) -> Entry:
    """The entry, written by Đối, who read it second."""
    given = {"commune": cast.COC_SAN, "by": cast.acting(cast.second_officer()), "at": cast.AT}
    return digitise_entry(entry=entry, origin=origin(), **{**given, **facts})
