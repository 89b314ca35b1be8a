"""Whoever is in the register already gets a history that begins today, and says what is known."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from motcua.foundation.clock import day_of, now
from motcua.foundation.partial_date import PartialDate

_BATCH = 2000
_PERSONAL = (
    "full_name",
    "sex",
    "birth",
    "birth_place",
    "home_place",
    "ethnic",
    "nationality",
    "identity_number",
)


def begin(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    resident, move = apps.get_model("people", "Resident"), apps.get_model("people", "Move")
    at, rows = now(), []
    for one in resident.objects.order_by("pk").iterator(chunk_size=_BATCH):
        rows += [move(**_row(one, at, *said)) for said in _said(one, day_of(at).isoformat())]
        if len(rows) >= _BATCH:
            move.objects.bulk_create(rows)
            rows = []
    move.objects.bulk_create(rows)


def _said(one: Any, today: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    personal = {name: getattr(one, name) for name in _PERSONAL}
    kin = {"mother": one.mother_id, "father": one.father_id, "village": one.village_id}
    yield "entered", one.birth, personal | kin
    if one.household_id:
        home = {
            "household": one.household_id,
            "village": one.village_id,
            "head": False,
            "left_on": "",
        }
        yield "settled", today, home
    if one.spouse_id:
        yield "married", one.died or today, {"spouse": one.spouse_id}
    if one.left_on:
        yield (
            "left",
            one.left_on.isoformat(),
            {"left_on": one.left_on.isoformat(), "household": None, "head": False},
        )
    if one.died:
        yield "died", one.died, {"died": one.died, "household": None, "head": False}


def _row(one: Any, at: datetime, kind: str, on: str, changes: dict[str, Any]) -> dict[str, Any]:
    day = PartialDate.stored(on)
    return {
        "commune_id": one.commune_id,
        "resident_id": one.pk,
        "kind": kind,
        "on": on,
        "begins": date(day.year, day.month or 1, day.day or 1),
        "changes": changes,
        "household_id": changes.get("household"),
        "source": "before",
        "known_by": "system",
        "known_by_name": "Motcua",
        "known_at": at,
    }


class Migration(migrations.Migration):
    dependencies = [("people", "0006_moves")]

    operations = [migrations.RunPython(begin, migrations.RunPython.noop)]
