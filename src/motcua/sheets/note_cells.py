"""The notes in a margin as cells: a column for each part of a note, a row for each note.

An entry with several notes has a row for each: the first beside its terms, the others beneath, with
its number and day and no terms. What changed stands in one cell, a line for each term:
``Họ, chữ đệm, tên: Vàng A Cũ → Vàng A Mới``; ``-`` says that no term did.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from motcua.foundation.names import folded, tidy
from motcua.foundation.partial_date import PartialDate
from motcua.registers.kinds import OUTDATING, BookKind
from motcua.registers.margin_words import official_words
from motcua.registers.margins import Change, PaperNote
from motcua.registers.models import EntryNote
from motcua.registers.shapes import BLANK, UNREADABLE, official, typed
from motcua.sheets.cells import CellError, date_of, raw_of, text_of
from motcua.sheets.fields import headings_of
from motcua.sheets.opening.bounds import MOST_LETTERS, Cell
from motcua.sheets.problems import Problem
from motcua.sheets.writing import guarded

# The columns, and of a fault of the books the part that stands in each.
COLUMNS = ("note", "note_day", "note_basis", "note_changes", "note_text")
_PARTS = {"kind": "note", "day": "note_day", "basis": "note_basis", "text": "note_text"}
_ARROW, _ARROWS = "→", ("→", "->", "=>")
_NOTHING = "-"
_MARKS = {"?": UNREADABLE, "-": BLANK, "": BLANK}


def cells_of(note: EntryNote, kind: BookKind) -> list[str]:
    """A note of the books as its cells; its words just as they were written."""
    day = PartialDate.stored(note.dated).shown if note.dated else ""
    changes = "\n".join(_lines(note, kind))
    if not changes and note.kind in OUTDATING:
        changes = _NOTHING
    return [official_words().get(note.kind, ""), day, note.basis, changes, note.text]


def read_back(note: EntryNote, kind: BookKind) -> PaperNote:
    """A note of the books as its own cells would be read."""
    cells: dict[str, Cell] = {
        name: guarded(said)[:MOST_LETTERS] or None
        for name, said in zip(COLUMNS, cells_of(note, kind), strict=True)
    }
    return note_of(0, cells, kind, []) or PaperNote("", "")


def alike(one: PaperNote, other: PaperNote) -> bool:
    """Whether two notes say the same, word for word."""
    return _told(one) == _told(other)


def rival(one: PaperNote, other: PaperNote) -> bool:
    """Whether two that are not alike may be one note, written otherwise: of one kind and day."""
    return one.kind == other.kind and one.on == other.on


def has_note(cells: Mapping[str, Cell]) -> bool:
    """Whether a row says anything of a note."""
    return any(cells.get(name) not in (None, "") for name in COLUMNS)


def note_of(
    row: int, cells: Mapping[str, Cell], kind: BookKind, said: list[Problem]
) -> PaperNote | None:
    """The note of a row, None where it has none; what cannot be read is added to `said`."""
    if not has_note(cells):
        return None
    reader = _Reader(row, cells, kind, said)
    on, day_lacks = reader.day()
    basis = reader.text("note_basis")
    lacking = {"on": day_lacks} if day_lacks else {}
    if basis in _MARKS:
        basis, lacking["basis"] = "", _MARKS[basis]
    changes = reader.text("note_changes")
    return PaperNote(
        kind=reader.kind_of(),
        text=reader.words(),
        on=on,
        basis=basis,
        changes=() if changes == _NOTHING else reader.changes(),
        nothing=changes == _NOTHING,
        lacking=lacking,
        place=row,
    )


def placed(field: str) -> tuple[int, str] | None:
    """The row and the column of a fault of the books; None where it is of no note."""
    start, dot, part = field.partition(".")
    if not dot or not start.startswith("note") or not start[4:].isdecimal():
        return None
    return int(start[4:]), _PARTS.get(part, "note_changes")


class _Reader:
    """The cells of one note."""

    def __init__(
        self, row: int, cells: Mapping[str, Cell], kind: BookKind, said: list[Problem]
    ) -> None:
        self._row, self._cells, self._kind, self._said = row, cells, kind, said

    def text(self, name: str) -> str:
        try:
            return text_of(self._cells.get(name))
        except CellError as fault:
            return self._wrong(name, "formula", str(fault))

    def words(self) -> str:
        """Just as they stand there, but for how lines end."""
        try:
            text = raw_of(self._cells.get("note_text"))
        except CellError as fault:
            return self._wrong("note_text", "formula", str(fault))
        if len(text) >= MOST_LETTERS and self._row:
            self._said.append(Problem(self._row, "note_text", "too_long", {"most": MOST_LETTERS}))
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def kind_of(self) -> str:
        said = self.text("note")
        found = _kinds().get(folded(said), "")
        return found if found or not said else self._wrong("note", "no_note_kind", said)

    def day(self) -> tuple[str, str]:
        """The day in the stored form, and why there is none."""
        said = self.text("note_day")
        if said in _MARKS:
            return "", _MARKS[said]
        try:
            return str(date_of(self._cells.get("note_day"))), ""
        except ValueError:
            return self._wrong("note_day", "no_note_day", said), BLANK

    def changes(self) -> list[Change]:
        try:
            lines = raw_of(self._cells.get("note_changes")).splitlines()
        except CellError:
            return []
        return [one for line in lines if line.strip() for one in self._change(tidy(line))]

    def _change(self, line: str) -> Iterator[Change]:
        key, said = _term(line, headings_of(self._kind.code))
        before, arrow, after = next(
            (said.partition(one) for one in _ARROWS if one in said), (said, "", "")
        )
        if not key or not arrow or not after.strip():
            self._wrong("note_changes", "no_note_changes", line)
            return
        kind = self._kind.terms[key].kind
        values = (tidy(one) for one in (after, before))
        new, old = ("" if one == _NOTHING else typed(kind, one) for one in values)
        yield Change(key, new, old)

    def _wrong(self, name: str, code: str, said: str) -> str:
        self._said.append(Problem(self._row, name, code, {"is": said[:80]}))
        return ""


def _told(note: PaperNote) -> tuple[object, ...]:
    text = unicodedata.normalize("NFC", note.text[:MOST_LETTERS])
    return note.kind, note.on, tidy(note.basis), note.changed, text


def _lines(note: EntryNote, kind: BookKind) -> Iterator[str]:
    words = headings_of(kind.code)
    for key, value in note.changes.items():
        before = official(kind.terms[key].kind, note.before.get(key, ""))
        after = official(kind.terms[key].kind, value) or _NOTHING
        yield f"{words[key]}: {before} {_ARROW} {after}"


def _term(line: str, words: Mapping[str, str]) -> tuple[str, str]:
    """The term with which a line begins, "" for none, and what stands behind its colon."""
    flat = line.casefold()
    found = [
        (len(said), key)
        for key, told in words.items()
        for said in (f"{told}:", f"{key}:")
        if flat.startswith(said.casefold())
    ]
    length, key = max(found, default=(0, ""))
    return key, line[length:]


@cache
def _kinds() -> Mapping[str, str]:
    words = official_words()
    return {
        **{folded(said): kind for kind, said in words.items()},
        **{kind: kind for kind in words},
    }
