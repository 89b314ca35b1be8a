"""A date of which the year, the month or the whole is known: old registers hold all three."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

_STORED = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")
_TYPED = re.compile(r"^(?:(?:(\d{1,2})[/.\- ])?(\d{1,2})[/.\- ])?(\d{4})$")
# Some telephones' number keys have no separator at all: 21031954, 031954.
_BARE = re.compile(r"^(\d{2})?(\d{2})(\d{4})$")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """``1954``, ``1954-03`` or ``1954-03-21``; the stored text sorts as the date does."""

    year: int
    month: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        if self.day and not self.month:
            raise ValueError("a day needs its month")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def stored(cls, text: str) -> "PartialDate":
        """From ``YYYY[-MM[-DD]]``; ValueError when it is none."""
        found = _STORED.match(text)
        if not found:
            raise ValueError(text)
        return cls(*(int(part or 0) for part in found.groups()))

    @classmethod
    def typed(cls, text: str) -> "PartialDate":
        """From ``dd/mm/yyyy``, ``mm/yyyy`` or ``yyyy``, or the stored form.

        The separator may be . - or a space, or be missing: ``ddmmyyyy``, ``mmyyyy``.
        """
        text = text.strip()
        found = _TYPED.match(text) or _BARE.match(text)
        if not found:
            return cls.stored(text)
        day, month, year = (int(part or 0) for part in found.groups())
        return cls(year, month, day)

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        """The whole date."""
        return cls(day.year, day.month, day.day)

    @property
    def whole(self) -> date | None:
        """The calendar day, when all of it is known."""
        return date(self.year, self.month, self.day) if self.day else None

    @property
    def first(self) -> date:
        """The first day that it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day that it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def ages(self, on: date) -> tuple[int, int]:
        """How old in whole years somebody born then is on a day: at least, and at most."""
        return _age(self.last, on), _age(self.first, on)

    @property
    def shown(self) -> str:
        """``21/03/1954``, ``03/1954`` or ``1954``, as the registers write it."""
        parts = [f"{self.day:02}"] if self.day else []
        parts += [f"{self.month:02}"] if self.month else []
        return "/".join([*parts, f"{self.year:04}"])

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{self.month:02}"] if self.month else []
        parts += [f"{self.day:02}"] if self.day else []
        return "-".join(parts)


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
