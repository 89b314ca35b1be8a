"""The paper in the people's hands against the books of the office, and what must hold."""

from collections.abc import Mapping
from typing import Any

from bench.kill.people import Told

# Nothing but these may stand in the ledger's last column.
_MUST_BE_ZERO = (
    "acknowledged_but_lost",
    "acknowledged_with_another_number",
    "dossiers_nobody_sent",
    "dossiers_without_a_number",
    "numbers_used_twice",
    "numbers_missing",
    "acts_missing_or_twice",
    "acts_not_followed_up",
    "acts_set_aside",
    "messages_missing_or_twice",
    "messages_not_delivered",
    "other_answers",
    "journal_faults",
)


def ledger(told: Told, rows: Mapping[str, Any], journal: int) -> dict[str, Any]:
    """Figures by name; `journal` is the exit code of `motcua verify-log`."""
    kept: dict[str, str | None] = rows["dossiers"]
    numbers = [number for number in kept.values() if number]
    return {
        "acknowledged": len(told.numbers),
        "abandoned": len(told.abandoned),
        "abandoned_but_kept": sum(key in kept for key in told.abandoned),
        "dossiers": len(kept),
        "lines_cut_while_sending": len(told.cut),
        "of_them_kept_before_the_cut": sum(
            rows["came"].get(key, cut) < cut for key, cut in told.cut.items()
        ),
        "messages_left_to_the_next_worker": rows["left_to_the_next_worker"],
        "answered_resting": told.answers[503],
        "acknowledged_but_lost": sum(key not in kept for key in told.numbers),
        "acknowledged_with_another_number": sum(
            kept.get(key, number) != number for key, number in told.numbers.items()
        ),
        "dossiers_nobody_sent": len(kept.keys() - told.numbers.keys() - set(told.abandoned)),
        "dossiers_without_a_number": len(kept) - len(numbers),
        "numbers_used_twice": len(numbers) - len(set(numbers)),
        "numbers_missing": _missing(set(numbers), rows["series"]),
        "acts_missing_or_twice": sum(rows["acts"].get(key) != 1 for key in kept),
        "acts_not_followed_up": rows["waiting"],
        "acts_set_aside": rows["stuck"],
        "messages_missing_or_twice": sum(
            rows["messages"].get(f"dossier:{key}") != 1 for key in kept
        ),
        "messages_not_delivered": rows["unsent"] + abs(rows["delivered"] - len(kept)),
        "other_answers": sum(n for status, n in told.answers.items() if status != 503),
        "journal_faults": journal,
    }


def faults(found: Mapping[str, Any]) -> list[str]:
    """The names of what does not hold; empty when everything does."""
    return [name for name in _MUST_BE_ZERO if found[name] != 0]


def _missing(numbers: set[str], series: Mapping[str, int]) -> int:
    """Numbers up to the last one taken of each day that no dossier bears, and the reverse."""
    due = {f"{day}-{n:04}" for day, last in series.items() for n in range(1, last + 1)}
    return len(due ^ numbers)
