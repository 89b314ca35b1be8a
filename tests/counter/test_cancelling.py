"""Cancelling an entry at the desk: the page, the approval, and how it is marked everywhere."""

from datetime import timedelta

import pytest

from motcua.registers.models import Cancelling, Entry
from tests import cast
from tests.counter.visits import At, words
from tests.dossiers import story
from tests.registers.test_cancelling import FACTS, approved, proposed
from tests.registers.test_entries import write
from tests.unchanged import everything

pytestmark = pytest.mark.django_db
LATER = cast.AT + timedelta(days=1)


def xet() -> At:
    return At(cast.officer(), LATER)


def ky() -> At:
    return At(cast.chair(), LATER)


def test_from_the_page_of_the_entry_to_the_approval() -> None:
    dossier, _result = story.issued(story.law())
    entry = dossier.entry
    assert entry is not None
    assert f'href="/desk/books/entry/{entry.pk}/cancel"' in words(xet().get("entry", entry.pk))
    page = words(xet().get("cancel-entry", entry.pk))
    assert "Đăng ký trái quy định" in page
    assert "Tòa án hủy việc kết hôn" not in page
    assert f'<a href="/desk/d/{dossier.pk}">{dossier.number} · Vàng Thị Thử · ' in page
    answer = xet().post("cancel-entry", entry.pk, **FACTS)
    assert answer["Location"] == f"/desk/books/entry/{entry.pk}/cancel"
    page = words(xet().get("cancel-entry", entry.pk))
    assert "Anh/chị đã đề nghị việc này." in page
    assert "Duyệt: hủy bỏ mục này" not in page
    assert "1 đề nghị hủy bỏ mục đăng ký đang chờ." in words(ky().get("books"))
    assert f'href="/desk/books/entry/{entry.pk}/cancel"' in words(ky().get("cancellings"))
    assert "đã đề nghị hủy bỏ mục này" in words(ky().get("entry", entry.pk))
    page = words(ky().get("cancel-entry", entry.pk))
    assert FACTS["basis"] in page
    assert "Duyệt: hủy bỏ mục này" in page
    row = Cancelling.objects.get()
    answer = ky().post("answer-cancelling", row.pk, "approve")
    assert answer["Location"] == f"/desk/books/entry/{entry.pk}"
    page = words(ky().get("entry", entry.pk))
    assert "Đã hủy bỏ ngày 04/03/2026" in page
    assert "Đề nghị hủy bỏ mục này" not in page
    assert "Đã hủy bỏ ngày" not in words(ky().get("entry", entry.pk, on="03/03/2026"))
    assert "Không có đề nghị nào đang chờ." in words(ky().get("cancellings"))


def test_what_is_missing_is_said_at_its_field_and_what_was_typed_is_kept() -> None:
    entry = write("dossier:1")
    desk = xet()
    before = everything()
    answer = desk.post("cancel-entry", entry.pk, **{**FACTS, "basis": " "})
    assert answer.status_code == 422
    page = words(answer)
    assert "Xin ghi số, ngày của quyết định hủy bỏ và nơi ban hành." in page
    assert f"{FACTS['reason']}</textarea>" in page
    assert everything() == before


def test_all_that_a_proposal_lacks_is_said_at_once() -> None:
    entry = write("dossier:1")
    desk = xet()
    before = everything()
    answer = desk.post("cancel-entry", entry.pk, ground="", reason="", basis="")
    page = words(answer)
    assert (answer.status_code, "3 chỗ cần sửa" in page) == (422, True)
    for field in ("ground", "reason", "basis"):
        assert f'<a href="#{field}">' in page
    assert everything() == before


def test_who_proposed_it_takes_it_back_with_a_word() -> None:
    entry = write("dossier:1")
    row = proposed(entry)
    answer = xet().post("answer-cancelling", row.pk, "turn-down", answer=" ")
    assert answer.status_code == 422
    assert "Xin ghi vài lời vì sao rút lại đề nghị." in words(answer)
    xet().post("answer-cancelling", row.pk, "turn-down", answer="Gửi nhầm mục")
    page = words(xet().get("cancel-entry", entry.pk))
    assert "Một đề nghị đã được rút lại ngày 04/03/2026" in page
    assert "Hoàng Văn Xét: Gửi nhầm mục" in page


def test_it_is_turned_down_with_a_word_that_stays_to_be_read() -> None:
    entry = write("dossier:1")
    row = proposed(entry)
    answer = ky().post("answer-cancelling", row.pk, "turn-down", answer="")
    assert answer.status_code == 422
    assert "Xin ghi vài lời vì sao từ chối." in words(answer)
    ky().post("answer-cancelling", row.pk, "turn-down", answer="Chưa có bản án")
    page = words(xet().get("cancel-entry", entry.pk))
    assert "Một đề nghị đã bị từ chối ngày 04/03/2026" in page
    assert "Phạm Văn Ký: Chưa có bản án" in page
    assert "Gửi đề nghị" in page


def test_who_proposed_it_is_refused_at_the_approval() -> None:
    row = proposed(write("dossier:1"), by=cast.acting(cast.chair()))
    answer = ky().post("answer-cancelling", row.pk, "approve")
    assert answer.status_code == 403
    assert "Người khác có quyền ký phải duyệt." in words(answer)


def test_another_commune_finds_neither_the_entry_nor_the_proposal() -> None:
    row = proposed(write("dossier:1"))
    other = At(cast.stranger_officer(), LATER)
    assert other.get("cancel-entry", row.entry_id).status_code == 404
    assert other.post("cancel-entry", row.entry_id, **FACTS).status_code == 404
    assert other.post("answer-cancelling", row.pk, "approve").status_code == 404
    assert "Không có đề nghị nào đang chờ." in words(other.get("cancellings"))


def test_the_search_marks_it_by_a_word() -> None:
    entry = write("dossier:1")
    assert "đã hủy bỏ" not in words(xet().get("book-search", name="vang thi be"))
    approved(entry)
    page = words(xet().get("book-search", name="vang thi be"))
    assert page.count("đã hủy bỏ ngày 04/03/2026") == 1


def test_the_panel_shows_it_last_and_lets_nobody_choose_it() -> None:
    entry = story.birth_entry()
    dossier = story.in_progress(story.law())
    assert 'data-key="c"' in words(xet().get("dossier", dossier.pk))
    approved(Entry.objects.get(pk=entry.pk))
    page = words(xet().get("dossier", dossier.pk))
    assert "đã hủy bỏ ngày 04/03/2026" in page
    assert "Không làm giấy tờ từ mục đã hủy bỏ." in page
    assert f'name="entry" value="{entry.pk}"' not in page
    answer = xet().press(dossier, "check", entry=entry.pk)
    assert answer.status_code == 409
    assert "Xin chọn mục khác" in words(answer)
