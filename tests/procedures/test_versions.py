"""Versions of procedures: made by loading, never changed; each day has the law of that day."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import DatabaseError, transaction

import motcua
from motcua.foundation.actor import SYSTEM
from motcua.procedures.actions import load
from motcua.procedures.models import ProcedureVersion
from motcua.procedures.queries import in_force

PACKS = Path(motcua.__file__).parent / "packs"
AT = datetime(2026, 3, 3, 2, 0, tzinfo=UTC)
EXTRACT = "2.000635"

pytestmark = pytest.mark.django_db


def test_a_loaded_pack_is_in_force() -> None:
    load(PACKS, by=SYSTEM, at=AT)
    assert in_force(EXTRACT, date(2026, 3, 3)).form.by_name["event"].need == "must"


def test_loading_again_changes_nothing() -> None:
    load(PACKS, by=SYSTEM, at=AT)
    before = list(ProcedureVersion.objects.values())
    report = load(PACKS, by=SYSTEM, at=AT)
    assert report.made == ()
    assert list(ProcedureVersion.objects.values()) == before


@pytest.mark.parametrize("act", ["update", "delete"])
def test_the_database_refuses_to_change_a_version(act: str) -> None:
    load(PACKS, by=SYSTEM, at=AT)
    before = list(ProcedureVersion.objects.values())
    rows = ProcedureVersion.objects.filter(code=EXTRACT)
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(version=7) if act == "update" else rows._raw_delete("default")
    assert list(ProcedureVersion.objects.values()) == before
