"""Who is a child and who is elderly, also when the birth date is known only in part."""

from datetime import date

import pytest

from motcua.foundation.partial_date import PartialDate
from motcua.people.exemption import by_age


@pytest.mark.parametrize(
    ("birth", "on", "expected"),
    [
        ("2010-03-04", date(2026, 3, 3), {"child"}),
        ("2010-03-04", date(2026, 3, 4), set()),
        ("2010", date(2025, 12, 31), {"child"}),
        ("2010", date(2026, 1, 1), set()),
        ("2010-03", date(2026, 2, 28), {"child"}),
        ("2010-03", date(2026, 3, 1), set()),
        ("1966-03-03", date(2026, 3, 3), {"elderly"}),
        ("1966-03-04", date(2026, 3, 3), set()),
        ("1966", date(2026, 12, 31), {"elderly"}),
        ("1966", date(2026, 12, 30), set()),
        ("1966-02", date(2026, 2, 28), {"elderly"}),
        ("2008-02-29", date(2024, 2, 28), {"child"}),
        ("2008-02-29", date(2024, 2, 29), set()),
        ("2027", date(2026, 3, 3), set()),
    ],
)
def test_a_ground_of_age_holds_only_when_it_is_sure(
    birth: str, on: date, expected: set[str]
) -> None:
    assert by_age(PartialDate.stored(birth), on) == expected
