"""Working time backwards and forwards: when the acts of a walk happened. Plain Python."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from random import Random

from motcua.demo.trails import DAY
from motcua.procedures.calendar import Calendar, at_minute, split

# The press needs seconds for a signed paper; nobody waits between two acts for less.
_PRESS = (4, 9)
_BREATH = timedelta(seconds=11)
# Whoever fetches a result comes in the same hour, in the afternoon, tomorrow or later.
_FETCHED = (15, 25, 40, 90, 180, DAY, DAY + 90, 2 * DAY)
_MORNING = 180
_EVENING = (18 * 60 + 30, 21 * 60 + 50)


def back(calendar: Calendar, moment: datetime, minutes: int) -> datetime:
    """The moment so many working minutes before this one."""
    day, end = split(moment)
    while True:
        for span in reversed(calendar.spans(day)):
            length = max(min(span.closes, end) - span.opens, 0)
            if minutes <= length and length:
                return at_minute(day, span.opens + length - minutes)
            minutes -= length
        day, end = day - timedelta(days=1), 24 * 60


def until_now(
    calendar: Calendar, now: datetime, ago: int, steps: int, chance: Random
) -> list[datetime]:
    """So many moments by lot, the first of them `ago` working minutes before now."""
    rest = sorted(chance.sample(range(1, ago), steps), reverse=True)
    return [back(calendar, now, minutes) for minutes in (ago, *rest)]


def in_a_row(
    calendar: Calendar, day: date, takes: int, steps: int, chance: Random
) -> list[datetime]:
    """So many moments by lot within `takes` working minutes from a morning on."""
    begun = calendar.advance(calendar.opening(day), chance.randint(3, _MORNING))
    rest = sorted(chance.sample(range(4, takes), steps))
    return [begun, *(_inside(calendar, calendar.advance(begun, minutes)) for minutes in rest)]


def fetched(calendar: Calendar, after: datetime, now: datetime, chance: Random) -> datetime:
    """When the person came for the result; at the latest a moment ago."""
    came = _inside(calendar, calendar.advance(after, chance.choice(_FETCHED)))
    return came if came < now else _inside(calendar, calendar.advance(after, _FETCHED[0]))


def evening_before(moment: datetime, chance: Random) -> datetime:
    """Some minute of the evening before: who asks from home asks when the work is done."""
    return at_minute(split(moment)[0] - timedelta(days=1), chance.randint(*_EVENING))


def told_apart(
    acts: Sequence[str], moments: Iterable[datetime], chance: Random
) -> Iterator[datetime]:
    """The same moments with seconds, each after the one before; a paper is there at once."""
    before: datetime | None = None
    for act, moment in zip(acts, moments, strict=True):
        when = moment + timedelta(seconds=chance.randint(0, 40))
        if before and act == "issue":
            when = before + timedelta(seconds=chance.randint(*_PRESS))
        before = max(when, before + _BREATH) if before and act != "issue" else when
        yield before


def _inside(calendar: Calendar, moment: datetime) -> datetime:
    """The closing minute is shut: what would fall on it was done a minute earlier."""
    return moment if calendar.is_open(moment) else moment - timedelta(minutes=1)
