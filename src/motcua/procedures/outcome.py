"""What a decision makes: papers, and an entry in a book. Where each value comes from, as data."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from motcua.procedures.conditions import Condition
from motcua.procedures.wording import Said

# Begins the terms of the person whom an answer to one of `Notes.whose` names: ``whose.name``.
WHOSE: Final = "whose."


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value comes from: ``answer:child_name``, ``entry:child.name``, ``text:…``.

    ``join:a, b`` is several answers in one line, ``text:… {a} …`` a line with answers in it, both
    in official words; a part of a text in ``[ ]`` is left out when an answer in it is blank,
    and ``[field=value:… ]`` stands for that answer alone.
    ``entry:*`` is all that an entry holds.
    """

    kind: Literal["answer", "means", "join", "entry", "fact", "text"]
    key: str


@dataclass(frozen=True, slots=True)
class Paperwork:
    """One paper that a decision makes; `prints` names the printed values.

    `number` is its pattern: ``{n}`` the number of its series, ``{y}`` the year. `copies` is the
    field that says how many (none when it says 0); without it there are `originals`, mostly one.
    `encloses` is the paper whose pages, as the office took them, stand before the words.
    """

    template: str
    number: str
    words: Said
    prints: Mapping[str, Source]
    when: Condition | None = None
    copies: str | None = None
    originals: int = 1
    valid_months: int | None = None
    encloses: str | None = None


@dataclass(frozen=True, slots=True)
class Writes:
    """The book that a decision writes an entry to, when, and what it writes."""

    book: str
    content: Mapping[str, Source]
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Notes:
    """The note that a decision writes in the margin of the picked entry.

    `changes` are the terms of the book and their new values; the first case that holds counts,
    and where none does the note changes no term. `kind` is a code of vocabulary.NOTES. `book` is
    the one in which the officer looks for the entry, where the entry may well be elsewhere. `whose`
    are the questions that ask whose terms change: of each entry one is asked, and its answer stands
    for ``whose`` in the names of the terms.
    """

    text: Source
    changes: tuple[tuple[Condition | None, Mapping[str, Source]], ...]
    kind: Source
    reason: Source
    evidence: Source | None = None
    book: str | None = None
    whose: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """What the person leaves with: every paper whose condition holds.

    `picks` is the field whose answer names the book from which the officer picks an entry;
    `writes` are the entries that are written, each in a book of its own.
    """

    papers: tuple[Paperwork, ...]
    writes: tuple[Writes, ...] = ()
    picks: str | None = None
    notes: Notes | None = None
