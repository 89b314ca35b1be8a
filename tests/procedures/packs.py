"""The packs of the product, as the tests of this room use them."""

from datetime import date
from functools import cache
from pathlib import Path

import motcua
from motcua.procedures import loader
from motcua.procedures.assembly import assembled
from motcua.procedures.pack import Procedure

PACKS = Path(motcua.__file__).parent / "packs"
TODAY = date(2026, 11, 24)
BIRTH, DEATH, MARITAL = "1.001193", "1.000656", "1.004873"
EXTRACT, COPY, CHANGE = "2.000635", "2.000815", "1.004859"
SIX = (BIRTH, DEATH, MARITAL, EXTRACT, COPY, CHANGE)


@cache
def editions() -> tuple[Procedure, ...]:
    """Every edition of the product's packs, without a database."""
    found = loader.read(PACKS)
    assert found.problems == ()
    return tuple(assembled(c, version=1, version_id=1, digest="") for c in found.contents)


def procedure(code: str, on: date = TODAY) -> Procedure:
    """The edition of a procedure that is in force on a day."""
    return next(
        one
        for one in editions()
        if one.code == code
        and one.valid_from <= on
        and (one.valid_to is None or on <= one.valid_to)
    )
