"""An entry as one line of the template: every cell as text, in the order of the columns."""

from collections.abc import Mapping
from datetime import timedelta

from motcua.foundation.partial_date import PartialDate
from motcua.procedures.lists import ethnic_names, nationality_names
from motcua.registers.models import Entry
from motcua.results.words import date_in_words
from motcua.sheets.ministry158.layouts import Column, Late, Layout

ON_TIME, AGAIN, LATE, UNKNOWN = "1", "2", "4", "6"
_SEXES = {"male": "1", "female": "2", "undetermined": "3"}
_CARD, _OLD_CARD, _OTHER = "4", "1", "8"


def line_of(entry: Entry, layout: Layout) -> list[str]:
    """The cells of an entry; "" where the book does not know it.

    The facts are those that were written; what changed since stands in the note, as in the book.
    """
    facts = {**entry.content, **_facts(entry, layout)}
    return [_cell(column, facts) for column in layout.columns]


def lacking(line: list[str], layout: Layout) -> list[str]:
    """The names of the columns that must be filled and are not."""
    told = zip(layout.columns, line, strict=True)
    return [column.name for column, cell in told if column.must and not cell]


def _facts(entry: Entry, layout: Layout) -> dict[str, str]:
    notes = sorted(entry.notes.all(), key=lambda note: note.number)
    content: Mapping[str, str] = entry.content
    return {
        "number": f"{entry.number:02}/{entry.year}",
        "volume": f"{entry.volume:02}/{entry.year}",
        "page": str(entry.page),
        "registered": entry.registered_on.isoformat(),
        "kind": kind_of(entry, layout.late),
        "parents": "1" if content.get("mother.name") and content.get("father.name") else "",
        "notes": "; ".join(note.text for note in notes),
        "writer": entry.written_by_name,
    }


def kind_of(entry: Entry, late: Late | None) -> str:
    """How it was registered: on time, late, again, or not known because the day is not."""
    if entry.content.get("again"):
        return AGAIN
    if late is None:
        return ON_TIME
    written = entry.content.get(late.event, "")
    day = PartialDate.stored(written).whole if written else None
    if day is None:
        return UNKNOWN
    return LATE if entry.registered_on > day + timedelta(days=late.days) else ON_TIME


def _cell(column: Column, facts: Mapping[str, str]) -> str:
    value = facts.get(column.source, "") if column.source else ""
    if not value:
        return ""
    if column.way in ("date", "words"):
        return _date(value, column.way)
    if column.way == "sex":
        return _SEXES.get(value, "")
    if column.way == "paper":
        return paper_of(value)
    if column.way == "ethnic":
        return ethnic_names().get(value, "")
    return nationality_names("vi").get(value, "") if column.way == "nation" else value


def _date(stored: str, way: str) -> str:
    day = PartialDate.stored(stored)
    if way == "date":
        return day.shown.replace("/", ".")
    words = date_in_words(day)
    return words[0].upper() + words[1:]


def paper_of(number: str) -> str:
    """The code of the paper that bears a number: twelve digits, nine, or another."""
    if not number.isdecimal():
        return _OTHER
    return {12: _CARD, 9: _OLD_CARD}.get(len(number), _OTHER)
