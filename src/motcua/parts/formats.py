"""Dates, times, money and numbers as each language writes them.

Written out by hand for three languages: Babel's formatters cost 20 to 60 times as much, and a
work list formats hundreds. The tests hold every function against Babel's CLDR data.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from django.utils.translation import get_language

from motcua.foundation import clock
from motcua.foundation.money import Dong


class _Manner(NamedTuple):
    """How one language writes: months and weekdays (Monday first), separators of numbers."""

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    day: str
    long_day: str
    moment: str
    group: str
    point: str


_MANNERS: Mapping[str, _Manner] = {
    "vi": _Manner(
        tuple(str(number) for number in range(1, 13)),
        ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"),
        "{0.day:02}/{0.month:02}/{0.year:04}",
        "{2}, ngày {0.day:02} tháng {0.month:02} năm {0.year}",
        "{1} {0}",
        ".",
        ",",
    ),
    "en": _Manner(
        (
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ),
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        "{0.day} {1} {0.year}",
        "{2}, {0.day} {1} {0.year}",
        "{0}, {1}",
        ",",
        ".",
    ),
    "hi": _Manner(
        (
            "जनवरी",
            "फ़रवरी",
            "मार्च",
            "अप्रैल",
            "मई",
            "जून",
            "जुलाई",
            "अगस्त",
            "सितंबर",
            "अक्टूबर",
            "नवंबर",
            "दिसंबर",
        ),
        ("सोमवार", "मंगलवार", "बुधवार", "गुरुवार", "शुक्रवार", "शनिवार", "रविवार"),
        "{0.day} {1} {0.year}",
        "{2}, {0.day} {1} {0.year}",
        "{0}, {1}",
        ",",
        ".",
    ),
}


_SHORT_HINDI = ("सो", "मं", "बु", "गु", "शु", "श", "र")


def _manner() -> _Manner:
    return _MANNERS.get(get_language() or "vi", _MANNERS["vi"])


def _civil(day: date | datetime) -> date:
    return clock.day_of(day) if isinstance(day, datetime) else day


def day(day: date | datetime) -> str:
    """``24/11/2026`` · ``24 November 2026`` · ``24 नवंबर 2026``; a moment is taken in Hanoi time."""
    manner, civil = _manner(), _civil(day)
    return manner.day.format(civil, manner.months[civil.month - 1])


def long_day(day: date | datetime) -> str:
    """The day with its weekday, for appointments."""
    manner, civil = _manner(), _civil(day)
    return manner.long_day.format(
        civil, manner.months[civil.month - 1], manner.weekdays[civil.weekday()]
    )


def weekday(number: int) -> str:
    """The name of a weekday, 0 being Monday: ``thứ Hai`` · ``Monday`` · ``सोमवार``."""
    return _manner().weekdays[number]


def weekday_letter(number: int) -> str:
    """A weekday over a narrow column: ``T2`` … ``CN`` · ``Mo`` · ``सो``."""
    language = get_language() or "vi"
    if language == "vi":
        return "CN" if number == 6 else f"T{number + 2}"
    return _SHORT_HINDI[number] if language == "hi" else weekday(number)[:2]


def month(number: int) -> str:
    """The name of a month by itself, 1 to 12: ``Tháng 4`` · ``April`` · ``अप्रैल``."""
    manner = _manner()
    return f"Tháng {number}" if manner is _MANNERS["vi"] else manner.months[number - 1]


def hour(moment: datetime) -> str:
    """``14:05`` on the office's wall clock, in every language."""
    return f"{clock.local(moment):%H:%M}"


def moment(moment: datetime) -> str:
    """Day and hour: ``14:05 24/11/2026`` · ``24 November 2026, 14:05``."""
    manner, here = _manner(), clock.local(moment)
    said = manner.day.format(here, manner.months[here.month - 1])
    return manner.moment.format(said, f"{here.hour:02}:{here.minute:02}")


def number(value: int) -> str:
    """``1.279`` · ``1,279``; Hindi groups as India does: ``12,79,000``."""
    manner = _manner()
    if manner is _MANNERS["hi"]:
        return _lakhs(value)
    return f"{value:,}".replace(",", manner.group)


def _lakhs(value: int) -> str:
    head, tail = divmod(abs(value), 1000)
    sign = "-" if value < 0 else ""
    if not head:
        return f"{sign}{tail}"
    pairs = []
    while head:
        head, pair = divmod(head, 100)
        pairs.append(f"{pair:02}")
    return f"{sign}{','.join(reversed(pairs)).lstrip('0')},{tail:03}"


def money(amount: Dong) -> str:
    """``8.000 đ`` · ``8,000 đ``: whole đồng."""
    return f"{number(amount)} đ"


def percent(numerator: int, denominator: int) -> str:
    """One decimal: ``51,4%`` · ``51.4%``; ``–`` when there is nothing to divide by."""
    if not denominator:
        return "–"
    return f"{100 * numerator / denominator:.1f}%".replace(".", _manner().point)


def size(count: int) -> str:
    """Bytes as people say them: ``412 KB``, ``1,3 MB``, ``52,1 GB``."""
    if count < 1_000_000:
        return f"{-(-count // 1000)} KB"
    unit, name = (1_000_000, "MB") if count < 1_000_000_000 else (1_000_000_000, "GB")
    return f"{count / unit:.1f} {name}".replace(".", _manner().point)
