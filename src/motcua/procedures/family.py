"""Ages and kinship on which the law of families hangs: ``packs/vn/family.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from motcua.procedures.assembly.wording import basis_of
from motcua.procedures.wording import Basis

FILE = "family.toml"


@dataclass(frozen=True, slots=True)
class Measure:
    """So many years, generations or months, and the law that it rests on with its mark."""

    amount: int
    basis: Basis


@dataclass(frozen=True, slots=True)
class FamilyLaw:
    """`of_age` and `marriage` (by sex) in whole years, `kinship` in generations, the certificate's
    in months. `death_cited` has a place for {number} and one for {day}."""

    of_age: Measure
    marriage: Mapping[str, Measure]
    kinship: Measure
    certificate_months: Measure
    death_cited: str


@cache
def family_law() -> FamilyLaw:
    """The one that is loaded."""
    path = Path(settings.PACKS) / "vn" / FILE
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return FamilyLaw(
        of_age=_measure(raw["of_age"]),
        marriage={sex: _measure(one) for sex, one in raw["marriage"].items()},
        kinship=_measure(raw["kinship"]),
        certificate_months=_measure(raw["certificate_months"]),
        death_cited=raw["cited"]["death"],
    )


def _measure(raw: Mapping[str, Any]) -> Measure:
    return Measure(raw["amount"], basis_of(raw["basis"]))
