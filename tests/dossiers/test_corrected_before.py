"""Papers of entries that were corrected before papers said so: the migration marks them, once."""

from datetime import date
from importlib import import_module

import pytest
from django.apps import apps

from motcua.registers.models import EntryNote
from motcua.results.models import Result
from tests.dossiers import story
from tests.dossiers.test_books import correct, days, extract

pytestmark = pytest.mark.django_db
outdate = import_module("motcua.dossiers.migrations.0018_corrected_since").outdate


def test_what_was_made_before_the_note_is_marked_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    story.law()
    entry = story.birth_entry()
    old = extract(entry)
    days(monkeypatch, 1)
    change = correct(entry)
    # As an earlier version left it.
    Result.objects.filter(pk=old.pk).update(status="valid", status_at=old.issued_at, reason="")
    outdate(apps, None)
    outdate(apps, None)
    old.refresh_from_db()
    change.refresh_from_db()
    note = EntryNote.objects.get()
    assert (old.status, old.status_at.date(), old.reason) == (
        "corrected",
        date(2026, 3, 4),
        note.text,
    )
    assert change.status == "valid"
    days(monkeypatch, 2)
    new = extract(entry)
    outdate(apps, None)
    old.refresh_from_db()
    new.refresh_from_db()
    assert (old.status, new.status) == ("replaced", "valid")
