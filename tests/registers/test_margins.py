"""The notes in the margin of a paper book come in with their entry, and what they changed holds."""

from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from motcua.audit.models import JournalLine
from motcua.foundation.clock import day_of
from motcua.registers import actions
from motcua.registers.actions import Change, PaperNote, note_sound, paper_faults
from motcua.registers.errors import NotYourBooks, PaperEntryWrong
from motcua.registers.kinds import CANCELLATION
from motcua.registers.models import Double, Entry, EntryNote, NoteProvenance, UntoldNote
from motcua.registers.shapes import BLANK, UNREADABLE
from tests import cast
from tests.registers.margin import BASIS, WORDS, renamed
from tests.registers.paper import OLD, copied, origin, page
from tests.registers.test_entries import write
from tests.unchanged import refused

pytestmark = pytest.mark.django_db
DIVORCED = PaperNote("divorce", "Đã ly hôn", lacking={"on": BLANK, "basis": UNREADABLE})


def faults(*notes: PaperNote) -> list[tuple[str | None, str]]:
    """Field and code of all that is wrong with notes beside page 27; nothing is written."""
    found = paper_faults(commune=cast.COC_SAN, entries=[page(notes=notes)], at=cast.AT)
    return [(one.field, one.code) for one in found.get(0, [])]


def noted(entry: Entry, *notes: PaperNote, **facts: Any) -> dict[int, Any]:
    given = {"commune": cast.COC_SAN, "by": cast.acting(cast.officer()), "at": cast.AT, **facts}
    return note_sound(notes=[(entry, notes)], origin=origin(), **given)


def test_a_note_comes_in_with_its_entry_and_reads_as_it_stands() -> None:
    entry = copied(page(notes=[renamed()]))
    assert entry.content["child.name"] == "Vàng Văn Cũ"
    assert entry.as_it_stands()["child.name"] == "Vàng Văn Mới"
    note = EntryNote.objects.get()
    assert (note.kind, note.text, note.basis, note.copied) == ("correction", WORDS, BASIS, True)
    assert note.before == {"child.name": "Vàng Văn Cũ"}
    assert (note.noted_on, note.written_on, note.day_shown) == (
        "1998-03-12",
        date(1998, 3, 12),
        "12/03/1998",
    )
    row = NoteProvenance.objects.get(note=note)
    assert (row.way, row.book) == ("reading", "Sổ đăng ký khai sinh 1985, quyển 1")
    assert (row.read_by_name, row.second_by_name) == ("Hoàng Văn Xét", "Sần Thị Đối")
    assert JournalLine.objects.get(verb="digitise_entry").facts["notes"] == 1


def test_the_entry_reads_as_it_did_before_and_after_the_day_of_the_note() -> None:
    entry = copied(page(notes=[renamed(on="1998")]))
    assert entry.as_it_stands(date(1997, 12, 31))["child.name"] == "Vàng Văn Cũ"
    assert entry.as_it_stands(date(1998, 1, 1))["child.name"] == "Vàng Văn Mới"


def test_a_note_without_a_day_holds_from_the_day_on_which_it_is_known() -> None:
    entry = copied(page(notes=[renamed(on="", lacking={"on": UNREADABLE})]))
    (note,) = entry.notes_until()
    assert (note.written_on, note.dated, note.day_shown) == (day_of(cast.AT), "", "?")
    assert entry.as_it_stands(date(2020, 1, 1))["child.name"] == "Vàng Văn Cũ"
    assert note.provenance.lacking == {"on": "unreadable"}


def test_who_was_renamed_is_found_by_both_names() -> None:
    copied(page(notes=[renamed()]))
    entry = Entry.objects.get()
    names = entry.names.filter(who="child").order_by("pk")
    assert [one.name for one in names] == ["Vàng Văn Cũ", "Vàng Văn Mới"]
    moved = [Change("child.birth", "1985-02-04"), Change("child.name", "Vàng Văn Mới")]
    other = copied(page(28, notes=[renamed(changes=moved)]))
    assert other.names.filter(birth="1985-02-04", name="Vàng Văn Mới").exists()


def test_a_second_note_changes_what_the_first_made() -> None:
    again = renamed(
        place=2, on="2001", changes=[Change("child.name", "Vàng Văn Nay", "Vàng Văn Mới")]
    )
    entry = copied(page(notes=[renamed(), again]))
    assert [(one.number, one.before["child.name"]) for one in entry.notes_until()] == [
        (1, "Vàng Văn Cũ"),
        (2, "Vàng Văn Mới"),
    ]
    assert entry.as_it_stands()["child.name"] == "Vàng Văn Nay"


def test_what_was_struck_out_stands_there_no_more() -> None:
    gone = renamed(kind="change", changes=[Change("mother.name", "")])
    entry = copied(page(notes=[gone]))
    assert entry.as_it_stands()["mother.name"] == ""
    assert entry.notes_until()[0].before == {"mother.name": OLD["mother.name"]}


def test_doubles_are_looked_for_by_the_name_that_a_note_gave() -> None:
    terms = {"child.name": "Vàng Văn Mới"}
    copied(page(28, registered_on=date(1985, 3, 1), terms=terms))
    copied(page(notes=[renamed()]))
    actions.compare_waiting(at=cast.AT)
    assert Double.objects.get().weight == 1


@pytest.mark.parametrize(
    ("note", "field", "code"),
    [
        (renamed(kind="x"), "note1.kind", "registers.note_kind"),
        (renamed(on=""), "note1.day", "registers.note_day"),
        (renamed(on="1985-02-13"), "note1.day", "registers.note_before_entry"),
        (renamed(on="1984"), "note1.day", "registers.note_before_entry"),
        (renamed(on="2027"), "note1.day", "registers.note_to_come"),
        (renamed(basis="x" * 301), "note1.basis", "registers.note_basis_long"),
        (renamed(text=" "), "note1.text", "registers.note_text"),
        (renamed(changes=[]), "note1.item1", "registers.note_item"),
        (renamed(changes=[Change("x", "y")]), "note1.item1", "registers.term_unknown"),
        (renamed(changes=[Change("child.sex", "z")]), "note1.to1", "registers.term_out_of_shape"),
        (
            renamed(changes=[Change("child.birth", "1985-03-01")]),
            "note1.to1",
            "registers.event_after_registration",
        ),
        (
            renamed(changes=[Change("child.name", OLD["child.name"])]),
            "note1.to1",
            "registers.note_changes_nothing",
        ),
        (
            renamed(changes=[Change("child.name", "Ai", "Không Phải")]),
            "note1.from1",
            "registers.note_read_otherwise",
        ),
        (
            renamed(changes=[Change("child.name", "Ai"), Change("child.name", "Kia")]),
            "note1.item2",
            "registers.note_item_twice",
        ),
    ],
)
def test_what_is_wrong_with_a_note_is_said_of_its_field(
    note: PaperNote, field: str, code: str
) -> None:
    assert faults(note) == [(field, code)]
    with refused(PaperEntryWrong):
        copied(page(notes=[note]))
    assert not EntryNote.objects.exists()


def test_a_note_may_be_of_the_day_or_the_year_of_its_entry_and_change_nothing() -> None:
    assert faults(renamed(on="1985-02-14"), renamed(on="1985", changes=[], nothing=True)) == []
    assert faults(DIVORCED) == []


def test_a_note_goes_beside_an_entry_that_was_copied_without_it() -> None:
    entry = copied(page())
    assert noted(entry, renamed(), DIVORCED) == {}
    assert [(one.number, one.kind) for one in entry.notes_until()] == [
        (1, "correction"),
        (2, "divorce"),
    ]
    assert Entry.objects.get().as_it_stands()["child.name"] == "Vàng Văn Mới"
    line = JournalLine.objects.get(verb="copy_margins")
    assert line.facts == {"entries": 1, "notes": 2, "book": "Sổ đăng ký khai sinh 1985, quyển 1"}
    # Papers made before wait to be marked, for the note that changes how the entry reads alone.
    assert [one.note.kind for one in UntoldNote.objects.select_related("note")] == ["correction"]


def test_no_note_goes_beside_what_was_written_here_or_cancelled() -> None:
    ours, entry = write("dossier:1"), copied(page())
    gone = copied(page(28, notes=[PaperNote(CANCELLATION, "Hủy", "1999", BASIS)]))
    void = PaperNote(CANCELLATION, "Hủy", "1999", BASIS)
    before = EntryNote.objects.count()
    said = [noted(ours, renamed()), noted(entry, void), noted(gone, renamed())]
    assert [[one.code for one in found[0]] for found in said] == [
        ["registers.note_beside_ours"],
        ["registers.cancel_on_its_page"],
        ["registers.cancelled"],
    ]
    assert EntryNote.objects.count() == before
    assert not JournalLine.objects.filter(verb="copy_margins").exists()


def test_whoever_does_not_write_the_books_notes_nothing() -> None:
    entry = copied(page())
    with refused(NotYourBooks):
        noted(entry, renamed(), by=cast.acting(cast.receptionist()))
    assert not EntryNote.objects.exists()


@pytest.mark.parametrize(
    "statement", ["DELETE FROM registers_note", "DELETE FROM registers_note_provenance"]
)
def test_the_database_itself_refuses_to_take_a_note_away(statement: str) -> None:
    copied(page(notes=[renamed()]))
    refusal = pytest.raises(DatabaseError, match="written once")
    with refusal, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert NoteProvenance.objects.count() == EntryNote.objects.count() == 1
