"""What each slip says is true: what came, how long it takes, whose turn it is, what was paid."""

import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from motcua.consequences import loop
from motcua.consequences.handed_in import papers_of
from motcua.dossiers import actions
from motcua.dossiers.actions import attach
from motcua.dossiers.models import Dossier
from motcua.foundation.money import Dong
from motcua.results.models import Document
from motcua.results.queries import content
from tests import cast
from tests.dossiers import story
from tests.dossiers.births import birth, came
from tests.results.paperwork import said

pytestmark = pytest.mark.django_db

LATER = cast.AT + timedelta(minutes=10)


def photograph(shade: str) -> bytes:
    """A page of a paper as a telephone sends it."""
    kept = io.BytesIO()
    Image.new("RGB", (40, 30), shade).save(kept, "PNG")
    return kept.getvalue()


def printed(template: str, folder: Path) -> str:
    """The newest slip of its kind as a person reads it."""
    for _ in range(10):
        if not loop.round_once(LATER):
            break
    slip = Document.objects.filter(template=template).latest("asked_at")
    (folder / "slip.pdf").write_bytes(content(slip))
    assert slip.pages == 1
    return " ".join(said("pdftotext", "-layout", folder / "slip.pdf", "-").split())


def test_what_nobody_brought_is_not_written_down_as_brought() -> None:
    assert papers_of(birth()) == []


def test_each_paper_stands_in_the_form_in_which_it_came() -> None:
    dossier = birth()
    came(dossier, "birth_notice", "shown")
    came(dossier, "parents_marriage", "data")
    by = cast.acting(cast.receptionist())
    for shade in ("white", "grey"):
        picture = photograph(shade)
        facts: dict[str, Any] = {"name": "identity_card", "content": picture, "by": by}
        attach(dossier_id=dossier.pk, at=cast.AT, **facts)
    assert papers_of(dossier) == [
        {
            "name": "Thẻ căn cước hoặc hộ chiếu của người yêu cầu",
            "copies": 2,
            "note": "bản điện tử",
        },
        {"name": "Giấy chứng sinh", "note": "đã xuất trình"},
        {"name": "Giấy chứng nhận kết hôn của cha mẹ", "note": "thay bằng dữ liệu"},
    ]


def test_what_is_still_to_come_is_named_as_missing() -> None:
    dossier = birth(birth_notice="witness")
    assert papers_of(dossier) == [
        {"name": "Văn bản của người làm chứng về việc sinh", "note": "còn thiếu"}
    ]


def test_the_receipt_says_what_came_and_how_long_it_takes(tmp_path: Path) -> None:
    dossier = birth()
    came(dossier, "birth_notice", "shown")
    actions.accept(story.press(dossier, cast.acting(cast.receptionist())))
    text = printed("slip_receipt", tmp_path)
    assert "Giấy chứng sinh: đã xuất trình – – –" in text
    assert "Trong ngày; nhận từ 15:00 trở đi thì trong ngày làm việc tiếp theo" in " ".join(
        text.split()
    )
    assert "Số điện thoại: 0990 000 174" in text
    assert "còn thiếu" not in text
    assert "BẢN DIỄN TẬP (REHEARSAL) – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ" in text


def test_the_control_slip_follows_the_dossier_from_hand_to_hand(tmp_path: Path) -> None:
    dossier = story.checked(story.law())
    actions.sign(story.press(dossier, cast.acting(cast.chair())))
    text = printed("slip_control", tmp_path)
    slip = Document.objects.get(template="slip_control")
    hands = [(step["from"], step["to"]) for step in slip.data["steps"]]
    assert hands == [
        ("Vàng Thị Thử", "Nông Thị Tiếp"),
        ("Nông Thị Tiếp", "Hoàng Văn Xét"),
        ("Hoàng Văn Xét", "Phạm Văn Ký"),
        ("Phạm Văn Ký", "Bộ phận một cửa"),
    ]
    assert "Motcua" not in text


def test_the_cash_receipt_names_the_fee_the_way_and_the_payer(tmp_path: Path) -> None:
    answers = {"copies": "3", "filer_address": "Thôn Ún Tà"}
    dossier = story.in_progress(story.law(), answers=answers)
    desk = cast.acting(cast.receptionist())
    actions.take_fee(story.press(dossier, desk), amount=Dong(24000))
    text = printed("cash_receipt", tmp_path)
    assert "Phí cấp bản sao trích lục hộ tịch × 3 24.000 đ" in text
    for words in ("Địa chỉ: Thôn Ún Tà", "Hình thức thanh toán: Tiền mặt", "BẢN DIỄN TẬP"):
        assert words in text


def test_a_provisional_fee_says_so_on_its_receipt(tmp_path: Path) -> None:
    dossier = birth(child_birth="2025-11-01")
    came(dossier, "birth_notice", "shown")
    desk = cast.acting(cast.receptionist())
    dossier = actions.accept(story.press(dossier, desk))
    actions.take_fee(story.press(dossier, desk), amount=Dong(8000))
    assert "chờ đối chiếu với nghị quyết" in printed("cash_receipt", tmp_path)


def test_what_was_left_to_pay_after_a_change_is_one_line(tmp_path: Path) -> None:
    dossier = story.in_progress(story.law())
    desk = cast.acting(cast.receptionist())
    dossier = actions.take_fee(story.press(dossier, desk), amount=Dong(8000))
    Dossier.objects.filter(pk=dossier.pk).update(fee_due=16000)
    actions.take_fee(story.press(dossier, desk, minutes=6), amount=Dong(8000))
    assert "Phần phí, lệ phí còn lại" in printed("cash_receipt", tmp_path)


@pytest.mark.parametrize(
    ("chair", "signs"),
    [(cast.chair, "CHỦ TỊCH (ký, ghi rõ họ tên) Phạm Văn Ký"), (None, "Hoàng Văn Xét")],
)
def test_the_head_of_the_agency_signs_the_apology(chair: Any, signs: str, tmp_path: Path) -> None:
    dossier = story.in_progress(story.law())
    cast.vice_chair()
    if chair:
        chair()
    officer, until = cast.acting(cast.officer()), cast.AT + timedelta(days=2)
    actions.apologise(story.press(dossier, officer), reason="Mất điện", until=until)
    text = printed("slip_apology", tmp_path)
    assert text.count(signs) == 1
    assert "Kính gửi: ông/bà Vàng Thị Thử" in text
