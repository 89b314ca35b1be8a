"""A thousand rows of a list: read, tried out, written; one way for people, one for books."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.foundation.refusal import Refusal
from motcua.people.actions.importing import import_residents
from motcua.people.actions.tying import Tied, tie_residents, try_ties
from motcua.people.importing import Listed, meant
from motcua.people.tying import Ties
from motcua.places.models import Village
from motcua.procedures.family import family_law
from motcua.registers.actions.digitising import digitise_sound, paper_faults
from motcua.registers.actions.margins import beside_faults, note_sound
from motcua.registers.paper import Origin, Reader
from motcua.sheets.book_beside import Beside, beside
from motcua.sheets.book_rows import Line, reader_of
from motcua.sheets.fields import NOTED, PEOPLE, TIED, book_of
from motcua.sheets.kin_cells import GROUNDS
from motcua.sheets.models import BroughtList
from motcua.sheets.opening.bounds import Cell
from motcua.sheets.people_rows import PeopleReader, bare_village
from motcua.sheets.problems import Problem

Rows = Sequence[tuple[int, dict[str, Cell]]]


@dataclass(frozen=True, slots=True)
class Told:
    """What came of some rows: how many are new, same, changed, and what speaks against others."""

    counts: dict[str, int]
    problems: list[Problem] = field(default_factory=list)


class Takes(Protocol):
    """How the rows of one kind of list are taken."""

    def read(self, rows: Rows) -> tuple[list[Any], list[Problem]]:
        """The rows that can be read, and what there is to say of all."""

    def try_out(self, entries: list[Any]) -> Told:
        """What would come of them; nothing is changed."""

    def write(self, entries: list[Any], by: Actor, at: datetime) -> Told:
        """Take them over, all together."""

    def goes_on(self, cells: Mapping[str, Cell]) -> bool:
        """Whether a row belongs to the one above: the two are taken together."""

    tied: bool
    """Whether the rows say how they hang together: then the whole list is gathered first."""

    def gather(self, entries: list[Any], *, entered: bool) -> None:
        """Keep what the rows say of one another; `entered` where they are taken over already."""

    def tie(self, entries: list[Any], by: Actor, at: datetime) -> Told:
        """Take over how they hang together, after all rows."""


def takes_of(brought: BroughtList, at: datetime) -> Takes:
    """The way of a list."""
    return People(brought, at) if brought.kind == PEOPLE else Entries(brought, at)


class People:
    """Residents."""

    def __init__(self, brought: BroughtList, at: datetime) -> None:
        self._commune, self._brought = brought.commune_id, brought
        self._source = f"import:{brought.pk}"
        villages = Village.objects.filter(commune_id=brought.commune_id, valid_to=None)
        names = {bare_village(one.name): one.code for one in villages}
        basis = f"Danh sách {brought.file_name}"
        self._reader, self._at = PeopleReader(names, day_of(at).isoformat(), basis), at
        self.tied = not TIED.isdisjoint(brought.columns)
        ages = {sex: one.amount for sex, one in family_law().marriage.items()}
        self._ties = Ties(self._commune, ages)

    def read(self, rows: Rows) -> tuple[list[Any], list[Problem]]:
        return _read(rows, self._reader.read)

    def goes_on(self, cells: Mapping[str, Cell]) -> bool:
        return False

    def try_out(self, entries: list[Any]) -> Told:
        found = meant(self._commune, entries, source=self._source)
        told = [one.outcome for one in found]
        counts = {name: told.count(name) for name in ("new", "changed", "same")}
        problems = [_doubt(one.line, one.fault) for one in found if one.fault]
        if not self.tied:
            return Told(counts, problems)
        tied = try_ties(ties=self._ties, lines=entries, source=self._source, at=self._at)
        return Told({**counts, "ties": tied.taken}, [*problems, *untied(tied)])

    def write(self, entries: list[Any], by: Actor, at: datetime) -> Told:
        taken = import_residents(
            commune=self._commune,
            lines=entries,
            source=self._source,
            reason=self._brought.reason,
            by=by,
            at=at,
        )
        lines = {line.number: line for line in entries}
        problems = [_doubt(lines[number], code) for number, code in taken.faults.items()]
        return Told({"new": taken.new, "changed": taken.changed, "same": taken.same}, problems)

    def gather(self, entries: list[Any], *, entered: bool) -> None:
        self._ties.gather(entries, source="" if entered else self._source)

    def tie(self, entries: list[Any], by: Actor, at: datetime) -> Told:
        tied = tie_residents(
            ties=self._ties,
            lines=entries,
            source=self._source,
            reason=self._brought.reason,
            by=by,
            at=at,
        )
        return Told({"ties": tied.taken}, untied(tied))


class Entries:
    """Entries of a book, with the numbers and the notes that they have there."""

    tied = False

    def __init__(self, brought: BroughtList, at: datetime) -> None:
        self._commune, self._brought, self._at = brought.commune_id, brought, at
        self._reader = reader_of(brought.commune_id, book_of(brought.kind))
        self._noted = not NOTED.isdisjoint(brought.columns)

    def read(self, rows: Rows) -> tuple[list[Any], list[Problem]]:
        return _read(rows, self._reader.read)

    def goes_on(self, cells: Mapping[str, Cell]) -> bool:
        return self._noted and self._reader.goes_on(cells)

    def try_out(self, entries: list[Any]) -> Told:
        found = self._beside(entries)
        faults = paper_faults(commune=self._commune, entries=found.entries, at=self._at)
        return self._told(found, faults, beside_faults(found.notes, at=self._at))

    def write(self, entries: list[Any], by: Actor, at: datetime) -> Told:
        found = self._beside(entries)
        origin = Origin("import", self._brought.file_name, Reader(by, at))
        given: dict[str, Any] = {"commune": self._commune, "origin": origin, "by": by, "at": at}
        faults = digitise_sound(entries=found.entries, **given)
        of_notes = note_sound(notes=found.notes, **given) if found.notes else {}
        return self._told(found, faults, of_notes)

    def gather(self, entries: list[Any], *, entered: bool) -> None:
        """No entry says anything of another."""

    def tie(self, entries: list[Any], by: Actor, at: datetime) -> Told:
        return Told({})

    def _beside(self, lines: list[Any]) -> Beside:
        kind, spoilt = self._reader.kind, self._reader.spoilt
        return beside(self._commune, kind, lines, spoilt=spoilt, noted=self._noted)

    def _told(
        self,
        found: Beside,
        faults: Mapping[int, Sequence[Refusal]],
        of_notes: Mapping[int, Sequence[Refusal]],
    ) -> Told:
        """An entry beside which a note comes is changed; the notes are counted by themselves."""
        fresh = [one for place, one in enumerate(found.entries) if place not in faults]
        noted = [more for place, (_at, more) in enumerate(found.notes) if place not in of_notes]
        counts = {"new": len(fresh), "changed": len(noted), "same": found.same}
        if self._noted:
            counts["notes"] = sum(len(one.notes) for one in fresh) + sum(map(len, noted))
        return Told(counts, [*found.problems, *found.said(faults, of_notes)])


_Read = Callable[[int, dict[str, Cell]], tuple[Listed | Line | None, list[Problem]]]


def _read(rows: Rows, one: _Read) -> tuple[list[Any], list[Problem]]:
    found: list[Any] = []
    said: list[Problem] = []
    for number, cells in rows:
        entry, problems = one(number, cells)
        said += problems
        if entry is not None:
            found.append(entry)
    return found, said


def _doubt(line: Listed, code: str) -> Problem:
    name = {"household_elsewhere": "household", "number_of_another": "identity_number"}
    return Problem(line.number, name.get(code, "full_name"), code)


def untied(tied: Tied) -> list[Problem]:
    """What speaks against ties and grounds, with the column of each."""
    found = [
        Problem(one.line.number, one.how, one.fault, one.facts) for one in tied.ties if one.fault
    ]
    for one in (grant for grant in tied.grants if grant.fault):
        facts = {"is": GROUNDS[one.ground.ground]}
        if one.since:
            facts["since"] = f"{one.since:%d/%m/%Y}"
        found.append(Problem(one.line.number, "ground", one.fault, facts))
    return found
