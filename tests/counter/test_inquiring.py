"""Asking another office at the desk: one key, the question written already, the answer noted."""

from datetime import timedelta

import pytest

from motcua.dossiers.models import Dossier, Inquiry
from tests import cast, kin
from tests.counter.visits import At, words
from tests.dossiers import story
from tests.dossiers.test_books import PARENTAGE, at_check

pytestmark = pytest.mark.django_db
OFFICE = "UBND xã Bên Cạnh"


def desk(minutes: int = 30) -> At:
    return At(cast.officer(), cast.AT + timedelta(minutes=minutes))


def asked(dossier: Dossier) -> None:
    typed = {"inquire-office": OFFICE, "inquire-reason": "Tra sổ khai sinh 1991."}
    assert desk().press(dossier, "inquire", **typed).status_code == 302


def test_the_question_is_written_with_what_the_request_says() -> None:
    dossier = story.in_progress(story.law())
    page = words(desk().get("dossier", dossier.pk))
    assert 'data-key="l"' in page
    assert 'value="Xã Cốc San"' in page
    assert "Sổ đăng ký khai sinh: Vàng Thị Thử, sinh 12/05/1991." in page
    assert "Hạn trả lời 3 ngày làm việc: Điều 22 khoản 3 Nghị định 123/2015/NĐ-CP." in page
    assert "Có thể mục này còn ở sổ giấy, hoặc đăng ký ở nơi khác." in page
    # Nothing was asked, so there is no answer to be noted.
    assert "note_reply" not in page


@pytest.mark.parametrize("candidates", [0, 1, 2])
def test_the_ways_on_stand_there_however_many_namesakes_were_found(candidates: int) -> None:
    dossier = story.in_progress(story.law())
    for number in range(candidates):
        born = {**story.BIRTH, "mother.name": f"Mẹ {number}"}
        kin.written("birth", born, cast.AT.date() - timedelta(days=number))
    page = words(desk().get("dossier", dossier.pk))
    assert page.count('<article class="match') == candidates
    assert ("Không có trong các mục này?" in page) is (candidates > 0)
    way = f'href="/desk/books/digitise/for/{dossier.pk}" data-key="d"'
    assert page.count(way) == 1
    # The key stands at the verb itself; beneath the register it is the same verb again.
    assert page.count('data-opens="do-inquire"') == 2
    assert page.count('data-key="l"') == 1


def test_where_a_note_is_written_the_ways_on_stand_there_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dossier = at_check(PARENTAGE, monkeypatch)
    page = words(desk().get("dossier", dossier.pk))
    assert "Ghi chú vào mục trong: Sổ đăng ký khai sinh" in page
    assert f'href="/desk/books/digitise/for/{dossier.pk}" data-key="d"' in page
    assert page.count('data-opens="do-inquire"') == 2


def test_it_stands_on_the_dossier_and_in_the_list_until_it_is_answered() -> None:
    dossier = story.in_progress(story.law())
    asked(dossier)
    dossier.refresh_from_db()
    page = words(desk().get("dossier", dossier.pk))
    assert f"{OFFICE}" in page
    assert "Đang chờ trả lời" in page
    assert "Quá hạn không trả lời" not in page
    late = desk(5 * 24 * 60)
    assert "Quá hạn trả lời" in words(late.get("dossier", dossier.pk))
    assert "Quá hạn không trả lời" in words(late.get("dossier", dossier.pk))
    assert OFFICE in words(late.get("inquiries"))
    noted = {
        "note_reply-inquiry": str(Inquiry.objects.get().pk),
        "note_reply-outcome": "otherwise",
        "note_reply-reason": "Số 12/1991, tên đệm khác.",
    }
    assert late.press(dossier, "note_reply", **noted).status_code == 302
    page = words(late.get("dossier", dossier.pk))
    assert "Có đăng ký nhưng nội dung khác" in page
    assert "Số 12/1991, tên đệm khác." in page
    assert "Không còn cơ quan nào nợ trả lời." in words(late.get("inquiries"))


def test_what_was_typed_stays_beside_the_refusal() -> None:
    dossier = story.in_progress(story.law())
    answer = desk().press(dossier, "inquire", **{"inquire-reason": "Tra hộ sổ 1991"})
    assert answer.status_code == 422
    assert Inquiry.objects.count() == 0
    dossier.refresh_from_db()
    assert dossier.revision == 3
    assert "Xin ghi tên cơ quan được hỏi." in words(answer)
    assert "Tra hộ sổ 1991" in words(answer)
