"""What is due, from whom, and who is exempt: dated rules with their law."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from motcua.foundation.money import Dong
from motcua.procedures.conditions import Condition
from motcua.procedures.wording import Basis, Said


@dataclass(frozen=True, slots=True)
class Tier:
    """From this page (or copy) on, each costs `amount`."""

    start: int
    amount: Dong


@dataclass(frozen=True, slots=True)
class FeeRule:
    """What is due, for whom and when. Empty `channels` means every channel. `once`: the pages are
    counted for one copy, however many are asked for."""

    name: str
    words: Said
    basis: Basis
    per: Literal["case", "copy", "page"]
    tiers: tuple[Tier, ...]
    cap: Dong | None = None
    once: bool = False
    channels: frozenset[str] = frozenset()
    timely: bool | None = None
    when: Condition | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    note: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Exemption:
    """Who pays nothing, and why. Empty `fees` means every fee of the procedure."""

    name: str
    words: Said
    basis: Basis
    fees: frozenset[str] = frozenset()
    grounds: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()
    timely: bool | None = None
    when: Condition | None = None
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Timely:
    """Registered in time when filed within so many days of the date in `since`."""

    since: str
    days: int
    basis: Basis


@dataclass(frozen=True, slots=True)
class Fees:
    rules: tuple[FeeRule, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    copies: str | None = None  # the field that says how many copies
    pages: str | None = None  # the field that says how many pages a copy has
