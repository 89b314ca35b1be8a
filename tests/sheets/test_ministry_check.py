"""Any file is looked at as the ministry's software would: row, column, reason, cure."""

from datetime import date
from pathlib import Path

import pytest
from django.utils import translation

from motcua.sheets.ministry158.checking import FAULTS, check
from motcua.sheets.ministry158.layouts import layouts
from tests.sheets.brought import workbook
from tests.sheets.test_ministry import EXPECTED, birth, filled

pytestmark = pytest.mark.django_db


def test_what_we_write_passes_our_own_check(tmp_path: Path) -> None:
    birth(**{"father.identity": ""})
    birth("dossier:2", **{"father.identity": ""})
    found = check(filled(tmp_path / "158.xlsx"))
    assert (found.kind, found.rows, list(found.faults)) == ("birth", 2, [])


def spoilt(tmp_path: Path, **cells: object) -> list[tuple[int, str, str]]:
    """A sound line with some cells spoilt: what the check says, by row, column and code."""
    layout = layouts()["birth"]
    line = [cells.get(column.name, EXPECTED.get(column.name)) for column in layout.columns]
    line[layout.headings.index("chaSoDinhDanhCaNhan")] = None
    path = workbook(tmp_path / "a.xlsx", [layout.headings, line])
    return [(fault.row, fault.column, fault.code) for fault in check(path).faults]


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"nksHoTen": None}, "empty"),
        ({"loaiDangKy": "7"}, "code"),
        ({"nksGioiTinh": "Nam"}, "code"),
        ({"ngayDangKy": "2026-03-03"}, "date"),
        ({"ngayDangKy": "31.02.2026"}, "date"),
        ({"nksNgaySinh": date(2026, 2, 11)}, "not_text"),
        ({"nksSoDinhDanh": "10326000009"}, "identity"),
    ],
)
def test_a_spoilt_cell_is_named_with_its_row_and_column(
    tmp_path: Path, cells: dict[str, object], code: str
) -> None:
    assert spoilt(tmp_path, **cells) == [(2, next(iter(cells)), code)]


@pytest.mark.parametrize("cell", ["1954", "03.1954", "10/10/1981", "10.10.1981"])
def test_dates_as_the_template_shows_them_are_taken(tmp_path: Path, cell: str) -> None:
    assert spoilt(tmp_path, meNgaySinh=cell) == []


def test_codes_may_be_numbers(tmp_path: Path) -> None:
    assert spoilt(tmp_path, loaiDangKy=1, nksGioiTinh=2) == []


def test_headings_that_differ_lack_or_are_too_many_are_named(tmp_path: Path) -> None:
    headings = list(layouts()["birth"].headings)
    headings[6] = "Nơi đăng ký"
    path = workbook(tmp_path / "a.xlsx", [[*headings[:69]]])
    assert [(f.place, f.code) for f in check(path).faults] == [
        (7, "heading"),
        (70, "heading_missing"),
    ]
    path = workbook(tmp_path / "a.xlsx", [[*layouts()["birth"].headings, "thêm"]])
    assert [(f.place, f.column, f.code) for f in check(path).faults] == [
        (71, "thêm", "heading_spare")
    ]


def test_a_number_that_stands_twice_is_named_with_the_other_row(tmp_path: Path) -> None:
    layout = layouts()["birth"]
    line = [EXPECTED.get(column.name) for column in layout.columns]
    line[47] = None
    path = workbook(tmp_path / "a.xlsx", [layout.headings, line, line])
    (fault,) = check(path).faults
    assert (fault.row, fault.column, fault.code, dict(fault.facts)) == (
        3,
        "so",
        "twice",
        {"other": 2},
    )


def test_a_list_of_something_else_is_no_template(tmp_path: Path) -> None:
    found = check(workbook(tmp_path / "a.xlsx", [["Họ tên", "Năm sinh"], ["a", "1954"]]))
    assert (found.kind, [fault.code for fault in found.faults]) == ("", ["unknown_template"])


def test_no_more_faults_are_listed_than_anybody_reads(tmp_path: Path) -> None:
    layout = layouts()["birth"]
    found = check(workbook(tmp_path / "a.xlsx", [layout.headings, *[["x"]] * 100]))
    assert (len(found.faults), found.more, found.rows) == (500, True, 100)


@pytest.mark.parametrize("language", ["vi", "en", "hi"])
def test_every_fault_has_its_reason_and_its_cure(language: str) -> None:
    facts = {"is": "a", "want": "b", "codes": "1", "length": 3, "other": 2}
    with translation.override(language):
        for reason, cure in FAULTS.values():
            assert str(reason) % facts
            assert str(cure) % facts
