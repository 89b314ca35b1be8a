"""What the law will change and when, and two versions of a procedure side by side, in words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import groupby
from typing import NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from motcua.foundation.clock import day_of
from motcua.foundation.typed_number import typed_number
from motcua.office.calendar_page import MARKS
from motcua.office.part_words import NEEDS
from motcua.parts.formats import day as said_day
from motcua.procedures.comparing import Change, compared
from motcua.procedures.history import Turn, turns, versions_of
from motcua.procedures.models import ProcedureVersion
from motcua.procedures.seen_in import seen_in

PARTS: Mapping[str, str | Promise] = {
    "dates": gettext_lazy("Dates, and how much goes online"),
    "words": gettext_lazy("Name and summary"),
    "basis": gettext_lazy("Legal basis"),
    "form": gettext_lazy("Questions"),
    "papers": gettext_lazy("Papers"),
    "fees": gettext_lazy("Fees"),
    "deadline": gettext_lazy("Deadline"),
    "route": gettext_lazy("Route"),
    "result": gettext_lazy("Result"),
    "marks": gettext_lazy("How sure it is"),
}
# What happened to a row: its word, tone and sign.
KINDS: Mapping[str, tuple[str | Promise, str, str]] = {
    "added": (gettext_lazy("Added"), "ok", "plus"),
    "removed": (gettext_lazy("Removed"), "stop", "close"),
    "changed": (gettext_lazy("Changed"), "warn", "draft"),
}

# The keys of a pack that are read most; the others stand as the pack writes them.
KEYS: Mapping[str, str | Promise] = {
    "valid_from": gettext_lazy("Begins on"),
    "valid_to": gettext_lazy("Ends on"),
    "online": gettext_lazy("How much goes online"),
    "document": gettext_lazy("Document"),
    "article": gettext_lazy("Article"),
    "source": gettext_lazy("Seen in"),
    "mark": gettext_lazy("How sure it is"),
    "amount": gettext_lazy("Amount"),
    "unit": gettext_lazy("Counted in"),
    "need": gettext_lazy("Whether it is demanded"),
    "kind": gettext_lazy("Kind of answer"),
    "choices": gettext_lazy("Answers offered"),
    "when": gettext_lazy("Only when"),
    "role": gettext_lazy("Who does it"),
}


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Coming(NamedTuple):
    """One procedure on a day: what changes in it, part by part with the count; its address."""

    code: str
    title: str
    parts: Sequence[tuple[str | Promise, int]]
    word: str
    address: str


class Day(NamedTuple):
    """Everything that changes on a day."""

    day: date
    rows: Sequence[Coming]


class Compared(NamedTuple):
    """Two versions of one procedure, and the choice of others."""

    code: str
    title: str
    before: ProcedureVersion
    after: ProcedureVersion
    versions: Sequence[tuple[str, str]]
    parts: Sequence[tuple[str | Promise, Sequence[Change]]]


def days_to_come(at: datetime) -> Sequence[Day]:
    """What changes after today, by day."""
    found = groupby(turns(day_of(at)), key=lambda one: one.day)
    return [Day(day, [_coming(one) for one in rows]) for day, rows in found]


def comparison(code: str, before: str, after: str) -> Compared:
    """The two versions that were chosen; else the latest two editions of the procedure."""
    versions = versions_of(code)
    old, new = _two(versions)
    old = _chosen(versions, before) or old
    new = _chosen(versions, after) or new
    found = compared(old.content, new.content, _language())
    return Compared(
        code,
        _title(new),
        old,
        new,
        [(str(one.version), _said(one)) for one in versions],
        [(PARTS[part], [_marked(part, one) for one in changes]) for part, changes in found.items()],
    )


def in_words(change: Change) -> Change:
    """A change with its values as people write them."""
    details = [
        replace(one, before=_value(one.key, one.before), after=_value(one.key, one.after))
        for one in change.details
    ]
    return replace(change, details=details)


def _marked(part: str, change: Change) -> Change:
    """A change in words; what says how sure a part is says which, as a heading does."""
    named = PARTS.get(change.what) or KEYS.get(change.what)
    label = str(named) if part == "marks" and named else change.label
    return replace(in_words(change), label=label)


def _value(key: str, value: str) -> str:
    """A day, how sure something is, where it was seen, whether it is demanded; all else as the
    pack has it."""
    if _DAY.fullmatch(value):
        return said_day(date.fromisoformat(value))
    last = key.rpartition(".")[2]
    if last == "source":
        return seen_in(value)
    if value in MARKS and (last == "mark" or key.startswith("marks")):
        return str(MARKS[value][0])
    return str(NEEDS.get(value, value)) if last == "need" else value


def _two(versions: Sequence[ProcedureVersion]) -> tuple[ProcedureVersion, ProcedureVersion]:
    """The latest version, and the last one of the edition before it (or the one loaded before)."""
    new = versions[0]
    older = [one for one in versions if one.valid_from < new.valid_from]
    return (older or versions[1:] or [new])[0], new


def _chosen(versions: Sequence[ProcedureVersion], number: str) -> ProcedureVersion | None:
    wanted = typed_number(number)
    return next((one for one in versions if one.version == wanted), None)


def _coming(turn: Turn) -> Coming:
    shown = turn.after or turn.before
    address = reverse("office:compare", args=[turn.code])
    if shown is None or turn.before is None or turn.after is None:
        word = _("It is offered from this day on.") if turn.after else _("It ends.")
        return Coming(turn.code, _title(shown) if shown else "", (), word, address)
    found = compared(turn.before.content, turn.after.content, _language())
    parts = [(PARTS[part], len(changes)) for part, changes in found.items()]
    chosen = f"?before={turn.before.version}&after={turn.after.version}"
    return Coming(turn.code, _title(shown), parts, "", address + chosen)


def _title(version: ProcedureVersion) -> str:
    words = version.content["words"]
    return str(words.get(_language(), words["vi"])["title"])


def _said(one: ProcedureVersion) -> str:
    facts = {"number": one.version, "since": said_day(one.valid_from)}
    if one.valid_to is None:
        return _("Version %(number)s, from %(since)s on") % facts
    until = {"until": said_day(one.valid_to)}
    return _("Version %(number)s, from %(since)s to %(until)s") % {**facts, **until}


def _language() -> str:
    return get_language() or "vi"
