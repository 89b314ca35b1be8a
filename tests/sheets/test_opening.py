"""Spreadsheets in every guise are read row by row; what is none is said no to."""

import io
import unicodedata
import zipfile
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from structlog.testing import capture_logs

from motcua.sheets.errors import (
    SheetEmpty,
    SheetNotRead,
    SheetTooLong,
    SheetTooWide,
    SheetUnreadable,
)
from motcua.sheets.opening import tcvn3
from motcua.sheets.opening.bounds import MOST_COLUMNS, MOST_ROWS, Refused
from motcua.sheets.opening.delimited import rows_of, separator_of, text_of
from motcua.sheets.reading import opened
from motcua.sheets.writing import guarded, write_text, write_workbook
from tests.sheets.brought import workbook

NAMES = "Họ và tên;Năm sinh\nLù Thị Sẩy;1968\nGiàng A Páo;21/03/1954\n"
# What Vietnamese names are written with, small, since TCVN3 has no capitals with a tone.
SMALL = "".join(tcvn3.LETTERS.values()) + "abcdeghiklmnopqrstuvxy "


def rows(path: Path) -> list[tuple[int, Any]]:
    with opened(path) as sheet:
        return list(sheet.rows)


def test_a_workbook_gives_text_numbers_and_dates_with_the_rows_of_the_sheet(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        [[], [None, "Họ tên", "Số", "Sinh"], [None, "Lù A Mẫu", 10191000001, date(1954, 3, 21)]],
    )
    assert rows(path) == [
        (1, []),
        (2, [None, "Họ tên", "Số", "Sinh"]),
        (3, [None, "Lù A Mẫu", 10191000001, ["date", "1954-03-21"]]),
    ]


def test_what_is_merged_downwards_holds_for_each_row(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        [["Hộ", "Tên"], [7, "An"], [None, "Bé"], [8, "Cả"]],
        merged=["A2:A3", "A4:B4"],
    )
    assert rows(path)[1:] == [(2, [7, "An"]), (3, [7, "Bé"]), (4, [8])]


def test_a_formula_without_a_result_is_an_empty_cell(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["a", "b"], ["=1+1", "x"]])
    assert rows(path)[1] == (2, [None, "x"])


def test_a_later_sheet_is_read_where_the_first_is_empty(tmp_path: Path) -> None:
    book = Workbook()
    book.create_sheet("Dân cư").append(["Tên"])
    book.save(tmp_path / "a.xlsx")
    with opened(tmp_path / "a.xlsx") as sheet:
        assert (sheet.kind, sheet.sheet) == ("workbook", "Dân cư")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-mark"])
def test_text_in_unicode_is_read_by_its_mark(tmp_path: Path, encoding: str) -> None:
    content = NAMES.encode("utf-16-le") if encoding.endswith("mark") else NAMES.encode(encoding)
    path = tmp_path / "a.csv"
    path.write_bytes(b"\xff\xfe" + content if encoding.endswith("mark") else content)
    with opened(path) as sheet:
        assert sheet.separator == ";"
        assert list(sheet.rows)[1] == (2, ["Lù Thị Sẩy", "1968"])


def test_windows_1258_writes_tones_behind_the_letter(tmp_path: Path) -> None:
    spelt = "".join(
        unicodedata.normalize("NFD", letter) if letter in "ùịẩàáọ" else letter for letter in NAMES
    )
    # ẩ is â and a hook there: the circumflex stays with its letter.
    spelt = spelt.replace(unicodedata.normalize("NFD", "ẩ"), "â\N{COMBINING HOOK ABOVE}")
    path = tmp_path / "a.csv"
    path.write_bytes(spelt.encode("cp1258"))
    with opened(path) as sheet:
        assert sheet.encoding == "windows-1258"
        assert list(sheet.rows)[1:] == [
            (2, ["Lù Thị Sẩy", "1968"]),
            (3, ["Giàng A Páo", "21/03/1954"]),
        ]


def test_tcvn3_is_known_by_its_signs(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"Nguy\xd4n V\xa8n \xae\xb5o;H\xb5 N\xe9i\n")
    with opened(path) as sheet:
        assert sheet.encoding == "tcvn3"
        assert list(sheet.rows) == [(1, ["Nguyễn Văn đào", "Hà Nội"])]


@given(st.text(alphabet=SMALL, min_size=1))
def test_every_letter_of_tcvn3_comes_back(said: str) -> None:
    bytes_of = {letter: code for code, letter in tcvn3.LETTERS.items()}
    written = bytes(
        bytes_of.get(letter, ord(letter) if ord(letter) < 128 else 0) for letter in said
    )
    assert tcvn3.decoded(written) == said


@given(st.lists(st.lists(st.text(min_size=1, max_size=9), min_size=2, max_size=4), min_size=1))
def test_text_that_was_written_here_is_read_back(lines: list[list[str]]) -> None:
    kept = [[cell.replace("\0", "").replace("\r", "") or "-" for cell in line] for line in lines]
    file = io.StringIO(newline="")
    write_text(file, ["a", "b"], kept)
    back = list(rows_of(file.getvalue(), ","))[1:]
    assert [[cell or "" for cell in row] for row in back] == [
        [guarded(cell) for cell in line] for line in kept
    ]


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    if content[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        return
    with suppress(Refused):
        said, _encoding = text_of(content)
        list(rows_of(said, separator_of(said)))


def test_the_separator_of_the_first_line_is_believed() -> None:
    assert separator_of("sep=|\na|b") == "|"
    assert list(rows_of("sep=|\na|b", "|")) == [["a", "b"]]
    assert separator_of("a\tb\n") == "\t"


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", SheetEmpty),
        (b"  \n\n", SheetEmpty),
        (b"PK\x03\x04 broken", SheetUnreadable),
        (b"\xd0\xcf\x11\xe0 broken", SheetUnreadable),
        (b"\x89PNG\r\n\x1a\n\0\0\0", SheetUnreadable),
        (b"%PDF-1.7\n\0", SheetUnreadable),
        (b"a;" * (MOST_COLUMNS + 1) + b"b", SheetTooWide),
        (b"a\n" * (MOST_ROWS + 1), SheetTooLong),
    ],
)
def test_what_is_no_list_is_refused(
    tmp_path: Path, content: bytes, refusal: type[Exception]
) -> None:
    path = tmp_path / "a"
    path.write_bytes(content)
    with pytest.raises(refusal):
        rows(path)


def test_a_file_that_the_machine_cannot_read_is_not_called_a_bad_one(tmp_path: Path) -> None:
    with capture_logs() as lines, pytest.raises(SheetNotRead) as caught:
        rows(tmp_path / "gone")
    assert (caught.value.status, caught.value.code) == (503, "sheets.not_read")
    assert [line["event"] for line in lines] == ["sheet.not_read"]


def test_why_a_file_is_refused_is_logged_without_a_word_of_it(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"PK\x03\x04 broken")
    with capture_logs() as lines, pytest.raises(SheetUnreadable):
        rows(tmp_path / "a")
    assert lines == [{"event": "sheet.unreadable", "why": "UNREADABLE", "log_level": "info"}]


def test_a_workbook_is_read_by_what_it_holds_and_not_by_its_name(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["a", 1]])
    assert rows(path.rename(tmp_path / "0f3c.pdf")) == [(1, ["a", 1])]


def test_a_zip_that_unfolds_to_more_than_the_memory_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["a"]])
    with zipfile.ZipFile(path) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    bomb = (
        b"<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as whole:
        for name, content in parts.items():
            if name != "xl/worksheets/sheet1.xml":
                whole.writestr(name, content)
        with whole.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(bomb)
            row = b"<row><c t='inlineStr'><is><t>" + b"x" * 30_000 + b"</t></is></c></row>"
            for _ in range(80_000):
                sheet.write(row)
            sheet.write(b"</sheetData></worksheet>")
    assert path.stat().st_size < 15_000_000
    with pytest.raises(SheetUnreadable):
        rows(path)


def test_what_is_taken_along_is_text_alone(tmp_path: Path) -> None:
    wild = ["=1+1", "+84912345678", "-5", "@x", "http://a.vn", "000191000001"]
    write_workbook(tmp_path / "a.xlsx", ["h"] * 6, [wild])
    assert rows(tmp_path / "a.xlsx")[1] == (2, wild)
    with (tmp_path / "a.csv").open("w", encoding="utf-8", newline="") as file:
        write_text(file, ["h"] * 6, [wild])
    assert (tmp_path / "a.csv").read_text("utf-8").splitlines()[1] == (
        "'=1+1,'+84912345678,'-5,'@x,http://a.vn,000191000001"
    )
