"""What is told to a paper: everything it must have, in the kinds that its template names."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, time
from typing import Any

from django.utils.translation import gettext as _

from motcua.foundation.clock import local
from motcua.foundation.money import Dong, written
from motcua.foundation.partial_date import PartialDate
from motcua.results.errors import PaperIncomplete, PaperUnreadable
from motcua.results.templates import Field, shapes, template, words
from motcua.results.words import amount_in_words, date_in_words, moment_in_words

# Terms of a book that a paper is told but does not show.
_UNPRINTED = "unprinted"


def complete(code: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """The data as it is kept; raises PaperIncomplete (all that is missing) or PaperUnreadable."""
    fields = template(code).fields
    missing = list(_missing(fields, data, ""))
    if missing:
        raise PaperIncomplete(missing[0], missing=", ".join(missing))
    shown(code, data)
    return dict(data)


def shown(code: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """The data as the page needs it: dates, moments and money also in words."""
    return _shown(template(code).fields, data, "")


def _missing(fields: Mapping[str, Field], data: Mapping[str, Any], within: str) -> Iterator[str]:
    for name, field in fields.items():
        value = data.get(name)
        if _blank(value):
            if field.must:
                yield within + name
        elif field.many:
            for number, item in enumerate(value or (), 1):
                yield from _missing(shapes()[field.kind], item, f"{within}{name}.{number}.")


def _shown(fields: Mapping[str, Field], data: Mapping[str, Any], within: str) -> dict[str, Any]:
    for name in data.keys() - fields.keys():
        raise PaperUnreadable(within + name, name=within + name, kind=_("a field of this paper"))
    given = {
        name: value
        for name, value in data.items()
        if not _blank(value) and fields[name].kind != _UNPRINTED
    }
    return {name: _value(fields[name], value, within + name) for name, value in given.items()}


def _value(field: Field, value: Any, name: str) -> Any:
    if field.many:
        shape = shapes()[field.kind]
        return [_shown(shape, item, f"{name}.{n}.") for n, item in enumerate(value, 1)]
    try:
        return _KINDS[field.kind](value)
    except (ValueError, TypeError, KeyError) as fault:
        raise PaperUnreadable(name, name=name, kind=field.kind) from fault


def _blank(value: Any) -> bool:
    return value is None or value in ("", [])


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _number(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(value)
    return value


def _date(value: Any) -> dict[str, str]:
    date = PartialDate.stored(_text(value))
    return {"shown": date.shown, "said": _said(date), "words": date_in_words(date)}


def _said(date: PartialDate) -> str:
    """Within a sentence: ``ngày 21/03/1954``, ``tháng 03/1954``, ``năm 1954``."""
    unit = "ngày" if date.day else "tháng" if date.month else "năm"
    return f"{unit} {date.shown}"


def _moment(value: Any) -> dict[str, str]:
    moment = datetime.fromisoformat(_text(value))
    if moment.tzinfo is None:
        raise ValueError(value)
    here = local(moment)
    day = PartialDate.of(here.date())
    return {
        "time": f"{here:%H} giờ {here:%M} phút",
        "clock": f"{here:%H:%M}",
        "shown": day.shown,
        "words": moment_in_words(here),
    }


def _money(value: Any) -> dict[str, str]:
    amount = Dong(_number(value))
    return {"shown": written(amount), "words": amount_in_words(amount)}


def _clock(value: Any) -> str:
    here = time.fromisoformat(_text(value))
    return f"{here:%H} giờ {here:%M} phút"


def _word(kind: str) -> Callable[[Any], str]:
    """A code as the paper writes it; what the pack has no word for is no code."""
    return lambda value: words()[kind][_text(value)]


_KINDS: Mapping[str, Callable[[Any], Any]] = {
    "text": _text,
    "lookup": _text,
    "clock": _clock,
    "sex": _word("sex"),
    "ethnic": _word("ethnic"),
    "nation": _word("nation"),
    "number": _number,
    "date": _date,
    "moment": _moment,
    "money": _money,
}
