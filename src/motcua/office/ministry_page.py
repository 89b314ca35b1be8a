"""What stands on the page of hộ tịch 158."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.http import urlencode

from motcua.audit.actions import record_reading
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.foundation.typed_number import typed_number
from motcua.office.days import day_given
from motcua.registers.kinds import book, books
from motcua.registers.models import Entry
from motcua.sheets.ministry158.choosing import choose, exports
from motcua.sheets.ministry158.layouts import layouts
from motcua.sheets.models import MinistryExport

_PAGE = 50


class Barred(NamedTuple):
    """An entry that cannot go: its number, its address, the columns without anything."""

    number: str
    address: str
    columns: str


class Chosen(NamedTuple):
    """What the days hold; `more` is the address of the next entries that cannot go."""

    fresh: int
    sent: int
    barred: int
    cancelled: int
    twice: int
    rows: Sequence[Barred]
    more: str
    sure: bool


def opened(asked: Mapping[str, Any], *, by: Actor, at: datetime) -> dict[str, Any]:
    """The form as it was asked, and what went out before."""
    today = day_of(at)
    known = layouts()
    made = exports(by=by, commune=by.commune or "")
    return {
        "kinds": [(kind, book(kind).title) for kind in books() if kind in known],
        "without": [one.title for code, one in books().items() if one.bound and code not in known],
        "kind": asked.get("kind", "birth"),
        "since": asked.get("since", f"01/01/{today.year}"),
        "until": asked.get("until", f"{today:%d/%m/%Y}"),
        "again": asked.get("again", ""),
        "made": asked.get("made", ""),
        "exports": [(one, book(one.kind).title) for one in made],
    }


def chosen(asked: Mapping[str, Any], *, by: Actor, at: datetime) -> Chosen | None:
    """What a book holds in the days that were asked for; None while nothing was asked."""
    if "kind" not in asked:
        return None
    days = [day_given(asked.get(name, ""), field=name) for name in ("since", "until")]
    return _looked(asked, days, by, at)


def _looked(asked: Mapping[str, Any], days: list[date], by: Actor, at: datetime) -> Chosen:
    since, until = days
    commune, kind = by.commune or "", asked["kind"]
    found = choose(by=by, commune=commune, kind=kind, since=since, until=until)
    skipped = typed_number(asked.get("after", "")) or 0
    some = found.barred[skipped : skipped + _PAGE]
    left = len(found.barred) > skipped + _PAGE
    words = {name: str(asked.get(name, "")) for name in ("kind", "since", "until")}
    about = [f"entry:{one.entry.pk}" for one in some] or [f"book:{kind}"]
    record_reading(chain=commune, by=by, at=at, what="entry", about=about, why=urlencode(words))
    return Chosen(
        fresh=len(found.fresh),
        sent=len(found.sent),
        barred=len(found.barred),
        cancelled=found.cancelled,
        twice=found.twice,
        rows=[
            Barred(one.entry.reference, _address(one.entry), ", ".join(one.columns)) for one in some
        ],
        more=f"?{urlencode({**words, 'after': str(skipped + _PAGE)})}" if left else "",
        sure=found.layout.mark == "verified",
    )


def _address(entry: Entry) -> str:
    return reverse("counter:entry", args=[entry.pk])


def file_name(made: MinistryExport) -> str:
    """``158-birth-2026-01-01-2026-11-26.xlsx``."""
    return f"158-{made.kind}-{made.since}-{made.until}.xlsx"
