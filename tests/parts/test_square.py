"""The square code on a page is the one that was worked out, module by module."""

import re

import segno

from motcua.parts.square import square

ADDRESS = "http://127.0.0.1:8000/track?code=ABCD-2345"


def test_every_dark_module_is_drawn_and_no_other() -> None:
    code = segno.make(ADDRESS, micro=False, error="m", boost_error=False, mask=2)
    drawn = [[0] * len(code.matrix) for _row in code.matrix]
    for left, top, length in re.findall(r"M(\d+) (\d+)\.5h(\d+)", square(ADDRESS)):
        for column in range(int(left), int(left) + int(length)):
            drawn[int(top) - 2][column - 2] = 1
    assert drawn == [list(row) for row in code.matrix]


def test_the_quiet_margin_is_two_modules_on_every_side() -> None:
    assert 'viewBox="0 0 33 33"' in square(ADDRESS)
