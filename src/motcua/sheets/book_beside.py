"""The entries and notes of a file beside those of the books: new, the same, or otherwise there."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from motcua.foundation.names import tidy
from motcua.foundation.refusal import Refusal
from motcua.foundation.statements import Paired, Place, Statement
from motcua.registers.kinds import BookKind
from motcua.registers.margins import PaperNote
from motcua.registers.models import Entry, EntryNote
from motcua.registers.paper import PaperEntry
from motcua.sheets.book_rows import Line
from motcua.sheets.note_cells import alike, placed, read_back, rival
from motcua.sheets.problems import Problem

Key = tuple[int, int]


@dataclass(slots=True)
class Beside:
    """What came of some rows: `fresh` entries with their rows, notes of entries that are in the
    books (`more`), how many entries stand there just so, and what speaks against others."""

    fresh: list[tuple[int, PaperEntry]] = field(default_factory=list)
    more: list[tuple[int, Entry, list[PaperNote]]] = field(default_factory=list)
    same: int = 0
    problems: list[Problem] = field(default_factory=list)

    @property
    def entries(self) -> list[PaperEntry]:
        """Those that the books do not have."""
        return [entry for _row, entry in self.fresh]

    @property
    def notes(self) -> list[tuple[Entry, Sequence[PaperNote]]]:
        """The notes that come beside entries which are there."""
        return [(entry, notes) for _row, entry, notes in self.more]

    def said(
        self,
        of_entries: Mapping[int, Sequence[Refusal]],
        of_notes: Mapping[int, Sequence[Refusal]],
    ) -> list[Problem]:
        """What the books say of those, by the rows of the file."""
        found = [(self.fresh[place][0], said) for place, said in of_entries.items()]
        found += [(self.more[place][0], said) for place, said in of_notes.items()]
        return [one for row, refusals in found for one in _problems(row, refusals)]


def beside(
    commune: str, kind: BookKind, lines: Sequence[Line], *, spoilt: Mapping[Key, int], noted: bool
) -> Beside:
    """Some rows beside the book. `spoilt` are entries of which a note could not be read, with its
    row; `noted` says whether the file has notes at all."""
    out = Beside()
    groups: dict[Key, list[Line]] = {}
    for line in lines:
        groups.setdefault(line.key, []).append(line)
    known = _known(commune, kind.code, list(groups))
    entries = _noted(groups, known) if noted else {}
    for key, group in groups.items():
        if key in spoilt:
            _spoilt(out, group, spoilt[key])
        elif key in known:
            _there(out, group, known[key], entries.get(known[key].pk), kind)
        else:
            _fresh(out, group)
    return out


class _There(NamedTuple):
    """An entry of the book, as it is laid beside a line."""

    pk: int
    number: int
    volume: int
    page: int
    registered_on: date
    content: Mapping[str, str]


_THERE = Statement(
    lambda: Entry.objects.filter(
        Paired("numbers", "year", "number"),
        commune_id=Place("commune"),
        kind=Place("kind"),
        kept_by="",
    ).values_list("year", *_There._fields)
)


def _known(commune: str, kind: str, keys: Sequence[Key]) -> dict[Key, _There]:
    found = _THERE.all(commune=commune, kind=kind, numbers=json.dumps(keys))
    return {(year, there[1]): _There._make(there) for year, *there in found}


def _noted(groups: Mapping[Key, Sequence[Line]], known: Mapping[Key, _There]) -> dict[int, Entry]:
    """Of the entries that are there those with a note in the book or in the file, with their notes:
    few, also among a thousand."""
    keys = [one.pk for one in known.values()]
    there = set(EntryNote.objects.filter(entry__in=keys).values_list("entry_id", flat=True))
    there |= {one.pk for key, one in known.items() if _notes(groups[key])}
    return Entry.objects.filter(pk__in=there).prefetch_related("notes").in_bulk()


def _spoilt(out: Beside, group: Sequence[Line], row: int) -> None:
    others = (line.row for line in group if line.row != row)
    out.problems += [Problem(one, "note", "note_bad", {"other": row}) for one in others]


def _fresh(out: Beside, group: Sequence[Line]) -> None:
    first = next((line for line in group if line.entry is not None), None)
    if first is None or first.entry is None:
        out.problems += [Problem(line.row, "number", "note_alone") for line in group]
        return
    if any(line.place != first.place for line in group):
        out.problems += _elsewhere(group, first.place)
        return
    notes = _notes(group)
    repeated = _repeated(notes, notes)
    if repeated:
        out.problems += repeated
        _spoilt(out, group, repeated[0].row)
        return
    out.fresh.append((first.row, replace(first.entry, notes=notes)))


def _there(
    out: Beside, group: Sequence[Line], there: _There, entry: Entry | None, kind: BookKind
) -> None:
    place = (there.volume, there.page, there.registered_on)
    own = next((line.entry for line in group if line.entry is not None), None)
    differs = any(line.place != place for line in group)
    if differs or (own is not None and not _same(there, own)):
        out.problems += [Problem(line.row, "number", "differs") for line in group]
        return
    more = list(_more(out, group, entry, kind)) if entry else []
    if entry and more:
        out.more.append((group[0].row, entry, more))
    else:
        out.same += 1


def _more(out: Beside, group: Sequence[Line], entry: Entry, kind: BookKind) -> Iterator[PaperNote]:
    """The notes of the file that the book lacks; one that may be another's other wording is bad."""
    left = [read_back(note, kind) for note in entry.notes_until()]
    fresh = []
    for note in _notes(group):
        known = next((one for one in left if alike(one, note)), None)
        if known is not None:
            left.remove(known)
        else:
            fresh.append(note)
    rivals = (note for note in fresh if any(rival(one, note) for one in left))
    wrong = [Problem(note.place, "note_text", "note_differs") for note in rivals]
    wrong += _repeated(fresh, _notes(group))
    out.problems += wrong
    if left and not wrong:
        facts = {"count": len(left)}
        out.problems.append(Problem(group[0].row, "note", "note_lacking", facts, bad=False))
    yield from () if wrong else fresh


def _notes(group: Sequence[Line]) -> list[PaperNote]:
    return [line.note for line in group if line.note is not None]


def _repeated(fresh: Sequence[PaperNote], notes: Sequence[PaperNote]) -> list[Problem]:
    """Notes that the book lacks and that stand above in the file, word for word."""
    found = []
    for note in fresh:
        first = next((one for one in notes if one.place < note.place and alike(one, note)), None)
        if first is not None:
            found.append(Problem(note.place, "note_text", "twice", {"other": first.place}))
    return found


def _elsewhere(group: Sequence[Line], place: tuple[int, int, date]) -> list[Problem]:
    """Rows of one number that do not stand in one place; with them the entry waits."""
    other = next(line.row for line in group if line.place != place)
    return [
        Problem(line.row, "number", "differs")
        if line.place != place
        else Problem(line.row, "note", "note_bad", {"other": other})
        for line in group
    ]


def _same(there: _There, entry: PaperEntry) -> bool:
    said = {key: tidy(value) for key, value in there.content.items() if value}
    return said == dict(entry.content)


def _problems(row: int, refusals: Sequence[Refusal]) -> Iterator[Problem]:
    for one in refusals:
        where = placed(one.field or "") or (row, one.field or "number")
        facts = {name: str(fact) for name, fact in one.facts.items()}
        yield Problem(*where, one.code, facts)
        if where[0] != row:
            yield Problem(row, "note", "note_bad", {"other": where[0]})
