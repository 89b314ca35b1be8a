"""A telephone number as people write it."""

import pytest

from motcua.foundation.telephone import written


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("+84990000174", "0990 000 174"),
        ("0990000174", "0990 000 174"),
        ("02140000000", "02140000000"),
        ("", ""),
    ],
)
def test_a_number_is_grouped_as_it_is_said(number: str, shown: str) -> None:
    assert written(number) == shown
