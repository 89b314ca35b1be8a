"""A birth that stands in the book twice, and what is decided about it."""

from datetime import timedelta
from typing import Any

from motcua.registers.actions import compare_waiting, decide_double
from motcua.registers.models import Double, DoubleTally
from tests import cast
from tests.registers.test_entries import write

LATER = cast.AT + timedelta(days=1)
SAME, DIFFERENT, UNCLEAR = "same", "different", "unclear"


def compared() -> int:
    return compare_waiting(at=cast.AT)


def pair(*, more: int = 0) -> Double:
    """Vàng Thị Bé is in the book twice, the second time as Vàng Thị Bế; `more` further writings."""
    for at in range(2 + more):
        name = "Vàng Thị Bế" if at else "Vàng Thị Bé"
        write(f"dossier:{at}", content={"child.name": name}, at=cast.AT + timedelta(days=at))
    compared()
    return Double.objects.order_by("first", "second")[0]


def decide(row: Double, outcome: str, stands: int | None = None, **facts: Any) -> Double:
    given = {"reason": "Cùng cha mẹ, cùng ngày sinh", "seen": row.decided, "at": LATER, **facts}
    given.setdefault("by", cast.acting(cast.officer()))
    return decide_double(double=row.pk, outcome=outcome, stands=stands, **given)


def figures() -> dict[str, int]:
    rows = DoubleTally.objects.exclude(count=0)
    return dict(rows.values_list("outcome", "count"))
