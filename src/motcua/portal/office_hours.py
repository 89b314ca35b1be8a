"""Where the counter is and when it is open, in the fewest lines."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from motcua.foundation.clock import day_of
from motcua.parts.formats import weekday
from motcua.procedures.calendar import Span
from motcua.procedures.calendar_queries import seasons_of


def hours_said(commune: str, at: datetime) -> Sequence[tuple[str, str]]:
    """Weekdays that are worked alike, and their hours: (``thứ Hai – thứ Sáu``, ``07:30–11:30``).

    The hours of the present season; days on which nobody works are left out.
    """
    seasons, today = seasons_of(commune), day_of(at)
    week = [one for one in seasons if one.since <= today][-1:] or seasons[:1]
    alike = groupby(range(7), key=lambda number: week[0].week[number])
    return [(_days(list(days)), ", ".join(map(_span, spans))) for spans, days in alike if spans]


def _days(numbers: Sequence[int]) -> str:
    first, last = weekday(numbers[0]), weekday(numbers[-1])
    return first if len(numbers) == 1 else f"{first} – {last}"


def _span(span: Span) -> str:
    return "–".join(f"{minute // 60:02}:{minute % 60:02}" for minute in (span.opens, span.closes))
