"""Hộ tịch 158: the template exactly, what goes when, and what any file would be refused for."""

from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from motcua.audit.models import JournalLine
from motcua.foundation.refusal import Refusal
from motcua.registers import actions
from motcua.registers.actions import Note
from motcua.registers.errors import NotYourBooks
from motcua.registers.kinds import books
from motcua.registers.models import Entry
from motcua.sheets.errors import (
    NothingToExport,
    PeriodBackwards,
    PeriodTooLong,
    TemplateUnknown,
    UnknownExport,
)
from motcua.sheets.ministry158.choosing import (
    Choice,
    choose,
    export,
    exports,
    one_export,
    write_file,
)
from motcua.sheets.ministry158.layouts import FACTS, WAYS, layouts
from motcua.sheets.models import MinistryExport
from tests import cast
from tests.unchanged import refused

pytestmark = pytest.mark.django_db
YEAR = {"since": date(2026, 1, 1), "until": date(2026, 12, 31)}
BIRTH = {
    "child.name": "Vàng Thị Bé",
    "child.birth": "2026-02-11",
    "child.sex": "female",
    "child.ethnic": "25",
    "child.nationality": "VN",
    "child.birth_place": "Trạm y tế xã Cốc San",
    "child.identity": "010326000009",
    "mother.name": "Vàng Thị Thử",
    "mother.birth": "1991",
    "mother.ethnic": "25",
    "mother.nationality": "VN",
    "mother.identity": "000191000001",
    "father.name": "Lù A Mẫu",
    "father.identity": "063012345",
    "declarant.name": "Lù A Mẫu",
    "declarant.relation": "Cha",
    "place": "Ủy ban nhân dân xã Cốc San",
    "signer.name": "Phạm Văn Ký",
    "signer.title": "Chủ tịch",
}


def birth(source: str = "dossier:1", **content: str) -> Entry:
    return actions.write_entry(
        commune=cast.COC_SAN,
        kind="birth",
        content={**BIRTH, **content},
        source=source,
        by=cast.acting(cast.officer()),
        at=cast.AT,
    )


def chosen(kind: str = "birth", **days: date) -> Choice:
    by = cast.acting(cast.officer())
    return choose(by=by, commune=cast.COC_SAN, kind=kind, **{**YEAR, **days})


def exported(*, again: bool = False, press: UUID | None = None) -> MinistryExport:
    return export(
        press=press or uuid4(),
        commune=cast.COC_SAN,
        kind="birth",
        again=again,
        by=cast.acting(cast.officer()),
        at=cast.AT,
        **YEAR,
    )


def filled(path: Path) -> Path:
    write_file(path, made=exported(again=True), by=cast.acting(cast.officer()), at=cast.AT)
    return path


def noted(entry: Entry, source: str = "n:1") -> None:
    note = Note("correction", "Tên đúng là Vàng Thị Bé Hai", {}, "Sai chính tả", "H38-1")
    actions.write_note(
        entry=entry, note=note, source=source, by=cast.acting(cast.chair()), at=cast.AT
    )


def test_every_template_fills_its_columns_with_terms_of_its_book() -> None:
    assert list(layouts()) == ["birth", "death", "marital", "marriage", "parentage"]
    for kind, layout in layouts().items():
        names = [column.name for column in layout.columns]
        assert len(set(names)) == len(names)
        for column in layout.columns:
            assert column.way in WAYS
            assert column.source in {"", *FACTS, *books()[kind].terms}
        # Whoever asked stands in the file with all that the book knows of them.
        asked = {one for one in books()[kind].terms if one.startswith(("declarant.", "filer."))}
        assert asked <= {column.source for column in layout.columns}


def test_the_template_of_births_is_that_of_the_software_and_the_others_say_that_they_are_not() -> (
    None
):
    birth_layout = layouts()["birth"]
    assert (birth_layout.mark, birth_layout.sheet, len(birth_layout.columns)) == (
        "verified",
        "DL Import",
        70,
    )
    assert birth_layout.headings[:6] == (
        "STT",
        "so ",
        "quyenSo ",
        "trangSo ",
        "ngayDangKy ",
        "loaiDangKy \ni=[1,2,3,4,5,6]",
    )
    assert {layout.mark for kind, layout in layouts().items() if kind != "birth"} == {"unsure"}


EXPECTED = {
    "STT": 1,
    "so": "01/2026",
    "quyenSo": "01/2026",
    "trangSo": "1",
    "ngayDangKy": "03.03.2026",
    "loaiDangKy": "1",
    "noiDangKy": "Ủy ban nhân dân xã Cốc San",
    "nguoiKy": "Phạm Văn Ký",
    "chucVuNguoiKy": "Chủ tịch",
    "nguoiThucHien": "Hoàng Văn Xét",
    "ghiChu": "Tên đúng là Vàng Thị Bé Hai",
    "nksSoDinhDanh": "010326000009",
    "nksHoTen": "Vàng Thị Bé",
    "nksGioiTinh": "2",
    "nksNgaySinh": "11.02.2026",
    "nksNgaySinhBangChu": "Ngày mười một, tháng hai, năm hai nghìn không trăm hai mươi sáu",
    "nksNoiSinh": "Trạm y tế xã Cốc San",
    "nksDanToc": "Giáy",
    "nksQuocTich": "Việt Nam",
    "nksLoaiKhaiSinh": "1",
    "meSoDinhDanhCaNhan": "000191000001",
    "meHoTen": "Vàng Thị Thử",
    "meNgaySinh": "1991",
    "meDanToc": "Giáy",
    "meQuocTich": "Việt Nam",
    "meLoaiGiayToTuyThan": "4",
    "meSoGiayToTuyThan": "000191000001",
    "chaSoDinhDanhCaNhan": "063012345",
    "chaHoTen": "Lù A Mẫu",
    "chaLoaiGiayToTuyThan": "1",
    "chaSoGiayToTuyThan": "063012345",
    "nycHoTen": "Lù A Mẫu",
    "nycQuanHe": "Cha",
}


def test_two_programs_that_others_wrote_read_every_cell_of_the_file(tmp_path: Path) -> None:
    noted(birth())
    path = filled(tmp_path / "158.xlsx")
    layout = layouts()["birth"]
    wanted = [EXPECTED.get(column.name) for column in layout.columns]
    first = load_workbook(path)
    assert first.sheetnames == ["DL Import", "Ghi chu"]
    head, line = first["DL Import"].iter_rows()
    assert [cell.value for cell in head] == list(layout.headings)
    assert [cell.value for cell in line] == wanted
    # A number in front; all else is text, in cells that stay text when they are typed over.
    assert [cell.data_type for cell in line if cell.value is not None] == ["n", *["s"] * 32]
    assert {cell.number_format for cell in line[1:] if cell.value is not None} == {"@"}
    second = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("DL Import").to_python()
    assert second[0] == list(layout.headings)
    assert [value or None for value in second[1]] == wanted


def test_the_second_sheet_explains_the_codes_in_the_places_of_the_template(tmp_path: Path) -> None:
    birth()
    sheet = load_workbook(filled(tmp_path / "158.xlsx"))["Ghi chu"]
    assert [sheet[at].value for at in ("B2", "E2", "B10", "B15")] == [
        "Loại đăng ký",
        "Loại giấy tờ tùy thân",
        "Giới tính",
        "nksMatTich & nksHanCheNangLucHanhVi",
    ]
    assert (sheet["B3"].value, sheet["C3"].value) == (1, "Đăng kí đúng hạn")
    assert (sheet["E6"].value, sheet["F6"].value) == (4, "Thẻ căn cước công dân")
    assert sorted(str(one) for one in sheet.merged_cells.ranges) == [
        "B10:C10",
        "B15:C15",
        "B2:C2",
        "E2:F2",
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ({}, "1"),
        ({"child.birth": "2026-01-02"}, "1"),
        ({"child.birth": "2026-01-01"}, "4"),
        ({"child.birth": "2026"}, "6"),
        ({"again": "Đăng ký lại"}, "2"),
    ],
)
def test_on_time_is_sixty_days_and_not_one_more(
    tmp_path: Path, content: dict[str, str], code: str
) -> None:
    birth(**content)
    line = list(load_workbook(filled(tmp_path / "158.xlsx"))["DL Import"].iter_rows())[1]
    assert line[5].value == code


def test_an_entry_goes_once_and_again_when_a_note_was_written(tmp_path: Path) -> None:
    first, second = birth(), birth("dossier:2")
    assert [row.pk for row in chosen().fresh] == [first.pk, second.pk]
    made = exported()
    assert made.entries == 2
    assert (list(chosen().fresh), len(chosen().sent)) == ([], 2)
    with refused(NothingToExport):
        exported()
    noted(second)
    assert [row.pk for row in chosen().fresh] == [second.pk]
    assert exported().entries == 1
    assert exported(again=True).entries == 2
    told = exports(by=cast.acting(cast.officer()), commune=cast.COC_SAN)
    assert sorted(one.entries for one in told) == [1, 2, 2]


def test_one_press_is_one_export_and_one_line_of_the_journal(tmp_path: Path) -> None:
    birth()
    press = uuid4()
    assert exported(press=press).pk == exported(press=press).pk
    line = JournalLine.objects.get(verb="export_ministry")
    assert (line.about, line.facts) == (
        f"ministry158:{press}",
        {"kind": "birth", "since": "2026-01-01", "until": "2026-12-31", "entries": 1},
    )


def test_whoever_takes_the_file_leaves_a_line_that_names_the_entries(tmp_path: Path) -> None:
    entry = birth()
    made = exported()
    write_file(tmp_path / "a.xlsx", made=made, by=cast.acting(cast.officer()), at=cast.AT)
    line = JournalLine.objects.get(verb="read.entry")
    assert (line.about, line.why) == (f"entry:{entry.pk}", f"ministry158:{made.pk}")


def test_an_entry_without_what_the_software_wants_cannot_go() -> None:
    entry = birth(place="")
    found = chosen()
    assert [(one.entry.pk, list(one.columns)) for one in found.barred] == [
        (entry.pk, ["noiDangKy"])
    ]
    assert (list(found.fresh), list(found.sent)) == ([], [])
    with refused(NothingToExport):
        exported()


@pytest.mark.parametrize(
    ("asked", "refusal"),
    [
        ({"kind": "guardian"}, TemplateUnknown),
        ({"kind": "nonsense"}, TemplateUnknown),
        ({"until": date(2025, 12, 31)}, PeriodBackwards),
        ({"since": date(2025, 12, 1), "until": date(2026, 12, 31)}, PeriodTooLong),
    ],
)
def test_what_cannot_be_chosen(asked: dict[str, object], refusal: type[Refusal]) -> None:
    with refused(refusal):
        chosen(**asked)  # type: ignore[arg-type]


def test_only_those_who_keep_the_books_export_and_only_their_own() -> None:
    birth()
    made = exported()
    for account in (cast.receptionist(), cast.administrator(), cast.stranger_officer()):
        by = cast.acting(account)
        with refused(NotYourBooks):
            choose(by=by, commune=cast.COC_SAN, kind="birth", **YEAR)
        with refused(NotYourBooks):
            exports(by=by, commune=cast.COC_SAN)
    stranger = cast.acting(cast.stranger_officer())
    with refused(UnknownExport):
        one_export(by=stranger, commune=cast.OTHER, key=made.pk)
