"""Numbers without gaps or repeats, from a locked row per series; never from ``max() + 1``."""

from django.db import connection, transaction

_TAKE = """
INSERT INTO foundation_series (name, last) VALUES (%s, 1)
ON CONFLICT (name) DO UPDATE SET last = foundation_series.last + 1
RETURNING last
"""


def take_number(series: str) -> int:
    """The next number of a series, starting at 1.

    The row stays locked until the caller's transaction ends, so a number that was taken by an
    act that failed is given to the next one: no gap, no repeat.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError(
            "a number is taken inside the act's transaction"
        )
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, [series])
        row = cursor.fetchone()
    return int(row[0])
