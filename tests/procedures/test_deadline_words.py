"""Why a deadline moved is said in every language."""

import pytest
from django.utils import translation

from motcua.procedures.deadline_words import why_moved
from motcua.procedures.deadlines import Change, Policy
from tests.procedures.vectors import moment

BEFORE, DUE = moment("Thu 2026-11-26 17:00"), moment("Mon 2026-11-30 09:00")


@pytest.mark.parametrize(
    ("policy", "sentence"),
    [
        (
            Policy.EXTEND,
            (
                "Hẹn trả kết quả: 09:00 30/11/2026, thay cho 17:00 26/11/2026, "
                "do cộng thêm 8:30 giờ làm việc chờ người nộp hồ sơ."
            ),
        ),
        (
            Policy.RESTART,
            (
                "Hẹn trả kết quả: 09:00 30/11/2026, thay cho 17:00 26/11/2026; "
                "thời hạn được tính lại từ khi hồ sơ đầy đủ."
            ),
        ),
        (
            Policy.RUN_ON,
            (
                "Hẹn trả kết quả vẫn là 09:00 30/11/2026; "
                "thời gian chờ bổ sung không làm ngừng thời hạn."
            ),
        ),
    ],
)
def test_the_reason_is_said(policy: Policy, sentence: str) -> None:
    change = Change(policy, before=BEFORE, due=DUE, pause=510)
    with translation.override("vi"):
        assert why_moved(change) == sentence
    for language in ("en", "hi"):
        with translation.override(language):
            assert "09:00 30/11/2026" in why_moved(change)
