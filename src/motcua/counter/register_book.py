"""The register of dossiers (form 06 of circular 01/2018) for a period."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from motcua.audit.actions import record_reading
from motcua.counter.errors import DayUnreadable
from motcua.dossiers import queries
from motcua.dossiers.models import Dossier
from motcua.foundation.actor import Actor
from motcua.foundation.clock import HANOI
from motcua.foundation.partial_date import PartialDate
from motcua.foundation.telephone import written as telephone
from motcua.procedures.answers import meant
from motcua.procedures.queries import by_version
from motcua.results.actions import ask_for_document
from motcua.results.models import Document
from motcua.results.sheets import agency

# Printed on a Vietnamese form, in whatever language the desk reads.
_WAYS = {"counter": "Trực tiếp", "electronic": "Bản điện tử", "post": "Bưu chính"}


def typed_day(text: str, name: str) -> date:
    """A whole day as people write it; DayUnreadable otherwise."""
    try:
        day = PartialDate.typed(text).whole
    except ValueError:
        day = None
    if day is None:
        raise DayUnreadable(name)
    return day


def ask_for_register(*, since: date, until: date, key: UUID, by: Actor, at: datetime) -> Document:
    """Ask the press for the register of the dossiers handed in on these days, both counted."""
    first = datetime.combine(since, time.min, HANOI)
    after = datetime.combine(until, time.min, HANOI) + timedelta(days=1)
    rows = queries.handed_in(by=by, since=first, until=after)
    about = [f"dossier:{row.pk}" for row in rows]
    record_reading(chain=by.commune or "", by=by, at=at, what="register", about=about, why="06")
    return ask_for_document(
        commune=by.commune or "",
        kind=Document.Kind.BOOK,
        template="register_of_dossiers",
        data={
            "period.from": since.isoformat(),
            "period.until": until.isoformat(),
            "entries": _entries(rows),
            "printed": at.isoformat(),
            "officer.name": by.name,
        },
        about=f"register:{by.commune}",
        key=f"register:{by.commune}:{key}",
        by=by,
        at=at,
    )


def _entries(rows: Sequence[Dossier]) -> list[dict[str, Any]]:
    return [_entry(row) for row in rows]


def _entry(row: Dossier) -> dict[str, Any]:
    procedure = by_version(row.procedure_id)
    told = {
        "number": row.number,
        "procedure": procedure.title("vi"),
        "count": 1,
        "name": row.subject_name or row.filer_name,
        "address": meant(procedure, row.answers).get("filer.address", ""),
        "phone": telephone(row.filer_phone),
        "unit": agency(row.commune),
        "received": row.submitted_at,
        "due": row.due_at,
        "finished": row.finished_at,
        "returned": row.handed_over_at,
        "way": _WAYS.get(row.delivery, ""),
    }
    shown = {k: v.isoformat() if isinstance(v, datetime) else v for k, v in told.items()}
    return {name: value for name, value in shown.items() if value not in ("", None)}
