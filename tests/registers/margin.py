"""Invented notes in the margin of a page, as they are and as somebody types them."""

from typing import Any

from motcua.registers.actions import Change, PaperNote

WORDS = "Cải chính họ tên: Vàng Văn Cũ thành Vàng Văn Mới, theo QĐ 12/QĐ-UBND."
BASIS = "12/QĐ-UBND, UBND huyện Bát Xát"


def renamed(**facts: Any) -> PaperNote:
    """The child of page 27 is called otherwise since March 1998."""
    given: dict[str, Any] = {
        "kind": "correction",
        "text": WORDS,
        "on": "1998-03-12",
        "basis": BASIS,
        "changes": [Change("child.name", "Vàng Văn Mới", "Vàng Văn Cũ")],
        **facts,
    }
    return PaperNote(**given)


def typed_note(number: int = 1, *, second: bool = False, **parts: str) -> dict[str, str]:
    """The same note as its fields; a second reader does not type what it read before."""
    given = {
        "kind": "correction",
        "day": "12/3/98",
        "basis": BASIS,
        "item1": "child.name",
        "from1": "" if second else "Vàng Văn Cũ",
        "to1": "Vàng Văn Mới",
        "text": WORDS,
        **parts,
    }
    return {f"note{number}.{part}": value for part, value in given.items() if value}
