"""When somebody was born, as far as whoever asks knows it: a day, a month, a year, about then."""

import re
from dataclasses import dataclass

from motcua.foundation.name_index import Condition
from motcua.foundation.names import folded
from motcua.foundation.partial_date import PartialDate
from motcua.registers.errors import BirthUnreadable

# What "about 1962" allows on either side.
ABOUT = 2
# A longer stretch of years is no narrower for the index than none.
_MOST_YEARS = 12
_SAID_ABOUT = re.compile(r"^(?:khoang|tam|chung|about|around|~|±|lagabhaga|लगभग)\s*(\d{4})$")
_FROM_TO = re.compile(r"^(\d{4})\s*(?:-|–|—|den|to|से)\s*(\d{4})$")


@dataclass(frozen=True, slots=True)
class Born:
    """Births from `since` to before `until`, as stored text; `also` are vaguer ones that agree.

    Somebody born on 21/03/1954 may stand in the books as of 03/1954, or of 1954.
    """

    since: str
    until: str
    also: tuple[str, ...] = ()

    @classmethod
    def typed(cls, text: str) -> "Born":
        """From what a person typed: ``21/03/1954``, ``03/1954``, ``1954``, ``khoảng 1954``,
        ``1950-1954``. Refuses BirthUnreadable."""
        said = folded(text)
        if found := _SAID_ABOUT.match(said):
            return cls._years(int(found[1]) - ABOUT, int(found[1]) + ABOUT)
        if found := _FROM_TO.match(said):
            first, last = sorted((int(found[1]), int(found[2])))
            return cls._years(first, last)
        try:
            return cls.of(PartialDate.typed(said))
        except ValueError as fault:
            raise BirthUnreadable(field="birth") from fault

    @classmethod
    def of(cls, day: PartialDate) -> "Born":
        """Whoever agrees with a date of which the year, the month or the whole is known."""
        if not day.month:
            return cls._years(day.year, day.year)
        month = f"{day.year:04}-{day.month:02}"
        if not day.day:
            return cls(month, f"{day.year:04}-{day.month + 1:02}", (f"{day.year:04}",))
        # Nothing stored is longer than a whole date, so the day itself is all there is from it on.
        return cls(str(day), f"{day}~", (month, f"{day.year:04}"))

    @classmethod
    def _years(cls, first: int, last: int) -> "Born":
        return cls(f"{first:04}", f"{last + 1:04}")

    @property
    def years(self) -> tuple[str, ...]:
        """The years in which it may be; none when they are too many to look into each."""
        first, last = int(self.since[:4]), int(self.until[:4])
        last = last if self.until[4:] else last - 1
        return (
            tuple(f"{y:04}" for y in range(first, last + 1)) if last - first < _MOST_YEARS else ()
        )

    @property
    def whole_years(self) -> bool:
        """Whether the years say all that is known."""
        return len(self.since) == len(self.until) == len("1954") and bool(self.years)

    @property
    def year(self) -> "Born":
        """The whole years around it."""
        years = self.years or (self.since[:4],)
        return self._years(int(years[0]), int(years[-1]))

    @property
    def exact(self) -> bool:
        """Whether a day is known: then a birth of the same year is not the same."""
        return len(self.since) == len("1954-03-21")

    def agrees(self, birth: str) -> bool:
        """Whether a stored birth may be meant."""
        return self.since <= birth < self.until or birth in self.also

    def condition(self) -> Condition:
        """The same, of a row ``t.`` of the names."""
        if self.exact:
            days = (self.since, *self.also)
            return Condition(f" AND t.birth IN ({', '.join(['%s'] * len(days))})", days)
        within, values = "t.birth >= %s AND t.birth < %s", (self.since, self.until)
        also = "".join(" OR t.birth = %s" for _ in self.also)
        return Condition(f" AND (({within}){also})", (*values, *self.also))

    def stretches(self) -> list[Condition]:
        """The same in parts that each follow the index: a vaguer date is a part of its own."""
        parts = [Condition(" AND t.birth = %s", (one,)) for one in self.also]
        if self.exact:
            return [Condition(" AND t.birth = %s", (self.since,)), *parts]
        return [Condition(" AND t.birth >= %s AND t.birth < %s", (self.since, self.until)), *parts]
