"""The shape of a term: what fits it, and how it is written when somebody typed it. Plain Python."""

import re
from collections.abc import Callable, Mapping
from datetime import date, time
from functools import cache

from motcua.foundation.names import folded
from motcua.foundation.partial_date import PartialDate
from motcua.people.ethnic import code_of
from motcua.procedures.lists import ethnic_names, nationality_names
from motcua.registers.kinds import Term

# What a page says of what must stand there and does not.
UNREADABLE, BLANK = "unreadable", "blank"
SEXES = ("male", "female", "undetermined")
_TYPED_SEXES = {
    "nam": "male",
    "nu": "female",
    "1": "male",
    "2": "female",
    "3": "undetermined",
    "khong xac dinh": "undetermined",
}
_OFFICIAL_SEXES = {"male": "Nam", "female": "Nữ", "undetermined": "Không xác định"}
_CLOCK = re.compile(r"(\d{1,2})\s*(?:[:hg]|giờ)\s*(\d{0,2})")


def fits(term: Term, value: str) -> bool:
    """Whether a value is in the stored form of a term."""
    if term.kind == "date":
        return _is_date(value)
    if term.kind == "clock":
        return _is_clock(value)
    if term.kind == "number":
        return value.isdecimal()
    codes = {"sex": SEXES, "ethnic": ethnic_names(), "nation": nationality_names("vi")}
    return term.kind not in codes or value in codes[term.kind]


def late(term: Term, value: str, written: date) -> bool:
    """Whether a birth or death would lie after the day on which it was written down."""
    event = term.key.endswith(".birth") or term.key == "death.date"
    return event and value > written.isoformat() and fits(term, value)


def typed(kind: str, text: str) -> str:
    """What somebody wrote, as the books keep it; what is in no shape stays as it is."""
    return _SHAPES[kind](text) if text and kind in _SHAPES else text


def official(kind: str, value: str) -> str:
    """What the books keep, as a paper shows it; what is in no shape is shown as it is."""
    if kind == "date":
        return PartialDate.stored(value).shown if _is_date(value) else value
    if kind == "sex":
        return _OFFICIAL_SEXES.get(value, value)
    if kind == "ethnic":
        return ethnic_names().get(value, value)
    return nationality_names("vi").get(value, value) if kind == "nation" else value


def _is_date(value: str) -> bool:
    try:
        PartialDate.stored(value)
    except ValueError:
        return False
    return True


def _is_clock(value: str) -> bool:
    try:
        time.fromisoformat(value)
    except ValueError:
        return False
    return len(value) == len("HH:MM")


def _date(text: str) -> str:
    try:
        return str(PartialDate.typed(text))
    except ValueError:
        return text


def _sex(text: str) -> str:
    return _TYPED_SEXES.get(folded(text), text)


def _ethnic(text: str) -> str:
    return text.zfill(2) if text.isdecimal() else code_of(text) or text


def _nation(text: str) -> str:
    return _nations().get(folded(text), text)


def _clock(text: str) -> str:
    found = _CLOCK.match(text)
    return f"{int(found[1]):02}:{int(found[2] or 0):02}" if found else text


@cache
def _nations() -> Mapping[str, str]:
    return {folded(name): code for code, name in nationality_names("vi").items()}


_SHAPES: Mapping[str, Callable[[str], str]] = {
    "date": _date,
    "sex": _sex,
    "ethnic": _ethnic,
    "nation": _nation,
    "clock": _clock,
}
