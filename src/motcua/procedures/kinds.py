"""What each kind of question takes: how an answer is tidied, and what makes it unreadable."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time

from django.utils.translation import gettext_lazy as _

from motcua.foundation.names import tidy
from motcua.foundation.partial_date import PartialDate
from motcua.procedures.lists import ETHNIC_CODES, NATIONALITIES
from motcua.procedures.pack import Field
from motcua.procedures.speech import Wrong

_IDENTITY = re.compile(r"\d{12}")
_PHONE = re.compile(r"\+84(?:[35789]\d{8}|2\d{9})")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_TIME = re.compile(r"(\d{1,2})\s*(?:[:hg.]|giờ)\s*(\d{1,2})?\s*(?:phút|p)?", re.IGNORECASE)
_LONGEST = {"text": 200, "long_text": 4000, "name": 100, "place": 300, "email": 200}


@dataclass(frozen=True, slots=True)
class Kind:
    clean: Callable[[str], str]
    wrong: Callable[[Field, str], Wrong | None]


def _lines(text: str) -> str:
    # Stripped last: a line of signs that no one sees is empty once it is tidied.
    return "\n".join(tidy(line) for line in text.splitlines()).strip()


def _date(text: str) -> str:
    try:
        return str(PartialDate.typed(text))
    except ValueError:
        return tidy(text)


def _time(text: str) -> str:
    found = _TIME.fullmatch(text.strip())
    if not found:
        return tidy(text)
    hour, minute = int(found[1]), int(found[2] or 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else tidy(text)


def _number(text: str) -> str:
    bare = tidy(text)
    return str(int(bare)) if bare.isascii() and bare.isdigit() and len(bare) < 20 else bare


def _digits(text: str) -> str:
    bare = re.sub(r"[\s.\-]", "", tidy(text))
    return bare if bare.isascii() and bare.isdigit() else tidy(text)


def _phone(text: str) -> str:
    bare = re.sub(r"[\s.\-()]", "", tidy(text))
    if re.fullmatch(r"0\d{9,10}", bare):
        return f"+84{bare[1:]}"
    return f"+{bare}" if re.fullmatch(r"84\d{9,10}", bare) else bare


def _text_wrong(field: Field, value: str) -> Wrong | None:
    most = field.most or _LONGEST.get(field.kind, 200)
    if len(value) > most:
        return Wrong(
            "answer.too_long",
            _("“%(term)s” is too long: %(length)s letters. Please shorten it to %(most)s."),
            {"length": len(value), "most": most},
            unreadable=True,
        )
    if field.least and len(value) < field.least:
        return Wrong(
            "answer.too_short",
            _("“%(term)s” is too short. Please write at least %(least)s letters."),
            {"least": field.least},
            unreadable=True,
        )
    return None


def _name_wrong(field: Field, value: str) -> Wrong | None:
    if any(c.isdigit() or c in "<>@{}[]|\\/_=+*" for c in value):
        return _unreadable(
            "answer.not_a_name",
            _("“%(value)s” has a digit or sign that is not in a name. Please write letters only."),
            value,
        )
    return _text_wrong(field, value)


def _date_wrong(field: Field, value: str) -> Wrong | None:
    try:
        day = PartialDate.stored(value)
    except ValueError:
        return _unreadable(
            "answer.not_a_date",
            _("“%(value)s” is not a date. Please write day/month/year, such as 21/03/1954."),
            value,
        )
    if field.kind == "date" and day.whole is None:
        return _unreadable(
            "answer.date_not_whole",
            _("“%(value)s” lacks the day or month. Please write all of it, such as 21/03/1954."),
            day.shown,
        )
    if day.year < 1850:
        return _unreadable(
            "answer.date_too_old",
            _("The year in “%(value)s” is too long ago. Please look at it again."),
            day.shown,
        )
    return None


def _time_wrong(field: Field, value: str) -> Wrong | None:
    try:
        time.fromisoformat(value)
    except ValueError:
        return _unreadable(
            "answer.not_a_time",
            _("“%(value)s” is not a time of day. Please write hour and minute, such as 14:30."),
            value,
        )
    return None


def _number_wrong(field: Field, value: str) -> Wrong | None:
    if not (value.isascii() and value.isdigit() and len(value) < 10):
        return _unreadable(
            "answer.not_a_number",
            _("“%(value)s” is not a number. Please write digits only, such as 2."),
            value,
        )
    if field.least is not None and int(value) < field.least:
        return Wrong(
            "answer.too_small",
            _("“%(term)s” must be at least %(least)s."),
            {"least": field.least},
            unreadable=True,
        )
    if field.most is not None and int(value) > field.most:
        return Wrong(
            "answer.too_large",
            _("“%(term)s” must be at most %(most)s."),
            {"most": field.most},
            unreadable=True,
        )
    return None


def _choice_wrong(field: Field, value: str) -> Wrong | None:
    if any(value == choice.value for choice in field.choices):
        return None
    return _not_offered(value)


def _one_of(values: frozenset[str]) -> Callable[[Field, str], Wrong | None]:
    return lambda _field, value: None if value in values else _not_offered(value)


def _not_offered(value: str) -> Wrong:
    return _unreadable(
        "answer.not_offered",
        _("“%(value)s” is not one of the answers. Please choose one from the list."),
        value,
    )


def _identity_wrong(field: Field, value: str) -> Wrong | None:
    if _IDENTITY.fullmatch(value):
        return None
    return _unreadable(
        "answer.not_an_identity_number",
        _("A personal identity number has 12 digits. Please look at the card again."),
        value,
    )


def _phone_wrong(field: Field, value: str) -> Wrong | None:
    if _PHONE.fullmatch(value):
        return None
    return _unreadable(
        "answer.not_a_phone",
        _("“%(value)s” is not a telephone number. Please write 10 digits, such as 0912 345 678."),
        value,
    )


def _email_wrong(field: Field, value: str) -> Wrong | None:
    if _EMAIL.fullmatch(value):
        return _text_wrong(field, value)
    return _unreadable(
        "answer.not_an_email",
        _("“%(value)s” is not an e-mail address. Please write it as name@example.vn."),
        value,
    )


def _unreadable(code: str, message: object, value: str) -> Wrong:
    return Wrong(code, message, {"value": value}, unreadable=True)  # type: ignore[arg-type]


KINDS: Mapping[str, Kind] = {
    "text": Kind(tidy, _text_wrong),
    "long_text": Kind(_lines, _text_wrong),
    "name": Kind(tidy, _name_wrong),
    "date": Kind(_date, _date_wrong),
    "partial_date": Kind(_date, _date_wrong),
    "time": Kind(_time, _time_wrong),
    "number": Kind(_number, _number_wrong),
    "choice": Kind(tidy, _choice_wrong),
    "yes_no": Kind(tidy, _one_of(frozenset({"yes", "no"}))),
    "declaration": Kind(tidy, _one_of(frozenset({"yes"}))),
    "ethnic": Kind(tidy, _one_of(ETHNIC_CODES)),
    "nationality": Kind(tidy, _one_of(NATIONALITIES)),
    "identity_number": Kind(_digits, _identity_wrong),
    "phone": Kind(_phone, _phone_wrong),
    "email": Kind(tidy, _email_wrong),
    "place": Kind(tidy, _text_wrong),
}


def dates(value: str) -> PartialDate | None:
    """A stored date, whole or partial; None for a blank or unreadable one."""
    try:
        return PartialDate.stored(value)
    except ValueError:
        return None


def whole(value: str) -> date | None:
    """The calendar day of a stored date that is whole."""
    day = dates(value)
    return day.whole if day else None
