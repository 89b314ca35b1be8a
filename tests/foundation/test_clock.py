"""Terms in months end on the same day of the month, or on its last."""

from datetime import date

import pytest

from motcua.foundation.clock import months_after


@pytest.mark.parametrize(
    ("months", "day", "end"),
    [
        (6, date(2026, 3, 3), date(2026, 9, 3)),
        (6, date(2026, 8, 31), date(2027, 2, 28)),
        (6, date(2027, 8, 31), date(2028, 2, 29)),
        (12, date(2026, 12, 31), date(2027, 12, 31)),
        (1, date(2026, 12, 1), date(2027, 1, 1)),
    ],
)
def test_months_are_counted_by_the_calendar(months: int, day: date, end: date) -> None:
    assert months_after(day, months) == end
