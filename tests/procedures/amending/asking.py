"""Asking for changes of the extract copy, whose fee is 8,000 đồng a copy in both editions."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from motcua.foundation.actor import SYSTEM, Actor
from motcua.people.models import Account
from motcua.procedures.actions import keep
from motcua.procedures.amending.actions import propose
from motcua.procedures.amending.places import Path
from motcua.procedures.models import Amendment
from tests import cast
from tests.procedures.packs import EXTRACT, contents_of

AMOUNT: Path = ("fees", "rules", "copy", "amount")
TITLE: Path = ("words", "vi", "title")
# Cast.AT is 3 March 2026; the law of 2027 begins on 1 March.
DAY, NEW_LAW = date(2026, 4, 1), date(2027, 3, 1)
BEFORE, LATER = date(2026, 3, 31), date(2026, 5, 1)
TOO_LATE = datetime(2026, 4, 2, 2, tzinfo=UTC)


def loaded() -> None:
    """The two editions of the extract copy."""
    keep(contents_of(EXTRACT), by=SYSTEM, at=cast.AT)


def asker() -> Actor:
    return cast.acting(cast.administrator())


def chair() -> Actor:
    return cast.acting(cast.chair())


def acting(account: Account) -> Actor:
    return cast.acting(account)


def asked(values: Mapping[Path, Any] | None = None, **other: Any) -> Amendment:
    """The fee becomes 9,000 đồng from 1 April 2026, unless something else is said."""
    facts: dict[str, Any] = {
        "code": EXTRACT,
        "holds_from": DAY,
        "values": {AMOUNT: 9000} if values is None else values,
        "reason": "Nghị quyết 12/2026/NQ-HĐND",
        "confirmed": True,
        "by": asker(),
        "at": cast.AT,
    }
    return propose(**{**facts, **other})
