"""The books there are and the terms of an entry in each: one table, ``packs/vn/books.toml``.

Dates are partial dates in the stored form (``1954``, ``1954-03``, ``1954-03-21``), sex is
male|female|undetermined, ethnic groups the two digits of their code, nations ISO 3166 (``VN``),
times ``HH:MM``. An extract copy prints these terms and nothing else.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.utils.translation import get_language

from motcua.procedures.labels import labels

_OFFICIAL: Final = "vi"
# The note after which an entry counts for nothing any more.
CANCELLATION: Final = "cancellation"
# The notes that a decision may write in a margin, by what it decided.
NOTES: Final = frozenset(
    {
        "annulment",
        CANCELLATION,
        "change",
        "correction",
        "divorce",
        "ethnicity",
        "guardianship_end",
        "parentage",
        "supplement",
    }
)
# What stands in the margin of a paper book: also what no decision of today writes there.
MARGIN: Final = NOTES | {"adoption", "death", "other"}
# Those after which a paper made of the entry before no longer reads as the entry does, whether a
# term of the book changed with them or their text alone says what did. A change, a correction and
# another ethnic group: the paper says what the law has put right. A supplement and a parentage: it
# is blank where the entry is not. A divorce, an annulment and the end of a guardianship end what
# was registered, and the paper of that day goes on saying truly what was; a cancellation takes the
# force of the papers itself.
OUTDATING: Final = frozenset({"change", "correction", "ethnicity", "parentage", "supplement"})


@dataclass(frozen=True, slots=True)
class Term:
    """One line of a book: its key, its kind, the article, whether an entry may lack it, and what it
    is called in each language."""

    key: str
    kind: str
    article: str
    must: bool
    called: Mapping[str, str]

    @property
    def words(self) -> str:
        """What it is called, in the language of who reads."""
        return self.called.get(get_language() or _OFFICIAL, self.called[_OFFICIAL])


@dataclass(frozen=True, slots=True)
class Twice:
    """How two entries of one event are known, in a book of events that happen once.

    They name the same `people`; `kin` are those of their family who tell one from another, `day` is
    the term with the day of the event ("" where that is a birth), `ended` the kinds of note after
    which it may happen again.
    """

    people: tuple[str, ...]
    kin: tuple[str, ...] = ()
    day: str = ""
    ended: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BookKind:
    """One kind of book.

    `named` are the people whom an entry names, `about` those whom it is of. `series` is the symbol
    of the papers that bear the number of the entry (``TLNCMC``; their template where the number has
    no symbol), "" where the papers quote it as ``12/2026``. `papers` are the layouts made from an
    entry, `open` the terms that the officer may fill in where no question does. `twice` is None
    where the same may rightly be written again. `known_to_kin`: the family of whom an entry is of
    knows that there is one; of the others nobody is told but themselves and who cares for a child.
    """

    code: str
    field: str
    titles: Mapping[str, str]
    terms: Mapping[str, Term]
    named: tuple[str, ...]
    about: tuple[str, ...]
    series: str
    papers: tuple[str, ...]
    open: tuple[str, ...]
    twice: Twice | None
    known_to_kin: bool

    @property
    def title(self) -> str:
        """What the book is called, in the language of who reads."""
        return self.titles.get(get_language() or _OFFICIAL, self.official)

    @property
    def official(self) -> str:
        """What stands on its cover."""
        return self.titles[_OFFICIAL]

    @property
    def bound(self) -> bool:
        """Whether it is kept in volumes, a page for an entry; else lines of one book a year."""
        return self.field == "civil_status"


@cache
def books() -> Mapping[str, BookKind]:
    """Every book by its code, in the order in which they are listed."""
    path = Path(settings.PACKS) / "vn" / "books.toml"
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    return {code: _kind(code, raw) for code, raw in told.items()}


def book(kind: str) -> BookKind:
    """The book of that code."""
    return books()[kind]


def _kind(code: str, raw: Mapping[str, Any]) -> BookKind:
    article = raw["law"] if raw["mark"] == "verified" else f"{raw['law']} (from memory)"
    called = labels(raw.get("words", ""))
    return BookKind(
        code=code,
        field=raw["field"],
        titles=raw["title"],
        terms={
            key: Term(key, kind.rstrip("!"), article, "!" in kind, called[key])
            for key, kind in raw["terms"].items()
        },
        named=tuple(raw["named"]),
        about=tuple(raw["about"]),
        series=raw.get("series", ""),
        papers=tuple(raw["papers"]),
        open=tuple(raw.get("open", ())),
        twice=_twice(raw["twice"]) if "twice" in raw else None,
        known_to_kin=raw.get("known_to_kin", False),
    )


def _twice(raw: Mapping[str, Any]) -> Twice:
    lists = {name: tuple(said) for name, said in raw.items() if name != "day"}
    return Twice(day=raw.get("day", ""), **lists)
