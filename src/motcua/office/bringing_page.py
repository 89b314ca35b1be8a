"""What stands on the page of a list that comes in."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from motcua.audit.actions import record_reading
from motcua.foundation.actor import Actor
from motcua.foundation.typed_number import typed_number
from motcua.parts.doors import Visit
from motcua.sheets.fields import book_of, fields_of, kinds, title_of
from motcua.sheets.looking import look
from motcua.sheets.models import BroughtList, Stage
from motcua.sheets.problems import sentence
from motcua.sheets.reporting import label_of, problems, said, told

_PAGE = 50
AT_WORK = (Stage.CHECKING, Stage.WRITING, Stage.TYING)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the file: its heading, how it begins, the field that it is.

    `twice` where another column was said to be the same.
    """

    heading: str
    sample: Sequence[str]
    field: str
    twice: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A list where it stands; `of_book` is the code of the book that it is of ("" for the people),
    `more` the address of the next bad rows."""

    row: BroughtList
    title: str
    of_book: str
    at_work: bool
    columns: Sequence[Column] = ()
    choices: Sequence[tuple[str, str]] = ()
    bad: Sequence[tuple[int, str, str]] = ()
    warned: Sequence[tuple[int, str, str]] = ()
    more: str = ""
    fault: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)


def form(by: Actor) -> dict[str, Any]:
    """What a list can be of, and those that were brought last."""
    rows = BroughtList.objects.filter(commune_id=by.commune).order_by("-brought_at")[:20]
    return {"kinds": kinds(), "lists": [(row, title_of(row.kind)) for row in rows]}


def shown(row: BroughtList, request: Visit) -> Shown:
    """The list for the screen. That its first rows or its bad ones were read is traced.

    What was chosen of the columns in a form that was refused stays chosen.
    """
    stage = Stage(row.stage)
    base: dict[str, Any] = {
        "row": row,
        "title": title_of(row.kind),
        "of_book": book_of(row.kind),
        "at_work": stage in AT_WORK,
        "counts": row.written if stage in (Stage.WRITING, Stage.TYING, Stage.DONE) else row.found,
        "fault": sentence(row.fault, _Blank()) if row.fault else "",
    }
    if stage in (Stage.MAPPING, Stage.CHECKED, Stage.FAILED) and row.file:
        base |= _columns(row, request.POST.getlist("column"))
    if stage in (Stage.CHECKED, Stage.DONE):
        base |= _problems(row, typed_number(request.GET.get("after", "")) or 0)
    if stage not in AT_WORK and stage != Stage.DROPPED:
        _read(row, request)
    return Shown(**base)


class _Blank(dict[str, object]):
    """Facts of a refusal whose facts were not kept."""

    def __missing__(self, key: str) -> str:
        return "…"


def _columns(row: BroughtList, refused: Sequence[str]) -> dict[str, Any]:
    found = look(row.file, commune=row.commune_id, kind=row.kind, heading_row=row.heading_row)
    chosen = list(refused) or list(row.columns) or list(found.columns)
    often = Counter(chosen)
    columns = [
        Column(
            heading,
            [cells[place] for cells in found.sample if place < len(cells) and cells[place]],
            said := chosen[place] if place < len(chosen) else "",
            twice=bool(said) and often[said] > 1,
        )
        for place, heading in enumerate(found.headings)
    ]
    choices = [
        (one.name, f"{one.label} *" if one.must else str(one.label)) for one in fields_of(row.kind)
    ]
    return {"columns": columns, "choices": choices}


def _problems(row: BroughtList, after: int) -> dict[str, Any]:
    bad = problems(row, after=after, limit=_PAGE + 1)
    return {
        "bad": [(one.row, label_of(row, one.field), said(one)) for one in bad[:_PAGE]],
        "warned": [(one.row, label_of(row, one.field), said(one)) for one in told(row)],
        "more": f"?after={bad[_PAGE - 1].pk}" if len(bad) > _PAGE else "",
    }


def _read(row: BroughtList, request: Visit) -> None:
    about = [f"list:{row.pk}"]
    chain, by, at = row.commune_id, request.actor, request.at
    record_reading(chain=chain, by=by, at=at, what="list", about=about, why=request.path)
