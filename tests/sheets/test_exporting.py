"""The people and the books go out as lists that come back unchanged."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from openpyxl import load_workbook

from motcua.audit.models import JournalLine
from motcua.foundation.refusal import Refusal
from motcua.people.models import Exemption, Resident
from motcua.registers import actions as register_actions
from motcua.sheets import actions, exporting, working
from motcua.sheets.errors import KindMissing, ListTooLong, NothingThere, NotYourLists, ReasonMissing
from motcua.sheets.exporting import Wanted, export_list
from motcua.sheets.keeping import KEPT, let_go
from motcua.sheets.models import BroughtList, Stage
from motcua.sheets.reporting import write_report
from tests import cast, kin
from tests.sheets import test_book_list, test_people_list
from tests.sheets.test_people_list import LAN, PAO, TIN, brought, tried
from tests.unchanged import refused

pytestmark = pytest.mark.django_db
CONTENT = {
    "child.name": "Vàng Thị Bé",
    "child.birth": "2026-02",
    "child.sex": "undetermined",
    "child.ethnic": "55",
    "child.nationality": "CN",
    "child.birth_place": "Trạm y tế",
}
PEOPLE = Wanted("people", 0, 0, workbook=True, reason="Gửi công an xã đối chiếu")


def exported(path: Path, wanted: Wanted) -> int:
    by = cast.acting(cast.officer())
    return export_list(path, wanted=wanted, commune=cast.COC_SAN, by=by, at=cast.AT)


def brought_back(path: Path, kind: str) -> BroughtList:
    by = cast.acting(cast.officer())
    found = actions.bring(
        press=uuid4(), commune=cast.COC_SAN, kind=kind, path=path, name=path.name, by=by, at=cast.AT
    )
    return tried(found)


@pytest.mark.parametrize("end", ["xlsx", "csv"])
def test_the_people_come_back_unchanged(tmp_path: Path, end: str) -> None:
    cast.thu()
    cast.mau()
    test_people_list.whole(tmp_path, LAN, PAO, TIN)
    path = tmp_path / f"out.{end}"
    assert exported(path, replace(PEOPLE, workbook=end == "xlsx")) == 5
    found = brought_back(path, "people")
    assert "" not in found.columns
    assert (found.found["same"], found.found["bad"], found.found["changed"]) == (5, 0, 0)


@pytest.mark.parametrize("end", ["xlsx", "csv"])
def test_kin_and_grounds_go_out_and_come_back_unchanged(tmp_path: Path, end: str) -> None:
    family = kin.family()
    stranger = Resident.objects.create(
        commune=cast.other_commune(),
        village_id=f"{cast.OTHER}-01",
        full_name="Người Xã Khác",
        name_folded="nguoi xa khac",
        sex="male",
        birth="1900",
        ethnic="25",
    )
    Resident.objects.filter(pk=family["father"].pk).update(father=stranger)
    for ground, until in (("poor", date(2027, 1, 1)), ("disabled", None)):
        Exemption.objects.create(
            commune_id=cast.COC_SAN,
            resident=family["mother"],
            ground=ground,
            valid_from=date(2026, 1, 1),
            valid_to=until,
            basis="Quyết định 12; 2026",
        )
    path = tmp_path / f"out.{end}"
    assert exported(path, replace(PEOPLE, workbook=end == "xlsx")) == 5
    found = brought_back(path, "people")
    assert "" not in found.columns
    assert (found.found["same"], found.found["ties"], found.found["untied"]) == (5, 0, 0)
    Exemption.objects.all().delete()
    again = brought_back(path, "people")
    assert (again.found["same"], again.found["ties"]) == (5, 2)


@pytest.mark.parametrize("end", ["xlsx", "csv"])
def test_a_book_comes_back_unchanged_and_its_notes_stand_beside_it(
    tmp_path: Path, end: str
) -> None:
    test_book_list.whole(tmp_path, test_book_list.BE, test_book_list.HAI)
    entry = register_actions.write_entry(
        commune=cast.COC_SAN,
        kind="birth",
        content={**CONTENT, "child.name": "=Tên Lạ"},
        source="dossier:1",
        by=cast.acting(cast.officer()),
        at=cast.AT,
    )
    path = tmp_path / f"out.{end}"
    assert exported(path, replace(PEOPLE, kind="book:birth", workbook=end == "xlsx")) == 3
    found = brought_back(path, "book:birth")
    assert (found.found["same"], found.found["bad"]) == (3, 0)
    years = replace(PEOPLE, kind="book:birth", first_year=2000, last_year=2026)
    assert exported(tmp_path / "one.xlsx", years) == 1
    assert entry.year == 2026


def test_a_list_that_goes_out_is_a_line_of_the_journal_with_its_reason(tmp_path: Path) -> None:
    cast.thu()
    exported(tmp_path / "a.xlsx", PEOPLE)
    line = JournalLine.objects.get(verb="export_list")
    assert (line.why, line.facts) == (
        "Gửi công an xã đối chiếu",
        {"kind": "people", "rows": 1, "workbook": True},
    )
    sheet = load_workbook(tmp_path / "a.xlsx").active
    assert sheet is not None
    assert [cell.value for cell in sheet[2]][:8] == [
        "Thôn Ún Tà",
        "1",
        None,
        "Vàng Thị Thử",
        "Nữ",
        "12/05/1991",
        "Giáy",
        "000191000001",
    ]


@pytest.mark.parametrize(
    ("wanted", "refusal"),
    [
        (replace(PEOPLE, kind="x"), KindMissing),
        (replace(PEOPLE, reason=" "), ReasonMissing),
        (replace(PEOPLE, kind="book:death"), NothingThere),
        (PEOPLE, ListTooLong),
    ],
)
def test_what_cannot_go_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wanted: Wanted, refusal: type[Refusal]
) -> None:
    cast.thu()
    cast.mau()
    monkeypatch.setattr(exporting, "MOST_IN_WORKBOOK", 1)
    with refused(refusal):
        exported(tmp_path / "a.xlsx", wanted)


def test_only_those_who_keep_the_books_take_lists_along(tmp_path: Path) -> None:
    cast.thu()
    for account in (cast.receptionist(), cast.administrator(), cast.stranger_officer()):
        with refused(NotYourLists):
            export_list(
                tmp_path / "a",
                wanted=PEOPLE,
                commune=cast.COC_SAN,
                by=cast.acting(account),
                at=cast.AT,
            )


def test_the_bad_rows_go_out_as_they_were_brought_with_their_reasons(tmp_path: Path) -> None:
    found = tried(brought(tmp_path, [LAN, [*PAO[:5], "?", *PAO[6:]]]))
    by = cast.acting(cast.officer())
    path = tmp_path / "bad.xlsx"
    write_report(path, brought=found, headings=("Dòng", "Lý do"), by=by, at=cast.AT)
    sheet = load_workbook(path).active
    assert sheet is not None
    head, first, second = sheet.iter_rows(values_only=True)
    assert head[:4] == ("Dòng", "Lý do", "STT", "Thôn, bản")
    assert first[0] == "4"
    assert str(first[1]).startswith("Số định danh cá nhân: Đã thêm lại số 0")
    assert second[:3] == ("5", "Giới tính: “?” không phải giới tính. Anh/chị ghi Nam hoặc Nữ.", "2")
    with refused(NothingThere):
        clean = tried(brought(tmp_path, [TIN[:9]]))
        write_report(path, brought=clean, headings=("", ""), by=by, at=cast.AT)


def test_a_file_is_let_go_after_a_month_and_what_it_brought_stays(tmp_path: Path) -> None:
    done = test_people_list.whole(tmp_path, LAN)
    open_one = brought(tmp_path, [PAO])
    let_go(cast.AT + KEPT)
    done.refresh_from_db()
    assert done.file
    let_go(cast.AT + KEPT + timedelta(seconds=1))
    done.refresh_from_db()
    open_one.refresh_from_db()
    assert (done.file, done.stage, open_one.file, open_one.stage) == (
        "",
        Stage.DONE,
        "",
        Stage.DROPPED,
    )
    assert Resident.objects.get().full_name == "Vàng Thị Lan"
    assert not working.waiting()
