"""The demo commune's office has hours, holidays and queues from the first moment."""

from datetime import date
from typing import Any

import pytest

from motcua.procedures.queries import calendar_of
from motcua.turns.queries import services
from tests.cast import COC_SAN

pytestmark = pytest.mark.xdist_group("demo")


def test_the_demo_office_counts_and_calls(demo: Any) -> None:
    calendar = calendar_of(COC_SAN)
    assert [calendar.works(date(2026, 11, day)) for day in (23, 24, 25)] == [True, False, True]
    assert [service.prefix for service in services(COC_SAN)] == ["A", "B", "C"]
