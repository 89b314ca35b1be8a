"""Numbers, dates and amounts in Vietnamese words, as certificates and receipts must give them."""

from datetime import datetime

from motcua.foundation.money import Dong
from motcua.foundation.partial_date import PartialDate

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ("", "nghìn", "triệu")
# April is "tháng tư" in every official paper, never "tháng bốn".
_APRIL = "tư"


def number_in_words(number: int) -> str:
    """``1954`` → ``một nghìn chín trăm năm mươi tư``; from 0 up, ValueError below."""
    if number < 0:
        raise ValueError(number)
    if number == 0:
        return _DIGITS[0]
    billions, rest = divmod(number, 10**9)
    parts = [f"{number_in_words(billions)} tỷ"] if billions else []
    parts += _thousands(rest, begun=bool(billions))
    return " ".join(parts)


def _thousands(number: int, *, begun: bool) -> list[str]:
    """Groups of three below a billion; an inner group says its hundreds even when they are none."""
    parts = []
    for power in (2, 1, 0):
        group = number // 1000**power % 1000
        if group:
            parts.append(f"{_hundreds(group, whole=begun)} {_SCALES[power]}".strip())
            begun = True
    return parts


def _hundreds(group: int, *, whole: bool) -> str:
    hundreds, rest = divmod(group, 100)
    head = f"{_DIGITS[hundreds]} trăm" if hundreds or whole else ""
    return " ".join(part for part in (head, _tens(rest, after=bool(head))) if part)


def _tens(number: int, *, after: bool) -> str:
    tens, ones = divmod(number, 10)
    if tens == 0:
        if not ones:
            return ""
        return f"linh {_DIGITS[ones]}" if after else _DIGITS[ones]
    head = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    return f"{head} {_ones(tens, ones)}".strip()


def _ones(tens: int, ones: int) -> str:
    """mốt, tư and lăm stand for một, bốn and năm where the tens change their sound."""
    if ones == 0:
        return ""
    if ones == 5:
        return "lăm"
    if tens > 1 and ones in (1, 4):
        return "mốt" if ones == 1 else "tư"
    return _DIGITS[ones]


def date_in_words(date: PartialDate) -> str:
    """``21/03/1954`` → ``ngày hai mươi mốt, tháng ba, năm một nghìn chín trăm năm mươi tư``."""
    parts = [f"ngày {number_in_words(date.day)}"] if date.day else []
    parts += [f"tháng {_month(date.month)}"] if date.month else []
    return ", ".join([*parts, f"năm {number_in_words(date.year)}"])


def _month(month: int) -> str:
    return _APRIL if month == 4 else number_in_words(month)


def moment_in_words(here: datetime) -> str:
    """The same with the hour before it, on the clock that `here` already shows."""
    clock = f"{number_in_words(here.hour)} giờ {number_in_words(here.minute)} phút"
    return f"{clock}, {date_in_words(PartialDate.of(here.date()))}"


def amount_in_words(amount: Dong) -> str:
    """``8000`` → ``Tám nghìn đồng``, with the capital that receipts begin with."""
    text = f"{number_in_words(amount)} đồng"
    return text[0].upper() + text[1:]
