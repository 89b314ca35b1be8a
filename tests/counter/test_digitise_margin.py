"""The notes in the margin at the desk: added, typed, refused beside the field, decided, shown."""

import pytest
from django.http import HttpResponse

from motcua.registers.models import Entry, EntryNote, Reading
from tests import cast
from tests.counter.test_digitise import on_page
from tests.counter.visits import At, words
from tests.registers.margin import BASIS, WORDS, typed_note
from tests.registers.volumes import SECOND, TYPED, read, read_second, volume

pytestmark = pytest.mark.django_db


def pressed(browser: At, reading: Reading, do: str, **typed: str) -> HttpResponse:
    return browser.post("digitise-reading", reading.pk, do=do, **typed)


def shown(browser: At, reading: Reading, field: str = "") -> str:
    return words(browser.get("digitise-reading", reading.pk, **({"at": field} if field else {})))


def test_a_note_is_added_and_the_keyboard_goes_on_in_it() -> None:
    xet = At(cast.officer())
    reading = on_page(xet, volume())
    assert 'name="note1.kind"' not in shown(xet, reading)
    answer = pressed(xet, reading, "note", **TYPED)
    assert answer["Location"].endswith(f"/reading/{reading.pk}?at=note1.kind")
    page = shown(xet, reading, "note1.kind")
    assert 'name="notes" value="1"' in page
    assert 'value="Vàng Văn Cũ"' in page
    assert page.count(" autofocus") == 1
    assert 'id="note1.kind" name="note1.kind" autocomplete="off" autofocus' in page
    for part in ("day", "basis", "item1", "from1", "to1", "text"):
        assert f'name="note1.{part}"' in page
    again = pressed(xet, reading, "note", **TYPED, notes="1", **typed_note())
    assert again["Location"].endswith("?at=note2.kind")
    more = pressed(xet, reading, "item-1", **TYPED, notes="2", **typed_note())
    assert more["Location"].endswith("?at=note1.item2")
    assert 'name="note1.to2"' in shown(xet, reading)


def test_a_note_is_taken_off_again() -> None:
    xet = At(cast.officer())
    reading = on_page(xet, volume())
    two = {**typed_note(), **typed_note(2, text="Lần hai")}
    answer = pressed(xet, reading, "less-1", **TYPED, notes="2", **two)
    assert answer["Location"].endswith("?at=note1.kind")
    page = shown(xet, reading)
    assert "Lần hai" in page
    assert WORDS not in page
    assert 'name="notes" value="1"' in page


def test_a_mistake_is_said_beside_its_field_and_nothing_typed_is_lost() -> None:
    xet = At(cast.officer())
    reading = on_page(xet, volume())
    answer = pressed(xet, reading, "save", **TYPED, **typed_note(day="31/2/98", to1="?"))
    assert answer.status_code == 422
    page = words(answer)
    assert "Có 2 chỗ cần sửa" in page
    assert '<a href="#note1.day">Ghi chú 1: Ngày ghi chú</a>' in page
    assert "“31/2/98” không phải là ngày." in page
    assert "Anh/chị gõ nội dung mới theo ghi chú" in page
    assert WORDS in page
    assert page.count(" autofocus") == 1
    assert page.count('class="field wrong"') == 2
    assert not Entry.objects.exists()


def test_the_second_reader_types_the_note_without_seeing_it() -> None:
    doi, row = At(cast.second_officer()), volume()
    read(row, **typed_note())
    reading = on_page(doi, row, "second")
    assert "note1" not in shown(doi, reading)
    pressed(doi, reading, "note", **SECOND)
    page = shown(doi, reading, "note1.kind")
    assert 'name="note1.text"' in page
    assert 'name="note1.from1"' not in page
    assert WORDS not in page
    assert BASIS not in page
    pressed(doi, reading, "save", **SECOND, notes="1", **typed_note(second=True))
    entry = Entry.objects.get()
    page = words(doi.get("entry", entry.pk))
    assert "Cải chính · 12/03/1998" in page
    assert "Vàng Văn Cũ → Vàng Văn Mới" in page
    assert "ghi ban đầu: Vàng Văn Cũ" in page
    assert page.count("Sổ đăng ký khai sinh 1985, quyển 1") == 2
    assert page.count("Sần Thị Đối") >= 2


@pytest.mark.parametrize("name", ["vang van cu", "vang van moi"])
def test_who_was_renamed_in_the_margin_is_found_by_both_names(name: str) -> None:
    row = volume()
    read(row, **typed_note())
    read_second(row, **typed_note(second=True))
    page = words(At(cast.officer()).get("book-search", name=name))
    assert "27/1985" in page


def test_what_differs_in_a_note_stands_side_by_side_and_is_decided() -> None:
    doi, row = At(cast.second_officer()), volume()
    read(row, **typed_note())
    reading = read_second(row, **typed_note(second=True, kind="change", to1="Vàng Văn Mói"))
    page = shown(doi, reading)
    assert "Ghi chú 1: Loại ghi chú" in page
    assert '<select class="input" name="other:note1.kind"' in page
    assert "<mark>Mới</mark>" in page
    assert not EntryNote.objects.exists()
    chosen = {
        "choice:note1.kind": "other",
        "other:note1.kind": "ethnicity",
        "choice:note1.to1": "first",
    }
    pressed(doi, reading, "save", **chosen)
    note = EntryNote.objects.get()
    assert (note.kind, note.changes) == ("ethnicity", {"child.name": "Vàng Văn Mới"})


def test_what_the_decision_makes_wrong_is_asked_on_the_same_page() -> None:
    doi, row = At(cast.second_officer()), volume()
    given = {"item1": "child.birth", "to1": "4/2/85", "from1": ""}
    read(row, **typed_note(**given))
    reading = read_second(row, **typed_note(second=True, **{**given, "item1": "child.sex"}))
    answer = pressed(doi, reading, "save", **{"choice:note1.item1": "second"})
    assert answer.status_code == 422
    page = words(answer)
    assert 'name="choice:note1.to1" value="other"' in page
    assert 'name="choice:note1.item1" value="second" checked' in page
    assert not EntryNote.objects.exists()
    chosen = {
        "choice:note1.item1": "second",
        "choice:note1.to1": "other",
        "other:note1.to1": "nữ",
    }
    pressed(doi, reading, "save", **chosen)
    assert EntryNote.objects.get().changes == {"child.sex": "female"}


def test_the_first_reader_is_told_of_an_entry_that_the_note_makes_alike() -> None:
    xet, row = At(cast.officer()), volume()
    read(row, number="28", **{"child.name": "Vàng Văn Mới", "registered_on": "1/3"})
    read_second(row, number="28", **{"child.name": "Vàng Văn Mới", "registered_on": "1/3"})
    reading = on_page(xet, row)
    pressed(xet, reading, "save", **TYPED, **typed_note())
    assert "28/1985" in shown(xet, reading)
