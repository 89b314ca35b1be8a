"""How many numbers one device may take. Counted in memory alone: no address is written down."""

from datetime import datetime, timedelta

from django.core.cache import cache

from motcua.hall.errors import TooManyNumbers

# A tablet at the door serves a person in six seconds at the fastest.
LIMITS = ((timedelta(minutes=1), 10), (timedelta(hours=1), 120))


def count_press(*, commune: str, origin: str, at: datetime) -> None:
    """Count one number for the device at `origin`; TooManyNumbers when it has had its share."""
    for window, most in LIMITS:
        seconds = int(window.total_seconds())
        key = f"hall:{commune}:{origin}:{seconds}:{int(at.timestamp()) // seconds}"
        cache.add(key, 0, timeout=2 * seconds)
        if cache.incr(key) > most:
            raise TooManyNumbers
