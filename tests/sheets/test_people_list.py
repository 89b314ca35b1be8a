"""A list of residents: brought, mapped, tried out, confirmed, taken over; harmless twice."""

from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from motcua.audit.models import JournalLine
from motcua.foundation.numbers import take_number
from motcua.people.actions import enter_household
from motcua.people.models import Household, Move, Resident
from motcua.places.models import Village
from motcua.sheets import actions, working
from motcua.sheets.models import BroughtList, RowProblem, Stage
from tests import cast
from tests.sheets.brought import workbook
from tests.unchanged import everything

pytestmark = pytest.mark.django_db
HEADINGS = [
    "STT",
    "Thôn, bản",
    "Mã hộ",
    "Quan hệ với chủ hộ",
    "HỌ VÀ TÊN",
    "Giới tính",
    "Ngày, tháng, năm sinh",
    "Dân tộc",
    "Số CCCD",
    "SĐT",
]
LAN = [
    1,
    "Thôn Ún Tà",
    101,
    "Chủ hộ",
    "Vàng Thị Lan",
    "Nữ",
    date(1960, 2, 3),
    "Giáy",
    10160000001,
    "0912345678",
]
PAO = [2, "ún tà", 101, "Con", "Giàng A Páo", "Nam", "1985", "H'Mông", "010085000002", None]
TIN = [3, "Mẫu Hai", 102, "Chủ hộ", "Lù Văn Tin", "nam", "03/1990", "25", None, "12"]


def brought(tmp_path: Path, rows: list[list[Any]], *, title: bool = True) -> BroughtList:
    cast.coc_san()
    above = [["DANH SÁCH NHÂN KHẨU XÃ CỐC SAN"], []] if title else []
    path = workbook(tmp_path / "dan-cu.xlsx", [*above, HEADINGS, *rows])
    return actions.bring(
        press=uuid4(),
        commune=cast.COC_SAN,
        kind="people",
        path=path,
        name="dan-cu.xlsx",
        by=cast.acting(cast.officer()),
        at=cast.AT,
    )


def tried(brought_list: BroughtList, columns: list[str] | None = None) -> BroughtList:
    actions.map_columns(
        brought=brought_list,
        heading_row=brought_list.heading_row,
        columns=columns or brought_list.columns,
        by=cast.acting(cast.officer()),
        at=cast.AT,
    )
    assert working.work_once(lambda: cast.AT)
    brought_list.refresh_from_db()
    return brought_list


def taken(brought_list: BroughtList) -> BroughtList:
    by = cast.acting(cast.officer())
    actions.confirm(brought=brought_list, reason="Rà soát dân cư 2026", by=by, at=cast.AT)
    assert working.work_once(lambda: cast.AT)
    brought_list.refresh_from_db()
    return brought_list


def whole(tmp_path: Path, *rows: list[Any]) -> BroughtList:
    found = tried(brought(tmp_path, list(rows)))
    return taken(found) if found.found.get("new") or found.found.get("changed") else found


def said(found: BroughtList) -> list[tuple[int, str, str, bool]]:
    rows = RowProblem.objects.filter(brought=found).order_by("pk")
    return [(one.row, one.field, one.code, one.bad) for one in rows]


def test_the_headings_are_found_beneath_the_title_and_understood(tmp_path: Path) -> None:
    found = brought(tmp_path, [LAN])
    assert (found.stage, found.heading_row) == (Stage.MAPPING, 3)
    assert found.columns == [
        "",
        "village",
        "household",
        "relation",
        "full_name",
        "sex",
        "birth",
        "ethnic",
        "identity_number",
        "phone",
    ]


def test_a_list_is_tried_out_and_changes_nobody(tmp_path: Path) -> None:
    found = brought(tmp_path, [LAN, PAO, TIN])
    before = everything()
    found = tried(found)
    assert (found.stage, found.found) == (
        Stage.CHECKED,
        {"new": 3, "changed": 0, "same": 0, "bad": 0, "warned": 2},
    )
    after = everything()
    ours = {table for table in before if table.startswith("sheets_")}
    assert {t: rows for t, rows in after.items() if t not in ours} == {
        t: rows for t, rows in before.items() if t not in ours
    }
    assert said(found) == [
        (4, "identity_number", "zeros", False),
        (6, "phone", "no_phone", False),
    ]


def test_what_was_confirmed_is_taken_over_with_households_and_history(tmp_path: Path) -> None:
    found = whole(tmp_path, LAN, PAO, TIN)
    assert (found.stage, found.written["new"], found.rows_total) == (Stage.DONE, 3, 3)
    lan, pao, tin = Resident.objects.order_by("pk")
    assert (lan.full_name, lan.birth, lan.ethnic, lan.identity_number) == (
        "Vàng Thị Lan",
        "1960-02-03",
        "25",
        "010160000001",
    )
    assert (lan.head, lan.phone, lan.relation, lan.village.name) == (
        True,
        "+84912345678",
        "",
        "Thôn Ún Tà",
    )
    assert (pao.head, pao.relation, pao.ethnic, pao.birth, pao.sex) == (
        False,
        "Con",
        "08",
        "1985",
        "male",
    )
    assert (tin.birth, tin.ethnic, tin.phone) == ("1990-03", "25", "")
    assert lan.household == pao.household
    assert list(Household.objects.order_by("number").values_list("number", flat=True)) == [101, 102]
    kinds = Move.objects.filter(resident=lan).order_by("pk").values_list("kind", "source")
    assert list(kinds) == [
        ("entered", f"import:{found.pk}"),
        ("settled", f"import:{found.pk}"),
    ]


def test_the_journal_tells_who_brought_confirmed_and_took_what(tmp_path: Path) -> None:
    found = whole(tmp_path, LAN, PAO)
    lines = JournalLine.objects.exclude(verb__startswith="read.").order_by("number")
    assert [(line.verb, line.about, line.actor_name) for line in lines] == [
        ("bring_list", f"list:{found.pk}", "Hoàng Văn Xét"),
        ("map_columns", f"list:{found.pk}", "Hoàng Văn Xét"),
        ("check_list", f"list:{found.pk}", "Hoàng Văn Xét"),
        ("confirm_list", f"list:{found.pk}", "Hoàng Văn Xét"),
        ("import_residents", f"import:{found.pk}", "Hoàng Văn Xét"),
        ("take_list", f"list:{found.pk}", "Hoàng Văn Xét"),
    ]
    assert lines[3].why == "Rà soát dân cư 2026"
    assert lines[5].facts == {"rows": 2, "new": 2, "changed": 0, "same": 0, "bad": 0, "warned": 1}


def test_the_same_file_again_would_change_nothing(tmp_path: Path) -> None:
    whole(tmp_path, LAN, PAO, TIN)
    again = tried(brought(tmp_path, [LAN, PAO, TIN]))
    assert again.found == {"new": 0, "changed": 0, "same": 3, "bad": 0, "warned": 2}


def test_what_changed_is_brought_up_and_what_is_empty_stays(tmp_path: Path) -> None:
    whole(tmp_path, LAN, PAO, TIN)
    moved = [*PAO[:1], "Mẫu Hai", 102, *PAO[3:]]
    named = [*LAN[:4], "Vàng Thị Lan Anh", *LAN[5:9], None]
    found = whole(tmp_path, named, moved, TIN)
    assert found.written == {"new": 0, "changed": 2, "same": 1, "bad": 0, "warned": 2}
    lan, pao, _tin = Resident.objects.order_by("pk")
    assert (lan.full_name, lan.name_folded, lan.phone) == (
        "Vàng Thị Lan Anh",
        "vang thi lan anh",
        "+84912345678",
    )
    assert pao.household is not None
    assert (pao.household.number, pao.village.name, pao.head) == (102, "Thôn Mẫu Hai", False)
    assert Resident.objects.count() == 3
    assert Move.objects.filter(source=f"import:{found.pk}").count() == 2


def test_the_numbers_of_households_go_on_after_those_of_the_list(tmp_path: Path) -> None:
    whole(tmp_path, LAN)
    village = Village.objects.get(code=f"{cast.COC_SAN}-01")
    made = enter_household(village=village, address="", by=cast.acting(cast.officer()), at=cast.AT)
    assert made.number == 102
    assert take_number(f"household:{cast.COC_SAN}") == 103


def test_two_of_one_name_and_year_in_two_households_are_two_also_in_two_batches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "BATCH", 1)
    here = [1, "Ún Tà", 101, "Chủ hộ", "Giàng A Páo", "Nam", "1985", "Giáy", None, None]
    there = [2, "Mẫu Hai", 102, *here[3:]]
    found = whole(tmp_path, here, there)
    assert (found.found["new"], found.written["new"], found.written["changed"]) == (2, 2, 0)
    numbers = Resident.objects.order_by("pk").values_list("household__number", flat=True)
    assert list(numbers) == [101, 102]
    assert tried(brought(tmp_path, [here, there])).found["same"] == 2


def test_whatever_changes_of_many_is_brought_up_in_a_few_questions(
    tmp_path: Path, django_assert_max_num_queries: Any
) -> None:
    people = [
        [n, "Ún Tà", n, None, f"Người {n}", "Nam", "1970", "Giáy", None, None] for n in range(1, 21)
    ]
    whole(tmp_path, *people)
    other = [
        [*one[:1], "Mẫu Hai", 100 + one[0], "Con", f"{one[4]}", "Nữ", *one[6:]] for one in people
    ]
    found = tried(brought(tmp_path, other))
    by = cast.acting(cast.officer())
    actions.confirm(brought=found, reason="thử", by=by, at=cast.AT)
    with django_assert_max_num_queries(45):
        working.work_once(lambda: cast.AT)
    homes = Resident.objects.order_by("pk").values_list("household__number", "sex", "relation")
    assert list(homes) == [(100 + n, "female", "Con") for n in range(1, 21)]
    moves = Move.objects.filter(source=f"import:{found.pk}").order_by("pk")
    assert [one.kind for one in moves][:2] == ["settled", "changed"]
    assert moves.count() == 40
