"""An invented volume of births of 1985 with a few pages, and what people type from them."""

from typing import Any

from motcua.registers import actions
from motcua.registers.models import PaperVolume, Reading
from tests import cast

# What stands on page 27, in as few keys as it takes.
TYPED = {
    "number": "27",
    "page": "27",
    "registered_on": "14/2",
    "child.name": "Vàng Văn Cũ",
    "child.birth": "030285",
    "child.sex": "male",
    "child.ethnic": "25",
    "child.nationality": "VN",
    "child.birth_place": "Trạm xá xã Cốc San",
    "mother.name": "Vàng Thị Già",
    "mother.birth": "61",
    "signer.name": "Sần A Ký",
}
SECOND = {
    "number": "27",
    "registered_on": "14/02/1985",
    "child.name": "VÀNG VĂN CŨ",
    "child.birth": "3/2/1985",
    "mother.name": "Vàng  Thị Già",
    "mother.birth": "1961",
}


def first_reader() -> Any:
    return cast.acting(cast.officer())


def second_reader() -> Any:
    return cast.acting(cast.second_officer())


def volume(pages: int = 3, **facts: Any) -> PaperVolume:
    """Volume 1 of the births of 1985, with pictures of its first pages."""
    given = {"kind": "birth", "year": 1985, "volume": 1, "by": first_reader(), "at": cast.AT}
    row = actions.open_volume(commune=cast.COC_SAN, **{**given, **facts})
    for number in range(pages):
        content = b"\xff\xd8page %d of %d" % (number, row.pk)
        actions.add_scan(volume=row, content=content, by=first_reader(), at=cast.AT)
    row.refresh_from_db()
    return row


def begun(row: PaperVolume) -> Reading:
    return actions.begin_next(volume=row, by=first_reader(), at=cast.AT)


def read(row: PaperVolume, **typed: str) -> Reading:
    """The next page, read first by Xét."""
    given = {"typed": {**TYPED, **typed}, "view": {"zoom": 2}, "by": first_reader(), "at": cast.AT}
    return actions.finish_first(reading=begun(row), **given)


def read_second(row: PaperVolume, **typed: str) -> Reading:
    """The next one that waits, read second by Đối."""
    by = second_reader()
    reading = actions.begin_second(volume=row, by=by, at=cast.AT)
    given = {"typed": {**SECOND, **typed}, "by": by, "at": cast.AT}
    return actions.finish_second(reading=reading, **given)


def figures(row: PaperVolume) -> dict[str, int]:
    """What the volume counts, without what is nought."""
    row.refresh_from_db()
    names = ("scans", "waiting", "begun", "to_second", "to_decide", "aside", "written")
    return {name: getattr(row, name) for name in names if getattr(row, name)}
