"""Numbers without gaps or repeats, from a locked row per series; never from ``max() + 1``."""

from django.db import connection, transaction

_TAKE = """
INSERT INTO foundation_series (name, last) VALUES (%s, 1)
ON CONFLICT (name) DO UPDATE SET last = foundation_series.last + 1
RETURNING last
"""

_MOVE = """
INSERT INTO foundation_series (name, last) VALUES (%s, %s)
ON CONFLICT (name) DO UPDATE SET last = CASE
    WHEN foundation_series.last < excluded.last THEN excluded.last ELSE foundation_series.last END
"""

_LOCK = "UPDATE foundation_series SET last = last WHERE name = %s RETURNING last"


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


def last_number(series: str) -> int:
    """The last number that was taken, 0 for none; the series stays locked as by `take_number`.

    What is decided by it cannot be overtaken by somebody who takes the next one.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("a series is locked inside a transaction")
    with connection.cursor() as cursor:
        cursor.execute(_LOCK, [series])
        row = cursor.fetchone()
    return int(row[0]) if row else 0


def let_pass(series: str, number: int) -> None:
    """A number that was given out elsewhere, on paper: the series goes on after it."""
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("a series is moved inside a transaction")
    with connection.cursor() as cursor:
        cursor.execute(_MOVE, [series, number])
