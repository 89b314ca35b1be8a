"""A resident and a household as pages: what held on a day, as it was known when another ended."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.counter.matching import day_shown
from motcua.counter.people_words import (
    FACTS,
    HAPPENED,
    SOURCES,
    UNSAID,
    standing_word,
    written,
)
from motcua.counter.register_book import typed_day
from motcua.counter.told import Event
from motcua.counter.words import SEXES, Words
from motcua.foundation.actor import SYSTEM
from motcua.foundation.refusal import Refusal
from motcua.parts.formats import moment
from motcua.people.history import Standing, Value
from motcua.people.models import Household, Move
from motcua.people.standings import Days, Life, Member
from motcua.registers.models import EntryNote

_KIN = ("mother", "father", "spouse")
_BLANK = (None, "", False)


@dataclass(frozen=True, slots=True)
class Asked:
    """The two days in the address: as typed, as understood, and what could not be."""

    on: str
    known_on: str
    days: Days
    refusals: Mapping[str, Refusal]

    @property
    def address(self) -> str:
        """The same days for the address of another page; "" for today."""
        said = QueryDict(mutable=True)
        said.update({name: text for name, text in _typed(self).items() if text})
        return f"?{said.urlencode()}" if said else ""


class Source(NamedTuple):
    """Where something is known from, and its page, "" where it has none."""

    word: Words
    address: str


class Fact(NamedTuple):
    """One line: what it is called, what it says, whose page that is, and its source."""

    word: Words
    value: str
    address: str
    source: Source


Sources = Mapping[int, Source]


class MemberLine(NamedTuple):
    """Somebody of a household, as a line of its table; `standing` is a badge."""

    name: str
    address: str
    born: str
    sex: Words
    head: bool
    standing: tuple[Words, str, str]


def members_of(members: Sequence[Member], asked: Asked) -> list[MemberLine]:
    """Each with the address of their page on the same days."""
    return [
        MemberLine(
            one.holds.text("full_name"),
            reverse("counter:resident", args=[one.resident.pk]) + asked.address,
            day_shown(one.holds.text("birth")),
            SEXES.get(one.holds.text("sex"), ""),
            bool(one.holds["head"]),
            standing_word(one.holds),
        )
        for one in members
    ]


def asked_days(typed: Mapping[str, str]) -> Asked:
    """What the address asks; a day that cannot be read is today, and is said."""
    found: dict[str, date] = {}
    refusals: dict[str, Refusal] = {}
    for name in ("on", "known_on"):
        text = typed.get(name, "").strip()
        try:
            if text:
                found[name] = typed_day(text, name)
        except Refusal as refusal:
            refusals[name] = refusal
    days = Days(found.get("on"), found.get("known_on"))
    return Asked(typed.get("on", ""), typed.get("known_on", ""), days, refusals)


def facts_of(life: Life, asked: Asked, sources: Sources, homes: Mapping[int, int]) -> list[Fact]:
    """What held, in the order in which a person is described; blanks left out."""
    kin, rows = _kin(life), {move.pk: move for move in life.moves}
    return [
        Fact(
            FACTS[name],
            written(name, life.holds[name], kin, homes),
            _address(name, life.holds, asked),
            sources[_first_said(name, rows[life.holds.said_by[name]], rows).pk],
        )
        for name in FACTS
        if life.holds[name] not in _BLANK
    ]


def events_of(life: Life, sources: Sources, homes: Mapping[int, int]) -> list[Event]:
    """What happened, the earliest day first: what each row says, and since when it is known."""
    kin, rows = _kin(life), {move.pk: move for move in life.moves}
    return [
        Event(
            HAPPENED[move.kind][0],
            _headline(move, replaced=move.pk in life.replaced),
            _("known since %(moment)s") % {"moment": moment(move.known_at)},
            _by_whom(move, sources[move.pk]),
            list(_points(move, rows.get(move.replaces_id or 0), kin, homes)),
        )
        for move in life.moves
    ]


def _first_said(name: str, move: Move, rows: Mapping[int, Move]) -> Move:
    """The row that a fact is from: what a correction left as it was is older than it."""
    before = rows.get(move.replaces_id or 0)
    if before is None or name not in before.changes or before.changes[name] != move.changes[name]:
        return move
    return _first_said(name, before, rows)


def _by_whom(move: Move, source: Source) -> str:
    """``an entry of the books``, and who wrote it down, where that was not the machine."""
    if move.known_by == SYSTEM.id:
        return str(source.word)
    return f"{source.word}, {move.known_by_name}"


def sources_of(moves: Sequence[Move]) -> dict[int, Source]:
    """The source of each row by its key; notes lead to the entry beside which they stand."""
    notes = [_number(move.source) for move in moves if move.source.startswith("note:")]
    beside = (
        dict(EntryNote.objects.filter(pk__in=notes).values_list("pk", "entry")) if notes else {}
    )
    return {move.pk: _source(move.source, beside) for move in moves}


def _source(source: str, beside: Mapping[int, int]) -> Source:
    kind = source.partition(":")[0]
    number = _number(source)
    entry = {"entry": number, "note": beside.get(number, 0)}.get(kind, 0)
    return Source(
        SOURCES.get(kind, source), reverse("counter:entry", args=[entry]) if entry else ""
    )


def _number(source: str) -> int:
    text = source.partition(":")[2].partition(":")[0]
    return int(text) if text.isdecimal() else 0


def _headline(move: Move, *, replaced: bool) -> str:
    """``Born, from 20/02/2026``; what no longer counts says so, and what stands in its place."""
    said = _("%(what)s, from %(day)s") % {
        "what": HAPPENED[move.kind][1],
        "day": day_shown(move.on),
    }
    if replaced:
        return _("%(said)s (no longer counts: corrected)") % {"said": said}
    if move.replaces_id and move.changes:
        return _("Corrected: %(said)s") % {"said": said}
    return said


def _points(
    move: Move, before: Move | None, kin: Mapping[int, str], homes: Mapping[int, int]
) -> Iterator[str]:
    """Why, and the facts: of a correction those that it made different, from what to what."""
    if move.reason:
        yield move.reason
    known = before.changes if before else {}
    yield from (
        f"{FACTS[name]}: {_turned(name, known, move, kin, homes)}"
        for name, value in move.changes.items()
        if name not in UNSAID
        and known.get(name, "") != value
        and not _both_blank(name, known, value)
    )


def _turned(
    name: str,
    known: Mapping[str, Value],
    move: Move,
    kin: Mapping[int, str],
    homes: Mapping[int, int],
) -> str:
    now = written(name, move.changes[name], kin, homes)
    return f"{written(name, known[name], kin, homes)} → {now}" if known.get(name) else now


def _both_blank(name: str, known: Mapping[str, Value], value: Value) -> bool:
    return value in _BLANK and known.get(name) in _BLANK


def _address(name: str, holds: Standing, asked: Asked) -> str:
    key = holds.key(name) if name in (*_KIN, "household") else None
    if key is None:
        return ""
    route = "counter:household" if name == "household" else "counter:resident"
    return reverse(route, args=[key]) + asked.address


def _kin(life: Life) -> dict[int, str]:
    return {key: holds.text("full_name") for key, holds in life.kin.items()}


def homes_of(moves: Sequence[Move]) -> dict[int, int]:
    """The numbers of all households that the rows name."""
    keys = {move.household_id for move in moves if move.household_id}
    return dict(Household.objects.filter(pk__in=keys).values_list("pk", "number")) if keys else {}


def _typed(asked: Asked) -> dict[str, str]:
    return {"on": asked.on, "known_on": asked.known_on}
