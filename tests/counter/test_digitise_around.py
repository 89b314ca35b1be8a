"""The paper books at the desk, from all sides: figures, dossiers, other communes, the journal."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.http import HttpResponse

from motcua.audit.models import JournalLine
from motcua.registers.models import PaperVolume, Reading, Scan
from tests import cast
from tests.counter.test_digitise import differing, file, on_page
from tests.counter.visits import At, words
from tests.dossiers import story
from tests.dossiers.test_papers import photograph
from tests.registers.paper import copied, page
from tests.registers.volumes import read, read_second, volume

pytestmark = pytest.mark.django_db
NOBODY = "00000000-0000-4000-8000-000000000000"


def test_a_picture_is_put_beside_an_entry() -> None:
    xet = At(cast.officer())
    entry = copied(page())
    xet.post("entry-scans", entry.pk, scan=[file(photograph(600, 800))])
    assert Scan.objects.get().entry_id == entry.pk
    assert "Ảnh 1" in words(At(cast.receptionist()).get("entry", entry.pk))


def test_the_figures_say_who_read_what_and_where_they_differed() -> None:
    row = volume()
    differing(row)
    read(row, number="28")
    read_second(row, number="28")
    shown = words(At(cast.officer()).get("digitise-figures"))
    assert "<td>Hoàng Văn Xét</td><td>2 mục đã đọc</td>" in shown
    assert "100 trên 100 (2 trong 2)" in shown
    assert "1 · 50,0%" in shown
    assert "đọc 1, đọc lần 2 0, xét 1" in shown
    empty = At(cast.officer(), cast.AT + timedelta(days=60))
    assert "Những ngày này chưa có ai đọc." in words(empty.get("digitise-figures"))


def test_an_entry_that_a_dossier_needs_is_read_for_it() -> None:
    xet = At(cast.officer())
    dossier = story.in_progress(story.law())
    shown = words(xet.get("digitise-for", dossier.pk))
    assert "Hồ sơ khai" in shown
    assert 'value="1991"' in shown
    assert "<dd>Vàng Thị Thử</dd>" in shown
    wrong = xet.post("digitise-for", dossier.pk, kind="birth", year="", volume="1")
    assert wrong.status_code == 422
    assert 'value="1991"' not in words(wrong)
    wrong = xet.post("digitise-for", dossier.pk, kind="birth", year="1991", volume="2", page="9")
    assert wrong.status_code == 422
    assert "Trang 9 của quyển này chưa có ảnh." in words(wrong)
    assert not PaperVolume.objects.exists()
    answer = xet.post("digitise-for", dossier.pk, kind="birth", year="1991", volume="2")
    reading = Reading.objects.get()
    assert answer["Location"] == f"/desk/books/digitise/reading/{reading.pk}"
    assert reading.about == f"dossier:{dossier.pk}"
    assert reading.first == {}
    shown = words(xet.get("digitise-reading", reading.pk))
    assert "Hồ sơ khai: Vàng Thị Thử" in shown
    assert "Sổ đăng ký khai sinh 1991, quyển 2" in words(xet.get("digitise-for", dossier.pk))
    assert xet.get("digitise-for", UUID(NOBODY)).status_code == 404


def test_another_commune_finds_no_page_and_no_reading() -> None:
    row = volume()
    reading = read(row)
    ngoai = At(cast.stranger_officer())
    for answer in (
        ngoai.get("digitise-volume", row.pk),
        ngoai.get("digitise-reading", reading.pk),
        ngoai.post("digitise-reading", reading.pk, do="second"),
        ngoai.get("digitise-scan", reading.scan_id),
        ngoai.post("digitise-next", row.pk, "first"),
    ):
        assert answer.status_code == 404
    assert "1985, quyển" not in words(ngoai.get("digitise"))


def test_each_look_leaves_a_line() -> None:
    xet = At(cast.officer())
    row = volume()
    reading = on_page(xet, row)
    xet.get("digitise-reading", reading.pk)
    xet.get("digitise-scan", reading.scan_id)
    looks = JournalLine.objects.filter(verb__startswith="read.").order_by("number")
    assert [(one.verb, one.about) for one in looks] == [
        ("read.reading", f"reading:{reading.pk}"),
        ("read.scan", f"scan:{reading.scan_id}"),
    ]


def test_a_book_of_a_merged_commune_is_turned_by_itself() -> None:
    copied(page())
    keeper = "Ủy ban nhân dân xã Đồng Tuyển"
    copied(page(kept_by=keeper, source="paper:other", terms={"child.name": "Lù A Khác"}))
    xet = At(cast.officer())
    own = words(xet.get("book", "birth", 1985))
    assert "Vàng Văn Cũ" in own
    assert "Lù A Khác" not in own
    assert "Lù A Khác" in words(xet.get("book", "birth", 1985, of=keeper))
    assert "2 mục từ sổ giấy" in words(xet.get("books", year="1985"))
    assert "Khóa sổ năm 1985" not in own


def test_the_pages_cost_the_same_however_much_there_is(
    django_assert_max_num_queries: object,
) -> None:
    row = volume(30)
    for number in range(27, 40):
        read(row, number=str(number))
    xet = At(cast.officer())
    for route, args, most in (
        ("digitise", (), 8),
        ("digitise-volume", (row.pk,), 12),
        ("digitise-figures", (), 10),
        ("digitise-reading", (on_page(xet, row).pk,), 16),
    ):
        with django_assert_max_num_queries(most):  # type: ignore[operator]
            answer: HttpResponse = xet.get(route, *args)
        assert answer.status_code == 200
