"""The packs of the product, read once for a process: to read them anew costs 0.6 s of CPU."""

import re
import shutil
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import motcua
from motcua.procedures import loader
from motcua.procedures.assembly import assembled
from motcua.procedures.pack import Procedure

PACKS = Path(motcua.__file__).parent / "packs"
TODAY = date(2026, 11, 24)
BIRTH, DEATH, MARITAL = "1.001193", "1.000656", "1.004873"
EXTRACT, COPY, CHANGE = "2.000635", "2.000815", "1.004859"
# Those on which most tests stand; of everything there are tests of its own.
SIX = (BIRTH, DEATH, MARITAL, EXTRACT, COPY, CHANGE)


@cache
def contents() -> tuple[Mapping[str, Any], ...]:
    """Every edition of the product's packs, sound and merged, in the order of the folders."""
    found = loader.read(PACKS)
    assert found.problems == ()
    return found.contents


def contents_of(*codes: str) -> list[Mapping[str, Any]]:
    """The editions of some procedures, those of the six first."""
    ours = [one for one in contents() if one["code"] in codes]
    return sorted(ours, key=lambda one: one["code"] not in SIX)


@cache
def editions() -> tuple[Procedure, ...]:
    """Every edition of the product's packs, without a database."""
    return tuple(assembled(c, version=1, version_id=1, digest="") for c in contents())


@cache
def codes() -> tuple[str, ...]:
    """Every procedure of the catalogue."""
    return tuple(dict.fromkeys(one.code for one in editions()))


def procedure(code: str, on: date = TODAY) -> Procedure:
    """The edition of a procedure that is in force on a day."""
    return next(
        one
        for one in editions()
        if one.code == code
        and one.valid_from <= on
        and (one.valid_to is None or on <= one.valid_to)
    )


def six_copied(to: Path) -> Path:
    """A copy of the packs with the six procedures alone, to be changed or spoiled at will.

    Without the life events, which lead to all of them.
    """
    others = [code for code in codes() if code not in SIX]
    unwanted = shutil.ignore_patterns("events", *others, *(f"{code}@*" for code in others))
    packs = Path(shutil.copytree(PACKS, to, ignore=unwanted))
    fees = packs / "laocai" / "fees.toml"
    head, *blocks = re.split(r"(?m)^(?=\[\[fees\]\])", fees.read_text(encoding="utf-8"))
    kept = [re.sub(r"(?m)^procedure = .*$", _ours, block) for block in blocks]
    fees.write_text(head + "".join(b for b in kept if "procedure = []" not in b), encoding="utf-8")
    return packs


def _ours(line: re.Match[str]) -> str:
    """The six among the codes of a fee, one as a text, several as a list."""
    named = [code for code in re.findall(r"\d\.\d{6}", line[0]) if code in SIX]
    return f'procedure = "{named[0]}"' if len(named) == 1 else f"procedure = {named}"
