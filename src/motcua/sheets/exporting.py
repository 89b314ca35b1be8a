"""The people and the books as lists that come back unchanged."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from io import TextIOWrapper
from pathlib import Path

from django.db.models import Prefetch, QuerySet

from motcua.audit.actions import record
from motcua.foundation.actor import Actor
from motcua.foundation.names import tidy
from motcua.foundation.partial_date import PartialDate
from motcua.foundation.refusal import Refusal, refuse_all
from motcua.people.models import Exemption, Resident
from motcua.procedures.lists import ethnic_names, nationality_names
from motcua.registers.kinds import book
from motcua.registers.models import Entry
from motcua.registers.shapes import official
from motcua.sheets.access import must_take
from motcua.sheets.errors import KindMissing, ListTooLong, NothingThere, ReasonMissing
from motcua.sheets.fields import PEOPLE, book_of, fields_of, is_kind
from motcua.sheets.kin_cells import GROUNDS, KIN
from motcua.sheets.note_cells import COLUMNS, cells_of
from motcua.sheets.writing import write_text, write_workbook

# More rows are a file that a spreadsheet opens slowly, and a minute of waiting.
MOST_IN_WORKBOOK = 100_000
_CHUNK = 2_000
_SEXES = {"male": "Nam", "female": "Nữ", "undetermined": "Không xác định"}
_HEAD = "Chủ hộ"
_NO_NOTE = [""] * len(COLUMNS)

Rows = Iterator[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is taken along: the kind of list, years of a book ("all" for 0), .xlsx or .csv, why."""

    kind: str
    first_year: int
    last_year: int
    workbook: bool
    reason: str

    def lacking(self) -> Iterator[Refusal]:
        """What has to be said before anything is taken along."""
        if not is_kind(self.kind):
            yield KindMissing(field="kind")
        if not tidy(self.reason):
            yield ReasonMissing(field="reason")


def export_list(path: Path, *, wanted: Wanted, commune: str, by: Actor, at: datetime) -> int:
    """Write the list to a file; how many rows. One line in the journal, with the reason.

    Refuses NotYourLists, KindMissing, ReasonMissing, NothingThere and ListTooLong.
    """
    must_take(by, commune)
    refuse_all(wanted.lacking())
    rows = _residents(commune) if wanted.kind == PEOPLE else _entries(wanted, commune)
    count = rows.count()
    if not count:
        raise NothingThere
    if wanted.workbook and count > MOST_IN_WORKBOOK:
        raise ListTooLong(field="format", most=f"{MOST_IN_WORKBOOK:,}".replace(",", "."))
    facts = {"kind": wanted.kind, "rows": count, "workbook": wanted.workbook}
    if book_of(wanted.kind):
        facts |= {"first": wanted.first_year, "last": wanted.last_year}
    why = tidy(wanted.reason)
    record(chain=commune, by=by, at=at, verb="export_list", about="lists", why=why, facts=facts)
    return _written(path, wanted, commune)


def _written(path: Path, wanted: Wanted, commune: str) -> int:
    headings = [field.official for field in fields_of(wanted.kind)]
    rows = _people(commune) if wanted.kind == PEOPLE else _book(wanted, commune)
    if wanted.workbook:
        return write_workbook(path, headings, rows)
    # The mark at the beginning tells a spreadsheet that this is UTF-8.
    with path.open("wb") as raw, TextIOWrapper(raw, "utf-8-sig", newline="") as file:
        return write_text(file, headings, rows)


def _residents(commune: str) -> QuerySet[Resident]:
    return Resident.objects.filter(commune_id=commune, died="", left_on=None)


def _entries(wanted: Wanted, commune: str) -> QuerySet[Entry]:
    rows = Entry.objects.filter(commune_id=commune, kind=book_of(wanted.kind), kept_by="")
    if wanted.first_year:
        rows = rows.filter(year__gte=wanted.first_year)
    return rows.filter(year__lte=wanted.last_year) if wanted.last_year else rows


def _people(commune: str) -> Rows:
    told = (
        _residents(commune)
        .select_related("village", "household", *KIN)
        .prefetch_related(Prefetch("exemptions", Exemption.objects.order_by("valid_from", "pk")))
        .order_by("household__number", "birth", "pk")
    )
    for row in told.iterator(chunk_size=_CHUNK):
        yield [_PEOPLE[field.name](row) for field in fields_of(PEOPLE)]


def _of_kin(row: Resident, *, how: str, shown: Callable[[Resident], str]) -> str:
    """Who was registered in another commune would be nobody in the list."""
    one: Resident | None = getattr(row, how)
    return shown(one) if one and one.commune_id == row.commune_id else ""


def _each(parts: Iterable[str]) -> str:
    """One for each ground, in the same order; nothing where all are empty."""
    found = list(parts)
    return "; ".join(found) if any(found) else ""


def _last_day(until: date | None) -> str:
    return f"{until - timedelta(days=1):%d/%m/%Y}" if until else ""


_PEOPLE: Mapping[str, Callable[[Resident], str]] = {
    "village": lambda row: row.village.name,
    "household": lambda row: str(row.household.number) if row.household else "",
    "relation": lambda row: _HEAD if row.head else row.relation,
    "full_name": lambda row: row.full_name,
    "sex": lambda row: _SEXES[row.sex],
    "birth": lambda row: PartialDate.stored(row.birth).shown,
    "ethnic": lambda row: ethnic_names()[row.ethnic],
    "identity_number": lambda row: row.identity_number,
    "phone": lambda row: row.phone,
    "birth_place": lambda row: row.birth_place,
    "home_place": lambda row: row.home_place,
    "nationality": lambda row: nationality_names("vi").get(row.nationality, row.nationality),
    **{
        f"{how}{end}": partial(_of_kin, how=how, shown=shown)
        for how in KIN
        for end, shown in (
            ("", lambda one: one.full_name),
            ("_birth", lambda one: PartialDate.stored(one.birth).shown),
            ("_number", lambda one: one.identity_number),
        )
    },
    "ground": lambda row: _each(GROUNDS[one.ground] for one in row.exemptions.all()),
    "ground_from": lambda row: _each(f"{one.valid_from:%d/%m/%Y}" for one in row.exemptions.all()),
    "ground_to": lambda row: _each(_last_day(one.valid_to) for one in row.exemptions.all()),
    "ground_basis": lambda row: _each(one.basis.replace(";", ",") for one in row.exemptions.all()),
}


def _book(wanted: Wanted, commune: str) -> Rows:
    """A row for each entry with its first note, and beneath it one for each of its others."""
    kind = book(book_of(wanted.kind))
    rows = _entries(wanted, commune).order_by("year", "number").prefetch_related("notes")
    for row in rows.iterator(chunk_size=_CHUNK):
        place = [str(row.number), str(row.volume), str(row.page), f"{row.registered_on:%d/%m/%Y}"]
        terms = [official(term.kind, row.content.get(key, "")) for key, term in kind.terms.items()]
        first, *others = [cells_of(note, kind) for note in row.notes_until()] or [_NO_NOTE]
        yield [*place, *terms, *first]
        for cells in others:
            yield [*place, *("" for _term in terms), *cells]
