"""The notes in a margin are typed by two people like every other field, and decided like them."""

import pytest

from motcua.registers import actions
from motcua.registers.errors import ReadingWrong
from motcua.registers.margin_reading import how_many, split, without
from motcua.registers.models import Entry, EntryNote, Reading
from tests import cast
from tests.registers.margin import BASIS, WORDS, typed_note
from tests.registers.volumes import (
    SECOND,
    TYPED,
    begun,
    first_reader,
    read,
    read_second,
    second_reader,
    volume,
)
from tests.unchanged import refused

pytestmark = pytest.mark.django_db
SECOND_NOTE = typed_note(second=True)
DEAD = {
    "note2.kind": "death",
    "note2.day": "?",
    "note2.basis": "-",
    "note2.text": "Chết năm …",
}


def wrong(**typed: str) -> dict[str | None, str]:
    """Field and code of what is refused of a first reading; it is kept all the same."""
    reading = begun(volume())
    given = {"typed": {**TYPED, **typed}, "view": {}, "by": first_reader(), "at": cast.AT}
    actions.keep_first(reading=reading, **given)
    with refused(ReadingWrong) as caught:
        actions.finish_first(reading=reading, **given)
    kept = Reading.objects.get().first
    assert typed.items() <= kept.items()
    return {one.field: one.code for one in caught.value.problems}


def test_a_note_that_two_people_read_alike_is_written_with_its_entry() -> None:
    row = volume()
    read(row, **typed_note(), **DEAD)
    done = read_second(row, **typed_note(second=True, day="12/03/1998"), **DEAD)
    entry = Entry.objects.get()
    assert done.stage == Reading.Stage.WRITTEN
    assert entry.as_it_stands()["child.name"] == "Vàng Văn Mới"
    first, second = entry.notes_until()
    assert (first.text, first.basis, first.noted_on) == (WORDS, BASIS, "1998-03-12")
    assert (second.kind, second.noted_on, second.basis, second.text) == (
        "death",
        "",
        "",
        "Chết năm …",
    )
    assert second.provenance.lacking == {"on": "unreadable", "basis": "blank"}
    assert second.provenance.scan == done.scan.digest
    assert second.provenance.second_by_name == "Sần Thị Đối"


def test_what_differs_in_a_note_is_decided() -> None:
    row = volume()
    read(row, **typed_note())
    done = read_second(row, **typed_note(second=True, day="1998", to1="Vàng Văn Mói"))
    assert done.stage == Reading.Stage.DIFFERS
    assert actions.open_fields(done, cast.AT) == ["note1.day", "note1.to1"]
    assert not EntryNote.objects.exists()
    chosen = {"note1.day": "12/3/98", "note1.to1": "Vàng Văn Mới"}
    actions.decide(reading=done, chosen=chosen, by=second_reader(), at=cast.AT)
    note = EntryNote.objects.get()
    assert (note.changes, note.noted_on) == ({"child.name": "Vàng Văn Mới"}, "1998-03-12")


def test_a_note_that_only_one_of_them_saw_is_decided_either_way() -> None:
    row = volume()
    read(row)
    seen = read_second(row, **SECOND_NOTE)
    asked = actions.open_fields(seen, cast.AT)
    assert asked == [f"note1.{part}" for part in ("kind", "day", "basis", "item1", "to1", "text")]
    chosen = {key: seen.second[key] for key in asked}
    actions.decide(reading=seen, chosen=chosen, by=second_reader(), at=cast.AT)
    assert EntryNote.objects.get().text == WORDS


def test_a_note_that_is_none_goes_with_all_of_its_parts() -> None:
    row = volume()
    read(row, **typed_note())
    unseen = read_second(row)
    chosen = dict.fromkeys(actions.open_fields(unseen, cast.AT), "")
    actions.decide(reading=unseen, chosen=chosen, by=second_reader(), at=cast.AT)
    assert Entry.objects.exists()
    assert not EntryNote.objects.exists()


def test_what_does_not_fit_what_was_decided_can_be_decided_too() -> None:
    row = volume()
    given = {"item1": "child.birth", "to1": "4/2/85", "from1": ""}
    read(row, **typed_note(**given))
    done = read_second(row, **typed_note(second=True, **{**given, "item1": "child.sex"}))
    assert actions.open_fields(done, cast.AT) == ["note1.item1"]
    chosen = {"note1.item1": "child.sex"}
    with refused(ReadingWrong) as caught:
        actions.decide(reading=done, chosen=chosen, by=second_reader(), at=cast.AT)
    assert [one.field for one in caught.value.problems] == ["note1.to1"]
    chosen["note1.to1"] = "Nữ"
    actions.decide(reading=done, chosen=chosen, by=second_reader(), at=cast.AT)
    assert EntryNote.objects.get().changes == {"child.sex": "female"}


def test_the_words_of_a_note_may_differ_in_case_and_spaces_alone() -> None:
    row = volume()
    read(row, **typed_note())
    read_second(row, **typed_note(second=True, text=f" {WORDS.upper()}\r\n"))
    assert EntryNote.objects.get().text == WORDS


@pytest.mark.parametrize(
    ("parts", "field", "code"),
    [
        ({"kind": ""}, "note1.kind", "registers.note_kind"),
        ({"day": ""}, "note1.day", "registers.note_day"),
        ({"day": "31/2/98"}, "note1.day", "registers.note_no_day"),
        ({"day": "1/1/85"}, "note1.day", "registers.note_before_entry"),
        ({"basis": ""}, "note1.basis", "registers.note_basis"),
        ({"text": ""}, "note1.text", "registers.note_text"),
        ({"item1": ""}, "note1.item1", "registers.note_item"),
        ({"to1": ""}, "note1.to1", "registers.note_to"),
        ({"to1": "?"}, "note1.to1", "registers.note_to"),
        ({"from1": "Ai Đó"}, "note1.from1", "registers.note_read_otherwise"),
        ({"item1": "", "from1": "", "to1": ""}, "note1.item1", "registers.note_item"),
    ],
)
def test_what_is_wrong_with_a_note_is_said_beside_its_field(
    parts: dict[str, str], field: str, code: str
) -> None:
    assert wrong(**typed_note(**parts)) == {field: code}
    assert not EntryNote.objects.exists()


def test_a_note_that_was_added_and_left_blank_is_none() -> None:
    row = volume()
    assert read(row, notes="3").stage == Reading.Stage.READ
    assert "notes" not in Reading.objects.get().first
    read_second(row, notes="1")
    assert Entry.objects.exists()
    assert not EntryNote.objects.exists()


def test_a_note_is_taken_off_and_those_behind_it_move_up() -> None:
    typed = {**SECOND, **typed_note(), **DEAD}
    left = without(typed, 1)
    assert left["note1.text"] == "Chết năm …"
    assert (how_many(left), "note2.text" in left, left["number"]) == (1, False, "27")


@pytest.mark.parametrize("key", ["note0.kind", "note21.kind", "note1.x", "note1.to0", "child.name"])
def test_what_is_no_part_of_a_note(key: str) -> None:
    assert split(key) is None
