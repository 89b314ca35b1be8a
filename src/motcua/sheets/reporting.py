"""The rows that were not taken, as a file: each as it was brought, with what there is to say."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from motcua.audit.actions import record_reading
from motcua.foundation.actor import Actor
from motcua.sheets.access import must_take
from motcua.sheets.errors import NothingThere
from motcua.sheets.fields import fields_of
from motcua.sheets.looking import look, rows_of, shown
from motcua.sheets.models import BroughtList, RowProblem
from motcua.sheets.problems import sentence
from motcua.sheets.writing import write_workbook


def problems(brought: BroughtList, *, after: int = 0, limit: int = 50) -> list[RowProblem]:
    """What there is to say of the rows, in their order; bad ones first. Keyset by `after`."""
    rows = brought.problems.filter(bad=True, pk__gt=after).order_by("pk")
    return list(rows[:limit])


def told(brought: BroughtList, *, limit: int = 50) -> list[RowProblem]:
    """What was only told, of rows that are taken all the same."""
    return list(brought.problems.filter(bad=False).order_by("pk")[:limit])


def label_of(brought: BroughtList, name: str) -> str:
    """The column that a problem is about, in the language of who reads."""
    labels = {field.name: str(field.label) for field in fields_of(brought.kind)}
    return labels.get(name, name)


def said(one: RowProblem) -> str:
    """What there is to say, in the language of who reads."""
    return sentence(one.code, one.facts)


def write_report(
    path: Path, *, brought: BroughtList, headings: tuple[str, str], by: Actor, at: datetime
) -> int:
    """All rows of which there is anything to say, with their number and the reasons. Traced.

    `headings` are those of the number and of the reasons. Refuses NotYourLists and NothingThere.
    """
    must_take(by, brought.commune_id)
    reasons: dict[int, list[str]] = {}
    for one in brought.problems.order_by("pk").iterator():
        reasons.setdefault(one.row, []).append(f"{label_of(brought, one.field)}: {said(one)}")
    if not reasons or not brought.file:
        raise NothingThere
    found = look(
        brought.file,
        commune=brought.commune_id,
        kind=brought.kind,
        heading_row=brought.heading_row,
    )
    about = [f"list:{brought.pk}"]
    chain = brought.commune_id
    record_reading(chain=chain, by=by, at=at, what="list", about=about, why="problems")
    return write_workbook(path, [*headings, *found.headings], _rows(brought, reasons))


def _rows(brought: BroughtList, reasons: dict[int, list[str]]) -> Iterator[Sequence[str]]:
    for number, _cells, row in rows_of(brought):
        if number in reasons:
            yield [str(number), " ".join(reasons[number]), *(shown(cell) for cell in row)]
