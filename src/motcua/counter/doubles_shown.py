"""Two entries that may be one event as a page: side by side, what differs, what was decided."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.counter.entry_page import people
from motcua.counter.paper_page import terms_written
from motcua.counter.word_by_word import beside_word_by_word
from motcua.foundation.actor import Actor
from motcua.parts.formats import moment
from motcua.registers.doubled import resembling_draft
from motcua.registers.kinds import BookKind, book
from motcua.registers.models import Double, DoubleVerdict, Entry
from motcua.registers.sameness import LIKELY, Event

Words = str | Promise
Told = Sequence[tuple[str, bool]]

# What speaks for one event, in words: one for each of `sameness`.
GROUNDS: Mapping[str, Words] = {
    "number": gettext_lazy("the same identity number"),
    "name": gettext_lazy("the same name"),
    "near_name": gettext_lazy("nearly the same name"),
    "other_name": gettext_lazy("another name"),
    "birth": gettext_lazy("the same date of birth"),
    "vague_birth": gettext_lazy("one date of birth is vaguer"),
    "near_birth": gettext_lazy("dates of birth a slip apart"),
    "other_birth": gettext_lazy("another date of birth"),
    "kin": gettext_lazy("the same parents"),
    "day": gettext_lazy("the same day, or a slip apart"),
    "twins": gettext_lazy("perhaps twins"),
    "too_soon": gettext_lazy("too soon for two births"),
    "one_of_two": gettext_lazy("one of the couple is the same"),
    "written_together": gettext_lazy("registered on one day"),
}
OUTCOMES: Mapping[str, Words] = {
    Double.Outcome.OPEN: gettext_lazy("To be decided"),
    Double.Outcome.UNCLEAR: gettext_lazy("Still to be asked"),
    Double.Outcome.SAME: gettext_lazy("One event"),
    Double.Outcome.DIFFERENT: gettext_lazy("Two events"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: whom each entry is of, and what speaks for one event."""

    double: Double
    kind: BookKind
    names: tuple[str, str]
    likely: bool
    grounds: Sequence[Words]


@dataclass(frozen=True, slots=True)
class Line:
    """One term side by side, word by word.

    `same` is None when one of the two says nothing, or where they may rightly differ. `aside`: it
    agrees and tells nobody from another, so it is folded away.
    """

    word: str
    first: Told
    second: Told
    same: bool | None
    aside: bool = False


@dataclass(frozen=True, slots=True)
class LikeThis:
    """An entry that resembles what is about to be written, and why."""

    entry: Entry
    names: str
    likely: bool
    grounds: Sequence[Words]


def like_draft(
    kind: str, ways: Sequence[Event], *, commune: str, by: Actor, at: datetime, why: str
) -> list[LikeThis]:
    """What is in the books already and may be the event that is about to be written. Traced."""
    found = resembling_draft(by=by, commune=commune, kind=kind, ways=ways, at=at, why=why)
    return [
        LikeThis(
            entry=one.entry,
            names=people(one.entry),
            likely=one.alike.weight == LIKELY,
            grounds=grounds_of(one.alike.grounds),
        )
        for one in found
    ]


def row_of(double: Double) -> Row:
    """A pair as the list shows it."""
    return Row(
        double=double,
        kind=book(double.kind),
        names=(people(double.first), people(double.second)),
        likely=double.weight == LIKELY,
        grounds=grounds_of(double.grounds),
    )


def grounds_of(grounds: Sequence[str]) -> list[Words]:
    """What speaks for one event, in words."""
    return [GROUNDS[one] for one in grounds if one in GROUNDS]


def lines_of(double: Double) -> list[Line]:
    """Where the two stand, then their terms as they stand today, in the order of the book."""
    where = [_line(word, *said, neutral=True) for word, said in _about(double).items()]
    first, second = (
        dict(terms_written(double.kind, entry.as_it_stands()))
        for entry in (double.first, double.second)
    )
    telling = _telling(double.kind)
    terms = [
        _line(term.words, first.get(term.words, ""), second.get(term.words, ""), telling)
        for term in book(double.kind).terms.values()
        if term.words in first or term.words in second
    ]
    return [*where, *terms]


def verdict_words(row: DoubleVerdict) -> str:
    """``One event: 12/1990 stands``."""
    word = str(OUTCOMES[row.outcome])
    if row.stands is None:
        return word
    return _("%(word)s: %(number)s stands") % {"word": word, "number": row.stands.reference}


def events_of(double: Double) -> Iterator[tuple[str, str, str, str, Sequence[str]]]:
    """What was found and decided, the oldest first, as the timeline draws it."""
    yield "search", _("Found by the machine"), moment(double.found_at), "", ()
    for row in reversed(double.verdicts.all()):
        sign = _SIGNS[row.outcome]
        when = moment(row.decided_at)
        yield sign, verdict_words(row), when, row.decided_by_name, [row.reason]


_SIGNS = {
    Double.Outcome.SAME: "done",
    Double.Outcome.DIFFERENT: "close",
    Double.Outcome.UNCLEAR: "clock",
}


def _about(double: Double) -> dict[str, tuple[str, str]]:
    """Where and how the two came into the books; what neither says is left out."""
    first, second = (_where(entry) for entry in (double.first, double.second))
    return {word: (said, second[word]) for word, said in first.items() if said or second[word]}


def _where(entry: Entry) -> dict[str, str]:
    way = entry.provenance if entry.copied else None
    return {
        _("Registered on"): f"{entry.registered_on:%d/%m/%Y}",
        _("Where it stands"): _("volume %(volume)s, page %(page)s")
        % {"volume": entry.volume, "page": entry.page},
        _("Kept by"): entry.kept_by,
        _("Written from"): way.book if way else _("written here"),
        _("Written by"): way.read_by_name if way else entry.written_by_name,
        _("Notes in the margin"): str(len(entry.notes_until()) or ""),
    }


def _telling(kind: str) -> frozenset[str]:
    """The words of the terms by which one person or event is told from another."""
    twice = book(kind).twice
    whom = (*twice.people, *twice.kin) if twice else ()
    keys = {f"{who}.{what}" for who in whom for what in ("name", "birth")}
    keys |= {twice.day} if twice else set()
    return frozenset(term.words for key, term in book(kind).terms.items() if key in keys)


def _line(
    word: str,
    first: str,
    second: str,
    telling: Collection[str] = (),
    *,
    neutral: bool = False,
) -> Line:
    sides = (beside_word_by_word(first, second), beside_word_by_word(second, first))
    if neutral or not (first and second):
        return Line(word, *sides, None)
    same = first.casefold() == second.casefold()
    return Line(word, *sides, same, aside=same and word not in telling)
