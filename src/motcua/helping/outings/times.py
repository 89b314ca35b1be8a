"""When something was done on a telephone that had no line: its own clock, put right.

A telephone's clock may be a day off. With what it brings it says what time it believes it is, so
the difference is known and taken off.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

# Between a telephone's saying and our hearing it so much may pass; such a clock is called right.
_ON_TIME = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Clock:
    """What the telephone says that it is now, and what it is."""

    theirs: datetime
    ours: datetime

    def put_right(self, said: datetime) -> datetime:
        """The moment that the telephone called `said`; never one that has not come yet."""
        off = self.ours - self.theirs
        return min(said if abs(off) < _ON_TIME else said + off, self.ours)
