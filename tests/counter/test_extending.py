"""The longer term at the desk: a button with its key where the procedure has one, once."""

from datetime import datetime, time, timedelta

import pytest

from motcua.dossiers.models import Dossier
from motcua.foundation.clock import HANOI
from tests import cast
from tests.counter.visits import At, words
from tests.dossiers import story
from tests.dossiers.test_extending import WHY, being_checked
from tests.dossiers.test_extending import at as on

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_a_wednesday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cast, "AT", datetime.combine(on(25).date(), time(9), HANOI))


def test_the_officer_takes_the_longer_term_by_its_key() -> None:
    dossier = being_checked()
    desk = At(cast.officer(), cast.AT + timedelta(minutes=30))
    page = words(desk.get("dossier", dossier.pk))
    assert 'data-key="q"' in page
    assert "Cần hỏi các xã nơi người đó từng cư trú" in page
    assert "Tổng cộng 23 ngày, một lần: Điều 22 Nghị định 123/2015/NĐ-CP" in page
    assert "Căn cứ: Điều 22 Nghị định 123/2015/NĐ-CP" in page
    assert desk.press(dossier, "extend", **{"extend-reason": WHY}).status_code == 302
    assert Dossier.objects.get().due_at == on(18, month=12)
    page = words(desk.get("dossier", dossier.pk))
    assert 'data-key="q"' not in page
    assert "Đã kéo dài thời hạn ngày 25/11/2026." in page
    # The box of the deadline names the rule that it is by now.
    assert page.count("Điều 22 Nghị định 123/2015/NĐ-CP") == 1


def test_without_a_reason_it_is_refused_in_its_form() -> None:
    dossier = being_checked()
    desk = At(cast.officer(), cast.AT + timedelta(minutes=30))
    answer = desk.press(dossier, "extend", **{"extend-reason": " "})
    assert answer.status_code == 422
    assert "Xin ghi lý do. Người nộp hồ sơ sẽ đọc lý do này." in words(answer)


def test_no_button_where_the_law_gives_no_longer_term() -> None:
    dossier = story.in_progress(story.law(at=cast.AT))
    desk = At(cast.officer(), cast.AT + timedelta(minutes=30))
    assert 'data-key="q"' not in words(desk.get("dossier", dossier.pk))
