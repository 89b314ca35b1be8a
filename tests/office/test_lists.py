"""The doors of the lists that come in and go out."""

from pathlib import Path
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.audit.models import JournalLine
from motcua.people.models import Resident
from motcua.sheets import working
from motcua.sheets.models import BroughtList
from tests import cast
from tests.office.visits import At, words
from tests.sheets.brought import workbook
from tests.sheets.test_people_list import HEADINGS, LAN, PAO, TIN
from tests.unchanged import everything

pytestmark = pytest.mark.django_db


def desk() -> At:
    return At(cast.officer())


def file_of(tmp_path: Path, *rows: list[object]) -> SimpleUploadedFile:
    path = workbook(tmp_path / "a.xlsx", [HEADINGS, *rows])
    return SimpleUploadedFile("dân cư.xlsx", path.read_bytes())


def brought(at: At, tmp_path: Path, *rows: list[object]) -> BroughtList:
    cast.coc_san()
    at.post("bring", kind="people", press=str(uuid4()), file=file_of(tmp_path, *rows))
    return BroughtList.objects.latest("brought_at", "pk")


def looked(at: At, found: BroughtList) -> None:
    form = {"heading_row": "1", "column": list(found.columns)}
    assert at.post("list-act", found.pk, "columns", **form).status_code == 302
    assert working.work_once(lambda: cast.AT)


def test_a_list_is_brought_mapped_seen_confirmed_and_taken_over(tmp_path: Path) -> None:
    at = desk()
    found = brought(at, tmp_path, LAN, [*PAO[:5], "?", *PAO[6:]], TIN)
    page = words(at.get("list", found.pk))
    assert "Thôn Ún Tà · ún tà" in page
    assert '<option value="village" selected>Thôn *</option>' in page
    looked(at, found)
    page = words(at.get("list", found.pk))
    assert "<dt>Mới</dt><dd>2</dd>" in page
    assert "<dt>Sai, không nhập</dt><dd>1</dd>" in page
    assert "“?” không phải giới tính." in page
    assert at.post("list-act", found.pk, "confirm", reason="Rà soát").status_code == 302
    assert "Đã nhập 0 trên 3 dòng" in words(at.get("list", found.pk))
    assert "HX-Refresh" not in at.get("list-progress", found.pk)
    assert working.work_once(lambda: cast.AT)
    assert at.get("list-progress", found.pk)["HX-Refresh"] == "true"
    assert "Đã nhập xong danh sách" in words(at.get("list", found.pk))
    assert Resident.objects.count() == 2
    sent = at.get("list-problems", found.pk)
    assert sent["Content-Disposition"].endswith("-problems.xlsx")
    assert JournalLine.objects.filter(verb="read.list", about=f"list:{found.pk}").count() == 4


@pytest.mark.parametrize(
    ("form", "said", "status"),
    [
        ({"kind": "people"}, "chọn tệp trước", 422),
        ({"kind": "x", "file": b"a;b\n1;2\n"}, "chọn danh sách về gì", 422),
        ({"kind": "people", "file": b"PK\x03\x04"}, "Không đọc được tệp này", 415),
        ({"kind": "people", "file": b"x\ny\n"}, "Không thấy dòng tên cột", 422),
    ],
)
def test_what_is_no_list_is_said_and_keeps_nothing(
    form: dict[str, object], said: str, status: int
) -> None:
    at = desk()
    before = everything()
    content = form.get("file")
    sent = {**form, "file": SimpleUploadedFile("a.csv", content)} if content else form  # type: ignore[arg-type]
    answer = at.post("bring", press=str(uuid4()), **sent)
    assert answer.status_code == status
    assert said in words(answer)
    assert everything() == before


def test_that_neither_kind_nor_file_was_chosen_is_said_at_once() -> None:
    cast.coc_san()
    page = words(desk().post("bring", press=str(uuid4()), kind=""))
    assert "2 chỗ cần sửa" in page
    assert '<a href="#kind">' in page
    assert '<a href="#file">' in page


def test_all_that_a_list_lacks_to_be_taken_along_is_said_at_once() -> None:
    cast.coc_san()
    at = desk()
    before = everything()
    form = {"kind": "", "format": "csv", "reason": " ", "first_year": "20x5", "last_year": "2020"}
    answer = at.post("take", **form)
    page = words(answer)
    assert (answer.status_code, "3 chỗ cần sửa" in page) == (422, True)
    assert [f'id="{name}-error"' in page for name in ("kind", "first_year", "last_year")] == [
        True,
        True,
        False,
    ]
    assert 'value="20x5"' in page
    assert everything() == before


def test_a_press_that_is_none_is_no_press() -> None:
    form = {"kind": "people", "press": "x"}
    assert desk().post("bring", **form).status_code == 400


def test_columns_that_are_missing_and_a_reason_that_is_missing_are_said(tmp_path: Path) -> None:
    at = desk()
    found = brought(at, tmp_path, LAN)
    answer = at.post("list-act", found.pk, "columns", heading_row="1", column=["", "village"])
    assert answer.status_code == 422
    assert "Anh/chị chọn cột cho: " in words(answer)
    looked(at, found)
    answer = at.post("list-act", found.pk, "confirm", reason="")
    assert (answer.status_code, "ghi lý do" in words(answer)) == (422, True)
    assert not Resident.objects.exists()


def test_what_was_chosen_of_the_columns_is_kept_and_two_that_are_one_are_marked(
    tmp_path: Path,
) -> None:
    at = desk()
    found = brought(at, tmp_path, LAN)
    chosen = ["sex", *found.columns[1:]]
    answer = at.post("list-act", found.pk, "columns", heading_row="1", column=chosen)
    assert answer.status_code == 422
    page = words(answer)
    assert page.count("trùng với một cột khác") == page.count('aria-invalid="true"') == 2
    first = page.split('id="column-1" name="column"')[1].split("</select>")[0]
    assert '<option value="sex" selected>' in first


def test_a_list_is_put_away(tmp_path: Path) -> None:
    at = desk()
    found = brought(at, tmp_path, LAN)
    assert 'aria-current="step"' in words(at.get("list", found.pk))
    at.post("list-act", found.pk, "drop")
    page = words(at.get("list", found.pk))
    assert "Danh sách này đã bỏ" in page
    # There is no step to go on with.
    assert 'aria-current="step"' not in page
    assert "đã bỏ" in words(at.get("bring"))


def test_a_list_of_another_commune_is_not_found(tmp_path: Path) -> None:
    found = brought(desk(), tmp_path, LAN)
    stranger = At(cast.stranger_officer())
    assert stranger.get("list", found.pk).status_code == 404
    assert stranger.post("list-act", found.pk, "drop").status_code == 404


def test_a_list_is_taken_along_for_a_reason() -> None:
    cast.thu()
    at = desk()
    form = {"kind": "people", "format": "csv", "reason": "Đối chiếu"}
    sent = at.post("take", **form)
    assert sent["Content-Disposition"] == 'attachment; filename="people-2026-03-03.csv"'
    assert "Vàng Thị Thử" in b"".join(sent.streaming_content).decode()  # type: ignore[attr-defined]
    answer = at.post("take", **{**form, "reason": ""})
    assert (answer.status_code, "ghi lý do" in words(answer)) == (422, True)


def test_how_many_questions_a_page_of_bad_rows_asks_does_not_grow(  # type: ignore[no-untyped-def]
    tmp_path: Path, django_assert_max_num_queries
) -> None:
    at = desk()
    bad = [[n, "?", n, None, f"Người {n}", "?", "?", "?", None, None] for n in range(60)]
    found = brought(at, tmp_path, *bad)
    looked(at, found)
    with django_assert_max_num_queries(20):
        page = words(at.get("list", found.pk))
    assert "?after=" in page
