"""The notes in the margin go out with a book and come back unchanged; what is new comes in."""

import csv
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from openpyxl import load_workbook

from motcua.audit.models import JournalLine
from motcua.registers.models import Entry, EntryNote, NoteProvenance, UntoldNote
from motcua.sheets import actions, working
from motcua.sheets.exporting import Wanted, export_list
from motcua.sheets.fields import NOTED
from motcua.sheets.models import BroughtList, RowProblem
from tests import cast
from tests.registers.margin import BASIS, renamed
from tests.registers.paper import copied, page
from tests.sheets.brought import workbook
from tests.sheets.test_book_list import BE, HAI
from tests.sheets.test_book_list import HEADINGS as ENTRY

pytestmark = pytest.mark.django_db
HEADINGS = [
    *ENTRY,
    "Ghi chú: loại",
    "Ghi chú: ngày",
    "Ghi chú: căn cứ",
    "Ghi chú: thay đổi",
    "Ghi chú: nguyên văn",
]
NEW_NAME = "Họ, chữ đệm, tên: Vàng Văn Bé → Vàng Văn Lớn"
WORDS = " Cải chính; theo QĐ:\n“Vàng Văn Lớn” → xem sổ  "
NOTE = ["Cải chính", "12/3/2001", BASIS, NEW_NAME, WORDS]


def further(row: list[Any], note: list[Any]) -> list[Any]:
    """A further note of the entry of a row."""
    return [*row[:4], *[None] * (len(ENTRY) - 4), *note]


def tried(path: Path) -> BroughtList:
    by = cast.acting(cast.officer())
    found = actions.bring(
        press=uuid4(),
        commune=cast.COC_SAN,
        kind="book:birth",
        path=path,
        name=path.name,
        by=by,
        at=cast.AT,
    )
    actions.map_columns(brought=found, heading_row=1, columns=found.columns, by=by, at=cast.AT)
    assert working.work_once(lambda: cast.AT)
    found.refresh_from_db()
    return found


def looked(tmp_path: Path, *rows: list[Any]) -> BroughtList:
    cast.coc_san()
    return tried(workbook(tmp_path / f"{uuid4()}.xlsx", [HEADINGS, *rows]))


def taken(tmp_path: Path, *rows: list[Any]) -> BroughtList:
    found = looked(tmp_path, *rows)
    by = cast.acting(cast.officer())
    actions.confirm(brought=found, reason="Số hóa sổ", by=by, at=cast.AT)
    assert working.work_once(lambda: cast.AT)
    found.refresh_from_db()
    return found


def said(found: BroughtList, *, bad: bool = True) -> list[tuple[int, str, str]]:
    rows = RowProblem.objects.filter(brought=found, bad=bad).order_by("row", "pk")
    return [(one.row, one.field, one.code) for one in rows]


def dead() -> list[Any]:
    return ["Ghi chú khác", "2010", None, None, "Chết năm 2010"]


def test_an_entry_comes_in_with_all_of_its_notes(tmp_path: Path) -> None:
    found = taken(tmp_path, [*BE, *NOTE], further(BE, dead()), HAI)
    assert {key: found.written[key] for key in ("new", "bad", "notes")} == {
        "new": 2,
        "bad": 0,
        "notes": 2,
    }
    entry = Entry.objects.get(number=7)
    assert entry.content["child.name"] == "Vàng Văn Bé"
    assert entry.as_it_stands()["child.name"] == "Vàng Văn Lớn"
    first, second = entry.notes_until()
    assert (first.kind, first.noted_on, first.basis, first.text) == (
        "correction",
        "2001-03-12",
        BASIS,
        WORDS,
    )
    assert (second.kind, second.noted_on, second.basis) == ("other", "2010", "")
    origin = NoteProvenance.objects.get(note=second)
    assert (origin.way, origin.read_by_name, origin.lacking) == (
        "import",
        "Hoàng Văn Xét",
        {"basis": "blank"},
    )
    assert entry.names.filter(name="Vàng Văn Lớn").exists()
    assert JournalLine.objects.get(verb="digitise_entries").facts["notes"] == 2
    assert not UntoldNote.objects.exists()


def test_the_same_list_again_changes_nothing(tmp_path: Path) -> None:
    rows = [[*BE, *NOTE], further(BE, dead()), HAI]
    taken(tmp_path, *rows)
    again = looked(tmp_path, *rows)
    counts = {"new": 0, "changed": 0, "same": 2, "bad": 0, "warned": 0, "notes": 0}
    assert again.found == counts
    assert said(again) == said(again, bad=False) == []


@pytest.mark.parametrize("end", ["xlsx", "csv"])
def test_a_list_that_went_out_comes_back_unchanged(tmp_path: Path, end: str) -> None:
    odd = "'=Đọc như trong sổ | \"A\" → B; C\n'- dòng hai"
    again = renamed(place=2, kind="other", on="", lacking={"on": "unreadable"}, changes=[])
    copied(page(notes=[renamed(text=odd), again]))
    copied(page(28))
    path = tmp_path / f"out.{end}"
    given = {"commune": cast.COC_SAN, "by": cast.acting(cast.officer()), "at": cast.AT}
    wanted = Wanted("book:birth", 0, 0, workbook=end == "xlsx", reason="Đối chiếu")
    assert export_list(path, wanted=wanted, **given) == 3
    found = tried(path)
    assert set(found.columns) >= NOTED
    assert "" not in found.columns
    assert (found.found["same"], found.found["notes"], found.found["bad"]) == (2, 0, 0)
    assert said(found, bad=False) == []
    # Into an empty book the very words come back.
    texts = list(EntryNote.objects.order_by("number").values_list("text", flat=True))
    assert texts[0] == odd
    if end == "csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            assert next(csv.reader(file))[-1] == "Ghi chú: nguyên văn"
    else:
        sheet = load_workbook(path).active
        assert sheet is not None
        assert [sheet.cell(2, sheet.max_column - 1).value][0] == (
            "Họ, chữ đệm, tên: Vàng Văn Cũ → Vàng Văn Mới"
        )


def test_notes_come_beside_entries_that_were_taken_without_them(tmp_path: Path) -> None:
    taken(tmp_path, BE, HAI)
    found = taken(tmp_path, [*BE, *NOTE], further(HAI, dead()))
    assert (found.written["changed"], found.written["notes"], found.written["bad"]) == (2, 2, 0)
    assert Entry.objects.get(number=7).as_it_stands()["child.name"] == "Vàng Văn Lớn"
    assert Entry.objects.get(number=9).notes_until()[0].text == "Chết năm 2010"
    assert JournalLine.objects.get(verb="copy_margins").facts["notes"] == 2
    assert [one.note.kind for one in UntoldNote.objects.all()] == ["correction"]


def test_a_note_that_the_file_lacks_stays_and_is_told(tmp_path: Path) -> None:
    taken(tmp_path, [*BE, *NOTE])
    found = looked(tmp_path, BE)
    assert said(found, bad=False) == [(2, "note", "note_lacking")]
    assert (found.found["same"], found.found["warned"]) == (1, 1)
    assert EntryNote.objects.count() == 1


def test_a_note_with_other_words_is_never_written_over(tmp_path: Path) -> None:
    taken(tmp_path, [*BE, *NOTE])
    found = looked(tmp_path, [*BE, *NOTE[:4], "Khác"])
    assert said(found) == [(2, "note_text", "note_differs")]
    assert EntryNote.objects.get().text == WORDS


@pytest.mark.parametrize(
    ("place", "cell", "field", "code"),
    [
        (0, "Lạ", "note", "no_note_kind"),
        (0, None, "note", "registers.note_kind"),
        (1, "mai", "note_day", "no_note_day"),
        (1, "1998", "note_day", "registers.note_before_entry"),
        (3, "đổi tên", "note_changes", "no_note_changes"),
        (3, "Tên lạ: A → B", "note_changes", "no_note_changes"),
        (3, None, "note_changes", "registers.note_item"),
        (3, "Giới tính: Nam → x", "note_changes", "registers.term_out_of_shape"),
        (
            3,
            "Họ, chữ đệm, tên: Ai → Kia",
            "note_changes",
            "registers.note_read_otherwise",
        ),
        (4, None, "note_text", "registers.note_text"),
        (4, "x" * 4000, "note_text", "too_long"),
    ],
)
def test_a_bad_note_is_named_and_its_entry_waits(
    tmp_path: Path, place: int, cell: object, field: str, code: str
) -> None:
    spoilt = [*NOTE[:place], cell, *NOTE[place + 1 :]]
    found = taken(tmp_path, [*BE, *dead()], further(BE, spoilt), HAI)
    assert (3, field, code) in said(found)
    assert (2, "note", "note_bad") in said(found)
    assert (found.written["new"], found.written["bad"]) == (1, 2)
    assert list(Entry.objects.values_list("number", flat=True)) == [9]
    assert not EntryNote.objects.exists()


def test_a_note_that_stands_twice_in_a_file_is_bad(tmp_path: Path) -> None:
    found = looked(tmp_path, [*BE, *NOTE], further(BE, NOTE), HAI)
    assert said(found) == [(2, "note", "note_bad"), (3, "note_text", "twice")]
    taken(tmp_path, [*BE, *NOTE])
    again = looked(tmp_path, [*BE, *NOTE], further(BE, NOTE))
    assert said(again) == [(3, "note_text", "twice")]
    assert EntryNote.objects.count() == 1


def test_a_note_without_an_entry_or_of_another_place_is_bad(tmp_path: Path) -> None:
    elsewhere = further(HAI, dead())
    elsewhere[1] = 2
    found = looked(tmp_path, further(BE, dead()), HAI, elsewhere)
    assert said(found) == [
        (2, "number", "note_alone"),
        (3, "note", "note_bad"),
        (4, "number", "differs"),
    ]
    assert not Entry.objects.exists()


def test_notes_and_their_entry_are_taken_together_where_a_thousand_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "BATCH", 2)
    rows = [HAI, [*BE, *NOTE], further(BE, dead()), further(BE, [*NOTE[:1], "2011", *NOTE[2:]])]
    rows[3][14] = "-"
    found = taken(tmp_path, *rows)
    assert (found.written["new"], found.written["notes"], found.written["bad"]) == (2, 3, 0)
    assert len(Entry.objects.get(number=7).notes_until()) == 3
    again = looked(tmp_path, *rows)
    assert (again.found["same"], again.found["bad"]) == (2, 0)
