"""The colours can be read: every pair that the parts use, in both schemes, by WCAG's formula."""

import brotli
import pytest

from motcua.parts import tokens
from motcua.parts.states import mark_of


def test_the_formula_is_that_of_wcag() -> None:
    assert tokens.contrast("#000000", "#ffffff") == 21.0
    assert round(tokens.contrast("#767676", "#ffffff"), 2) == 4.54
    assert round(tokens.contrast("#ff0000", "#ffffff"), 2) == 4.0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_ink_stands_out_from_its_ground(scheme: str) -> None:
    poor = [one for one in tokens.ratios(scheme) if one.ratio < one.demanded]
    assert poor == []


def test_a_colour_of_one_scheme_is_in_the_other() -> None:
    light, dark = tokens.colours()["light"], tokens.colours()["dark"]
    assert light.keys() == dark.keys()
    assert len(light) == 18


def test_every_state_has_a_shape_of_its_own() -> None:
    assert len({mark_of(state).shape for state in range(11)}) == 11
    with pytest.raises(KeyError):
        mark_of(11)


def test_the_style_sheets_are_small() -> None:
    folder = tokens._FILE.parent
    assert sum(len(brotli.compress(sheet.read_bytes())) for sheet in folder.glob("*.css")) <= 10_000
