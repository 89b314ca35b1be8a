"""A note beside an entry: approved, explained, never an edit; as-of answers."""

from datetime import date, timedelta

import pytest

from motcua.foundation.actor import Actor
from motcua.registers.actions import Note, write_note
from motcua.registers.errors import NoteNotApproved, NoteUnexplained, NotYourBooks, TermUnknown
from motcua.registers.models import Entry, EntryNote
from tests import cast
from tests.registers.test_entries import write
from tests.unchanged import refused

pytestmark = pytest.mark.django_db


def noted(entry: Entry, *, by: Actor | None = None, days: int = 0, **facts: str) -> EntryNote:
    """The mother's year of birth put right, some days later."""
    year, reason = facts.get("year", "1990"), facts.get("reason", "Khi đăng ký bị chép nhầm")
    return write_note(
        entry=entry,
        note=Note(
            kind="correction",
            text=f"Cải chính năm sinh của mẹ thành {year}",
            changes={facts.get("term", "mother.birth"): year},
            reason=reason,
            basis=facts.get("basis", "H38.02746-260303-0001"),
        ),
        source=facts.get("source", f"dossier:{year}"),
        by=by or cast.acting(cast.chair()),
        at=cast.AT + timedelta(days=days),
    )


def test_an_entry_reads_as_it_stood_on_each_day() -> None:
    entry = write("dossier:1")
    noted(entry, days=1)
    noted(entry, days=3, year="1989")
    entry = Entry.objects.get()
    told = [entry.as_it_stands(date(2026, 3, day))["mother.birth"] for day in (3, 4, 5, 6)]
    assert told == ["1991", "1990", "1990", "1989"]
    assert entry.as_it_stands()["mother.birth"] == "1989"
    assert entry.content["mother.birth"] == "1991"


def test_each_note_keeps_what_the_entry_read_until_then() -> None:
    entry = write("dossier:1")
    noted(entry, days=1)
    noted(entry, days=3, year="1989")
    rows = EntryNote.objects.order_by("number").values_list("number", "before", "changes")
    assert list(rows) == [
        (1, {"mother.birth": "1991"}, {"mother.birth": "1990"}),
        (2, {"mother.birth": "1990"}, {"mother.birth": "1989"}),
    ]


def test_a_note_without_the_chairs_approval_is_refused() -> None:
    entry = write("dossier:1")
    with refused(NoteNotApproved):
        noted(entry, by=cast.acting(cast.officer()))


def test_a_note_on_an_entry_of_another_commune_is_refused() -> None:
    entry = write("dossier:1")
    chair = cast.acting(cast.chair())
    elsewhere = Actor(chair.id, chair.name, chair.roles, "02999")
    with refused(NotYourBooks):
        noted(entry, by=elsewhere)


@pytest.mark.parametrize("missing", ["reason", "basis"])
def test_a_note_without_reason_or_decision_is_refused(missing: str) -> None:
    entry = write("dossier:1")
    with refused(NoteUnexplained):
        noted(entry, **{missing: " "})


def test_a_note_on_a_term_that_the_book_does_not_have_is_refused() -> None:
    entry = write("dossier:1")
    with refused(TermUnknown):
        noted(entry, term="deceased.name")


def test_the_same_decision_again_is_the_same_note() -> None:
    entry = write("dossier:1")
    assert noted(entry).pk == noted(entry).pk
    assert EntryNote.objects.count() == 1
