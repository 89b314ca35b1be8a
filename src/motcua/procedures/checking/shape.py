"""Whether a table has the keys of its shape, and under each a value of its kind."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from motcua.procedures.checking.keys import SHAPES, Key
from motcua.procedures.problems import Report
from motcua.procedures.vocabulary import SOURCES

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_CODE = re.compile(r"\d\.\d{6}")
_SOURCE = re.compile(rf"(?:{'|'.join(sorted(SOURCES))}):.+", re.DOTALL)
_TESTS = ("is", "in", "not")
# Each of a table of sources.
_SOURCE_KEY = Key("source", must=True)


def check_shape(shape: str, raw: Mapping[str, Any], place: str, file: str, report: Report) -> None:
    """Name every unknown key, every missing one and every value of the wrong kind, at any depth."""
    keys = SHAPES[shape]
    for unknown in sorted(raw.keys() - keys.keys() - {"words"}):
        report.add(
            file,
            _join(place, unknown),
            "unknown_key",
            gettext("“%(key)s” is no key of this table") % {"key": unknown},
            gettext("Use one of: %(words)s") % {"words": ", ".join(keys)},
        )
    for name, key in keys.items():
        if name in raw:
            _check_value(key, raw[name], _join(place, name), file, report)
        elif key.must:
            report.add(
                file,
                _join(place, name),
                "missing_key",
                gettext("the key is missing"),
                _give(key),
            )


def is_code(text: str) -> bool:
    """Whether it is written as the national codes are: ``1.001193``."""
    return bool(_CODE.fullmatch(text))


def _check_value(key: Key, value: Any, place: str, file: str, report: Report) -> None:
    if key.kind == "table" and isinstance(value, dict):
        check_shape(key.shape, value, place, file, report)
    elif key.kind == "tables" and isinstance(value, list):
        _check_rows(key, value, place, file, report)
    elif key.kind == "sources" and _plain(value):
        for name, source in value.items():
            _check_value(_SOURCE_KEY, source, f"{place}.{name}", file, report)
    elif key.must and value == "" and key.kind in ("text", "source"):
        report.add(file, place, "blank", gettext("nothing is written"), _give(key))
    elif not _KINDS.get(key.kind, _never)(key, value):
        wrong = gettext("%(value)r does not fit") % {"value": value}
        report.add(file, place, _code(key), wrong, _give(key))


def _check_rows(key: Key, rows: list[Any], place: str, file: str, report: Report) -> None:
    for number, one in enumerate(rows, 1):
        _check_row(key, one, place, number, file, report)
    if key.must and not rows:
        report.add(file, place, "missing_key", "the list is empty", "Give at least one")


def _check_row(key: Key, one: Any, place: str, number: int, file: str, report: Report) -> None:
    if not isinstance(one, dict):
        report.add(file, f"{place}.{number}", "bad_value", f"{one!r} is no table", "Give a table")
        return
    name = next(
        (one[k] for k in ("name", "step", "template", "book") if isinstance(one.get(k), str)), ""
    )
    check_shape(key.shape, one, f"{place}.{name or number}", file, report)


def _is_condition(value: Any) -> bool:
    if not isinstance(value, dict):
        return False
    for joined in ("all", "any"):
        if joined in value:
            tests = value[joined]
            return len(value) == 1 and isinstance(tests, list) and all(map(_is_test, tests))
    return _is_test(value)


def _is_test(value: Any) -> bool:
    if not isinstance(value, dict) or not isinstance(value.get("field"), str) or len(value) != 2:
        return False
    op = next((op for op in _TESTS if op in value), None)
    if op is None:
        return False
    if isinstance(value[op], list):
        return op != "is" and _texts(value[op])
    return op != "in" and isinstance(value[op], str)


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _plain(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(one, str) for one in value.values())


def _reads(reader: Callable[[str], object], value: Any) -> bool:
    if not isinstance(value, str):
        return False
    try:
        reader(value)
    except ValueError:
        return False
    return True


def _is_moment(value: Any) -> bool:
    """Written as TOML writes the clock of a place: without a zone, to the second."""
    if not _reads(datetime.fromisoformat, value):
        return False
    moment = datetime.fromisoformat(value)
    return moment.tzinfo is None and moment.isoformat() == value


def _never(_key: Key, _value: Any) -> bool:
    return False


_KINDS: Mapping[str, Callable[[Key, Any], bool]] = {
    "text": lambda _, v: isinstance(v, str),
    "name": lambda _, v: isinstance(v, str) and bool(_NAME.fullmatch(v)),
    "code": lambda _, v: isinstance(v, str) and is_code(v),
    "whole": lambda _, v: isinstance(v, int) and not isinstance(v, bool) and v >= 0,
    "flag": lambda _, v: isinstance(v, bool),
    "day": lambda _, v: _reads(date.fromisoformat, v),
    "clock": lambda _, v: _reads(time.fromisoformat, v),
    "moment": lambda _, v: _is_moment(v),
    "one": lambda key, v: isinstance(v, str) and v in key.of,
    "some": lambda key, v: _texts(v) and key.of.issuperset(v),
    "texts": lambda _, v: _texts(v),
    "plain": lambda _, v: _plain(v),
    "source": lambda _, v: isinstance(v, str) and bool(_SOURCE.fullmatch(v)),
    "condition": lambda _, v: _is_condition(v),
}

_WANTED: Mapping[str, str | Promise] = {
    "text": gettext_lazy("a text"),
    "name": gettext_lazy("a name of small letters, digits and _"),
    "code": gettext_lazy("a code such as 1.001193"),
    "whole": gettext_lazy("a whole number from 0 up"),
    "flag": gettext_lazy("true or false"),
    "day": gettext_lazy("a day such as 2025-07-01"),
    "clock": gettext_lazy('a time such as "15:00"'),
    "moment": gettext_lazy("a day and an hour such as 2026-11-20T14:59:00"),
    "texts": gettext_lazy("a list of texts"),
    "plain": gettext_lazy("a table of texts"),
    "source": gettext_lazy("a source, such as answer:child_name"),
    "sources": gettext_lazy("a table of sources, such as answer:child_name"),
    "condition": '{ field = "…", is = "…" } (or in, or not), { all = [ … ] } or { any = [ … ] }',
    "table": gettext_lazy("a table"),
    "tables": gettext_lazy("a list of tables"),
}


def _give(key: Key) -> str:
    """The cure: what is wanted there."""
    if key.of:
        words = {"words": ", ".join(sorted(key.of))}
        one = key.kind == "one"
        return (
            gettext("Give one of: %(words)s") if one else gettext("Give some of: %(words)s")
        ) % words
    return gettext("Give %(what)s") % {"what": _WANTED[key.kind]}


def _code(key: Key) -> str:
    codes = {"one": "unknown_word", "some": "unknown_word", "condition": "bad_condition"}
    return {**codes, "day": "bad_date", "moment": "bad_date"}.get(key.kind, "bad_value")


def _join(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name
