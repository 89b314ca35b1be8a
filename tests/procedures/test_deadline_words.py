"""A term, and why a deadline moved, are said in every language."""

from datetime import time

import pytest
from django.utils import translation

from motcua.procedures.deadline_words import term_in_words, why_moved
from motcua.procedures.deadlines import Change, Policy, Rule, Unit
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


@pytest.mark.parametrize(
    ("rule", "vi", "en"),
    [
        (Rule(Unit.SAME_DAY), "Trong ngày", "On the same day"),
        (
            Rule(Unit.SAME_DAY, cutoff=time(15)),
            "Trong ngày; nhận từ 15:00 trở đi thì trong ngày làm việc tiếp theo",
            "On the same day; received from 15:00 on, on the next working day",
        ),
        (Rule(Unit.WORKING_DAYS, 3, time(15)), "3 ngày làm việc", "3 working days"),
        (Rule(Unit.WORKING_DAYS, 1), "1 ngày làm việc", "1 working day"),
        (Rule(Unit.WORKING_HOURS, 8), "8 giờ làm việc", "8 working hours"),
        (Rule(Unit.DAYS, 23), "23 ngày", "23 days"),
    ],
)
def test_a_term_is_said_as_the_law_counts_it(rule: Rule, vi: str, en: str) -> None:
    with translation.override("vi"):
        assert term_in_words(rule) == vi
    with translation.override("en"):
        assert term_in_words(rule) == en
