"""The door to hộ tịch 158."""

from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from motcua.registers.actions import compare_waiting
from motcua.registers.models import Double, Entry
from motcua.sheets.models import MinistryExport
from motcua.sheets.opening.bounds import MOST_BYTES
from tests import cast
from tests.office.visits import At, words
from tests.registers.test_cancelling import approved
from tests.registers.twice import SAME, decide
from tests.sheets.test_ministry import birth, filled
from tests.unchanged import everything

pytestmark = pytest.mark.django_db
ASKED = {"kind": "birth", "since": "01/01/2026", "until": "31/12/2026"}


def desk() -> At:
    return At(cast.officer())


def make(at: At, **form: object) -> str:
    return words(at.post("ministry", **{**ASKED, "press": str(uuid4()), **form}))


def test_the_page_says_what_is_ready_and_gives_the_file() -> None:
    birth()
    page = words(desk().get("ministry", **ASKED))
    assert "<dt>Xuất được ngay</dt><dd>1</dd>" in page
    answer = desk().post("ministry", **ASKED, press=str(uuid4()))
    made = MinistryExport.objects.get()
    assert answer["Location"].endswith(f"&made={made.pk}")
    after = words(desk().get("ministry", **ASKED, made=str(made.pk)))
    assert "Tệp đã sẵn sàng" in after
    assert "<dt>Đã xuất, từ đó không đổi</dt><dd>1</dd>" in after
    sent = desk().get("ministry-file", made.pk)
    assert (
        sent["Content-Disposition"] == 'attachment; filename="158-birth-2026-01-01-2026-12-31.xlsx"'
    )
    content = b"".join(sent.streaming_content)  # type: ignore[attr-defined]
    assert load_workbook(BytesIO(content))["DL Import"]["M2"].value == "Vàng Thị Bé"


def test_an_entry_that_cannot_go_is_named_with_its_link_and_column() -> None:
    entry = birth(place="")
    page = words(desk().get("ministry", **ASKED))
    assert f'<a href="/desk/books/entry/{entry.pk}">1/2026</a>' in page
    assert "noiDangKy" in page


def test_what_does_not_go_is_counted_in_words() -> None:
    first = birth()
    assert "không xuất" not in words(desk().get("ministry", **ASKED))
    approved(first)
    for source in ("dossier:2", "dossier:3"):
        birth(source)
    compare_waiting(at=cast.AT)
    row = Double.objects.get()
    decide(row, SAME, row.first_id)
    page = words(desk().get("ministry", **ASKED))
    assert "1 mục đã hủy bỏ không xuất." in page
    assert "1 mục ghi trùng không xuất: đã có mục khác được dùng." in page
    assert "<dt>Xuất được ngay</dt><dd>1</dd>" in page


def test_a_template_that_was_not_seen_is_said_to_be_so() -> None:
    assert "Chưa thấy tệp mẫu" not in words(desk().get("ministry", **ASKED))
    assert "Chưa thấy tệp mẫu" in words(desk().get("ministry", **{**ASKED, "kind": "death"}))
    assert "Sổ đăng ký giám hộ" in words(desk().get("ministry"))


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({}, "Không có gì để xuất"),
        ({"since": "mai"}, "Ghi ngày/tháng/năm"),
        ({"until": "31/12/2025"}, "Ngày cuối trước ngày đầu"),
        ({"until": "31/12/2027"}, "chọn nhiều nhất một năm"),
        ({"kind": "guardian"}, "Chưa có mẫu phần mềm"),
    ],
)
def test_what_cannot_be_made_is_said_and_changes_nothing(form: dict[str, str], said: str) -> None:
    at = desk()
    before = everything()
    assert said in make(at, **form)
    assert everything() == before


def test_a_press_that_is_none_is_no_press() -> None:
    assert desk().post("ministry", **ASKED, press="x").status_code == 400


def test_the_check_names_rows_and_keeps_nothing(tmp_path: Path) -> None:
    birth()
    content = filled(tmp_path / "a.xlsx").read_bytes()
    at = desk()
    before = everything()
    page = words(at.post("ministry-check", file=SimpleUploadedFile("a.xlsx", content)))
    assert "chaSoDinhDanhCaNhan" in page
    assert "Số định danh cá nhân có 12 chữ số; số này có 9." in page
    assert everything() == before
    assert Entry.objects.count() == 1


@pytest.mark.parametrize(
    ("content", "said", "status"),
    [
        (None, "chọn tệp trước", 422),
        (b"PK\x03\x04x", "Không đọc được tệp này", 415),
        (b"x" * (MOST_BYTES + 1), "lớn hơn 40 MB", 413),
    ],
)
def test_a_file_that_is_none_is_said(content: bytes | None, said: str, status: int) -> None:
    form = {} if content is None else {"file": SimpleUploadedFile("a.xlsx", content)}
    answer = desk().post("ministry-check", **form)
    assert answer.status_code == status
    assert said in words(answer)


def test_how_many_questions_the_page_asks_does_not_grow(django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    at = desk()
    for number in range(30):
        birth(f"dossier:{number}")
    with django_assert_max_num_queries(20):
        at.get("ministry", **ASKED)


def test_the_lists_lead_to_what_there_is() -> None:
    page = words(desk().get("lists"))
    assert 'href="/desk/lists/ministry158"' in page
    assert 'href="/desk/lists/ministry158/check"' in page
