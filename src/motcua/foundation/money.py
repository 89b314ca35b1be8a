"""Money is whole đồng; there is no smaller coin, so an int is exact."""

from typing import NewType

Dong = NewType("Dong", int)

NOTHING = Dong(0)


def written(amount: Dong) -> str:
    """``8.000 đ``: the grouping that receipts in Vietnam use."""
    return f"{amount:,}".replace(",", ".") + " đ"
