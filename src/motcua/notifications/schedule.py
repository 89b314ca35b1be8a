"""When a message that was not taken is tried again. Plain Python."""

from datetime import timedelta

# At once, then spaced; the wait doubles up to a quarter of an hour.
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(minutes=15)
# About four hours in all; then it is a technical failure that someone must see.
LAST_TRY = 22


def wait_after(tries: int) -> timedelta | None:
    """How long to wait after so many tries failed; None when the last one has."""
    if tries >= LAST_TRY:
        return None
    if tries == 1:
        return timedelta(0)
    return min(FIRST_WAIT * (1 << (tries - 2)), LONGEST_WAIT)
