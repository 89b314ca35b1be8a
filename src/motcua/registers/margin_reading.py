"""The notes in a margin as two people type them, field by field. Plain Python.

The fields of the first note are ``note1.kind``, ``.day``, ``.basis`` and ``.text``, and of its
first change ``note1.item1`` (a term of the book, or ``-`` for none of them), ``.from1`` and
``.to1``. `COUNT` says how many notes the page shows; a note of which nothing was typed is none.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from motcua.foundation.refusal import Refusal
from motcua.foundation.typed_number import typed_number
from motcua.registers.errors_of_margins import (
    NoteBasisMissing,
    NoteDayUnreadable,
    NoteItemMissing,
    NoteToMissing,
)
from motcua.registers.kinds import book
from motcua.registers.margins import Change, PaperNote
from motcua.registers.old_dates import later_date, old_date
from motcua.registers.shapes import BLANK, UNREADABLE
from motcua.registers.shapes import typed as stored

COUNT: Final = "notes"
NOTHING: Final = "-"
# More than any margin holds, and few enough for a page.
MOST_NOTES, MOST_ITEMS = 20, 9
_MARKS = {"?": UNREADABLE, "-": BLANK}
_FIELD = re.compile(r"^note(\d{1,2})\.(?:(kind|day|basis|text)|(item|from|to)(\d))$", re.ASCII)
# In this order they stand on the page, the changes between the decision and the words.
_ORDER = {"kind": 0, "day": 1, "basis": 2, "item": 3, "from": 4, "to": 5, "text": 6}


def split(key: str) -> tuple[int, str, int] | None:
    """``note2.to1`` → (2, "to", 1); of a part that a note has once the last is 0. None for what is
    no part of a note."""
    found = _FIELD.match(key)
    if not found:
        return None
    note, part, item = int(found[1]), found[2] or found[3], int(found[4] or 0)
    sound = 1 <= note <= MOST_NOTES and item != 0 if found[3] else 1 <= note <= MOST_NOTES
    return (note, part, item) if sound else None


def note_fields(typed: Mapping[str, str]) -> list[str]:
    """The parts of notes among the fields, in the order of the page."""
    return sorted((key for key in typed if split(key)), key=_turn)


def how_many(typed: Mapping[str, str]) -> int:
    """How many notes the page shows: those that are typed, and those that were added blank."""
    filled = (split(key) for key in note_fields(typed) if typed[key].strip())
    added = min(typed_number(typed.get(COUNT)) or 0, MOST_NOTES)
    return max([added, *(one[0] for one in filled if one)])


def how_many_items(typed: Mapping[str, str], note: int) -> int:
    """How many changes of a note are typed."""
    found = [split(key) for key in note_fields(typed) if typed[key].strip()]
    return max((one[2] for one in found if one and one[0] == note), default=0)


def fields_of(note: int, items: int) -> list[str]:
    """The fields of a note with so many changes."""
    changes = [f"{part}{item}" for item in range(1, items + 1) for part in ("item", "from", "to")]
    return [f"note{note}.{part}" for part in ("kind", "day", "basis", *changes, "text")]


def without(typed: Mapping[str, str], note: int) -> dict[str, str]:
    """What was typed without one note; those behind it move up."""
    out = {}
    for key, value in typed.items():
        found = split(key)
        if found is None or found[0] < note:
            out[key] = value
        elif found[0] > note:
            out[key.replace(f"note{found[0]}", f"note{found[0] - 1}", 1)] = value
    return {**out, COUNT: str(max(how_many(typed) - 1, 0))}


def compared_notes(*readings: Mapping[str, str]) -> list[str]:
    """The parts in which two readings are laid side by side: all but what a note says of before,
    which the entry itself tells."""
    keys = {key for typed in readings for key in note_fields(typed)}
    return sorted((key for key in keys if _part(key) != "from"), key=_turn)


def decided(typed: Mapping[str, str]) -> dict[str, str]:
    """What stands there after a decision, without blanks: where no change is left, what the note
    is said to have read before goes with it."""
    told = {key: value for key, value in typed.items() if value}
    for key in list(told):
        if _part(key) == "from":
            item, after = (key.replace(".from", f".{part}") for part in ("item", "to"))
            if item not in told and after not in told:
                del told[key]
    return told


def note_shown(year: int, key: str, value: str) -> str:
    """A part as it will be written: a day in full."""
    return later_date(value, year=year).shown if _part(key) == "day" else value


def notes_meant(
    kind: str, year: int, typed: Mapping[str, str]
) -> tuple[list[PaperNote], list[Refusal]]:
    """The notes of an entry in a book of that year, and what could not be understood."""
    problems: list[Refusal] = []
    told = {key: typed[key] for key in note_fields(typed) if typed[key]}
    places = sorted({found[0] for found in map(split, told) if found})
    return [_note(kind, year, place, told, problems) for place in places], problems


def _note(
    kind: str, year: int, place: int, told: Mapping[str, str], problems: list[Refusal]
) -> PaperNote:
    start = f"note{place}."
    lacking = {}
    day, basis = told.get(f"{start}day", ""), told.get(f"{start}basis", "")
    for name, said in (("on", day), ("basis", basis)):
        if said in _MARKS:
            lacking[name] = _MARKS[said]
    if not basis:
        problems.append(NoteBasisMissing(field=f"{start}basis"))
    items = range(1, how_many_items(told, place) + 1)
    changes = [one for item in items for one in _change(kind, year, start, item, told, problems)]
    return PaperNote(
        kind=told.get(f"{start}kind", ""),
        text=told.get(f"{start}text", ""),
        on=_day(day, year, f"{start}day", problems) if day and "on" not in lacking else "",
        basis="" if "basis" in lacking else basis,
        changes=changes,
        nothing=any(told.get(f"{start}item{item}") == NOTHING for item in items),
        lacking=lacking,
        place=place,
    )


def _day(text: str, year: int, key: str, problems: list[Refusal]) -> str:
    try:
        return str(later_date(text, year=year))
    except ValueError:
        problems.append(NoteDayUnreadable(**{"field": key, "is": text}))
        return ""


def _change(
    kind: str, year: int, start: str, item: int, told: Mapping[str, str], problems: list[Refusal]
) -> Iterator[Change]:
    key, before, after = (told.get(f"{start}{part}{item}", "") for part in ("item", "from", "to"))
    if key == NOTHING or not (key or before or after):
        return
    if not key:
        problems.append(NoteItemMissing(field=f"{start}item{item}"))
    elif after in ("", "?"):
        problems.append(NoteToMissing(field=f"{start}to{item}"))
    yield Change(key, _value(kind, key, year, after), _value(kind, key, year, before))


def _value(kind: str, key: str, year: int, text: str) -> str:
    """A term as the book keeps it; "" for a mark."""
    term = book(kind).terms.get(key)
    if text in _MARKS or term is None:
        return ""
    if term.kind != "date":
        return stored(term.kind, text)
    try:
        return str(old_date(text, year=year))
    except ValueError:
        return text


def _part(key: str) -> str:
    found = split(key)
    return found[1] if found else ""


def _turn(key: str) -> tuple[int, ...]:
    note, part, item = split(key) or (0, "text", 0)
    # The words of a note come behind all of its changes.
    return note, int(part == "text"), int(item > 0), item, _ORDER[part]
