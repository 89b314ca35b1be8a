"""Fees and exemptions from the content of a pack."""

from datetime import date
from typing import Any

from motcua.foundation.money import Dong
from motcua.procedures.assembly.wording import Raw, basis_of, condition_of, said
from motcua.procedures.tariff import Exemption, FeeRule, Fees, Tier, Timely


def fees_of(raw: Raw) -> Fees:
    """The fees of a procedure, its province's among them."""
    return Fees(
        rules=tuple(_rule(rule) for rule in raw.get("rules", ())),
        exemptions=tuple(_exemption(one) for one in raw.get("exemptions", ())),
        copies=raw.get("copies"),
        pages=raw.get("pages"),
    )


def timely_of(raw: Raw | None) -> Timely | None:
    """The term within which a registration is in time."""
    return Timely(raw["since"], raw["days"], basis_of(raw["basis"])) if raw else None


def _rule(raw: Raw) -> FeeRule:
    tiers = raw["tiers"] if "tiers" in raw else ({"start": 1, "amount": raw["amount"]},)
    return FeeRule(
        name=raw["name"],
        words=said(raw),
        basis=basis_of(raw["basis"]),
        per=raw["per"],
        tiers=tuple(Tier(tier["start"], Dong(tier["amount"])) for tier in tiers),
        cap=Dong(raw["cap"]) if "cap" in raw else None,
        once=raw.get("once", False),
        note={key: words["note"] for key, words in raw["words"].items() if "note" in words},
        **_limits(raw),
    )


def _exemption(raw: Raw) -> Exemption:
    return Exemption(
        name=raw["name"],
        words=said(raw),
        basis=basis_of(raw["basis"]),
        fees=frozenset(raw.get("fees", ())),
        grounds=frozenset(raw.get("grounds", ())),
        **_limits(raw),
    )


def _limits(raw: Raw) -> dict[str, Any]:
    return {
        "channels": frozenset(raw.get("channels", ())),
        "timely": raw.get("timely"),
        "when": condition_of(raw),
        "valid_from": _day(raw.get("valid_from")),
        "valid_to": _day(raw.get("valid_to")),
    }


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
