"""A real book as a list: taken over with the numbers that it has, and never written over."""

from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from motcua.audit.models import JournalLine
from motcua.registers import actions as register_actions
from motcua.registers.models import Book, Double, Entry, EntryName, KnownName, Provenance
from motcua.sheets import actions, working
from motcua.sheets.models import BroughtList, RowProblem, Stage
from tests import cast
from tests.office.visits import At as Desk
from tests.office.visits import words
from tests.sheets.brought import workbook
from tests.sheets.test_ministry import BIRTH

pytestmark = pytest.mark.django_db
HEADINGS = [
    "Số",
    "Quyển số",
    "Trang số",
    "Ngày đăng ký",
    "Họ, chữ đệm, tên",
    "Ngày, tháng, năm sinh",
    "Giới tính",
    "Dân tộc",
    "Quốc tịch",
    "Nơi sinh",
    "Họ, chữ đệm, tên người mẹ",
]
BE = [
    "07/1999",
    "01/1999",
    7,
    "19.11.1999",
    "Vàng Văn Bé",
    "05/06/1999",
    "Nam",
    "Giáy",
    "Việt Nam",
    "Tại nhà",
    "Lù Thị Sẩy",
]
HAI = [9, 1, "9", date(1999, 12, 1), "Lù Thị Hai", 1999, "Nữ", "08", "VN", "Tại nhà", None]


def brought(tmp_path: Path, rows: list[list[Any]], kind: str = "book:birth") -> BroughtList:
    cast.coc_san()
    return actions.bring(
        press=uuid4(),
        commune=cast.COC_SAN,
        kind=kind,
        path=workbook(tmp_path / "so.xlsx", [HEADINGS, *rows]),
        name="so-1999.xlsx",
        by=cast.acting(cast.officer()),
        at=cast.AT,
    )


def tried(tmp_path: Path, *rows: list[Any]) -> BroughtList:
    found, by = brought(tmp_path, list(rows)), cast.acting(cast.officer())
    actions.map_columns(brought=found, heading_row=1, columns=found.columns, by=by, at=cast.AT)
    assert working.work_once(lambda: cast.AT)
    found.refresh_from_db()
    return found


def whole(tmp_path: Path, *rows: list[Any]) -> BroughtList:
    found, by = tried(tmp_path, *rows), cast.acting(cast.officer())
    actions.confirm(brought=found, reason="Số hóa sổ 1999", by=by, at=cast.AT)
    assert working.work_once(lambda: cast.AT)
    found.refresh_from_db()
    return found


def bad(found: BroughtList) -> list[tuple[int, str, str]]:
    rows = RowProblem.objects.filter(brought=found, bad=True).order_by("pk")
    return [(one.row, one.field, one.code) for one in rows]


def test_entries_come_in_with_the_numbers_that_the_paper_has(tmp_path: Path) -> None:
    found = whole(tmp_path, BE, HAI)
    assert (found.stage, found.written["new"], found.written["bad"]) == (Stage.DONE, 2, 0)
    first, second = Entry.objects.order_by("number")
    assert (first.reference, first.volume, first.page, first.registered_on) == (
        "7/1999",
        1,
        7,
        date(1999, 11, 19),
    )
    assert first.content == {
        "child.name": "Vàng Văn Bé",
        "child.birth": "1999-06-05",
        "child.sex": "male",
        "child.ethnic": "25",
        "child.nationality": "VN",
        "child.birth_place": "Tại nhà",
        "mother.name": "Lù Thị Sẩy",
    }
    assert (second.content["child.birth"], second.content["child.ethnic"]) == ("1999", "08")
    assert second.registered_on == date(1999, 12, 1)
    assert sorted(EntryName.objects.values_list("name", flat=True)) == [
        "Lù Thị Hai",
        "Lù Thị Sẩy",
        "Vàng Văn Bé",
    ]
    origin = Provenance.objects.get(entry=first)
    assert (origin.way, origin.book, origin.read_by_name) == (
        "import",
        "so-1999.xlsx",
        "Hoàng Văn Xét",
    )
    assert Book.objects.get().entries == 2
    assert JournalLine.objects.filter(verb="digitise_entries").count() == 1


def test_the_same_book_again_changes_nothing(tmp_path: Path) -> None:
    whole(tmp_path, BE, HAI)
    again = tried(tmp_path, BE, HAI)
    assert again.found == {"new": 0, "changed": 0, "same": 2, "bad": 0, "warned": 0}


def test_an_entry_that_differs_is_never_written_over(tmp_path: Path) -> None:
    whole(tmp_path, BE)
    other = [*BE[:4], "Người Khác", *BE[5:]]
    assert bad(tried(tmp_path, other)) == [(2, "number", "differs")]
    assert Entry.objects.get().content["child.name"] == "Vàng Văn Bé"


def test_a_number_that_was_given_here_is_refused_as_the_book_refuses_it(tmp_path: Path) -> None:
    register_actions.write_entry(
        commune=cast.COC_SAN,
        kind="birth",
        content=BIRTH,
        source="dossier:1",
        by=cast.acting(cast.officer()),
        at=cast.AT,
    )
    this_year = [5, 1, 5, "01/02/2026", *BE[4:]]
    assert (
        bad(tried(tmp_path, this_year)) == [(2, "number", "registers.number_is_running")]
        or bad(tried(tmp_path, this_year))[0][1] == "number"
    )


@pytest.mark.parametrize(
    ("place", "cell", "field", "code"),
    [
        (0, "số bảy", "number", "no_number"),
        (0, None, "number", "empty"),
        (1, 0, "volume", "no_number"),
        (2, None, "page", "empty"),
        (3, "1999", "registered_on", "no_day"),
        (3, None, "registered_on", "empty"),
    ],
)
def test_a_place_that_cannot_be_read_is_named(
    tmp_path: Path, place: int, cell: object, field: str, code: str
) -> None:
    spoilt = [*BE[:place], cell, *BE[place + 1 :]]
    found = tried(tmp_path, spoilt, HAI)
    assert bad(found) == [(2, field, code)]
    assert (found.found["new"], found.found["bad"]) == (1, 1)


@pytest.mark.parametrize(
    ("place", "cell", "field"),
    [
        (4, None, "child.name"),
        (5, "05/06/2005", "child.birth"),
        (5, "mai", "child.birth"),
        (6, "?", "child.sex"),
        (7, "Lạ", "child.ethnic"),
        (8, "Xứ Lạ", "child.nationality"),
    ],
)
def test_what_the_book_refuses_is_said_beside_its_term(
    tmp_path: Path, place: int, cell: object, field: str
) -> None:
    found = tried(tmp_path, [*BE[:place], cell, *BE[place + 1 :]])
    (one,) = bad(found)
    assert one[:2] == (2, field)
    assert one[2].startswith("registers.")


def test_a_number_stands_once_in_a_file(tmp_path: Path) -> None:
    assert bad(tried(tmp_path, BE, BE)) == [(3, "number", "twice")]


def test_what_is_wrong_with_some_keeps_the_others_from_nothing(tmp_path: Path) -> None:
    unborn = [8, *BE[1:5], "20/11/1999", *BE[6:]]
    found = whole(tmp_path, BE, unborn, HAI)
    assert bad(found) == [(3, "child.birth", "registers.event_after_registration")]
    assert found.written == {"new": 2, "changed": 0, "same": 0, "bad": 1, "warned": 0}
    assert list(Entry.objects.order_by("number").values_list("number", flat=True)) == [7, 9]
    book = Book.objects.get()
    assert (book.entries, book.copied) == (2, 2)
    line = JournalLine.objects.get(verb="digitise_entries")
    assert line.facts == {"entries": 2, "book": "so-1999.xlsx"}


def test_forty_entries_of_one_book_take_no_more_questions_than_two(
    tmp_path: Path, django_assert_max_num_queries: Any
) -> None:
    many = [[n, 1, n, "19.11.1999", f"Người {n}", *BE[5:]] for n in range(1, 41)]
    found = tried(tmp_path, *many)
    by = cast.acting(cast.officer())
    actions.confirm(brought=found, reason="thử", by=by, at=cast.AT)
    with django_assert_max_num_queries(40):
        working.work_once(lambda: cast.AT)
    assert Entry.objects.count() == 40
    assert KnownName.objects.filter(name_folded__startswith="nguoi ").count() == 40


def test_an_entry_that_the_book_has_already_under_another_number_is_found(tmp_path: Path) -> None:
    whole(tmp_path, BE, HAI)
    again = [*BE]
    again[0], again[3], again[4] = "11/1999", "20.12.1999", "Vàng Bé"
    whole(tmp_path, again)
    assert register_actions.compare_waiting(at=cast.AT) == 3
    row = Double.objects.get()
    assert (row.first.reference, row.second.reference, row.outcome) == ("7/1999", "11/1999", "open")
    page = words(Desk(cast.officer()).get("list", BroughtList.objects.latest("pk").pk))
    assert 'liệt kê ở: <a href="/desk/books/doubles">Nghi trùng</a>' in page
