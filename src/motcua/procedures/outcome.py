"""What a decision makes: papers, and an entry in a book. Where each value comes from, as data."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from motcua.procedures.conditions import Condition
from motcua.procedures.wording import Said


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value comes from: ``answer:child_name``, ``entry:child.name``, ``text:…``."""

    kind: Literal["answer", "means", "entry", "fact", "text"]
    key: str


@dataclass(frozen=True, slots=True)
class Paperwork:
    """One paper that a decision makes; `number` is its pattern, ``{n}`` the number of the series.

    `book` is the register the officer picks an entry from; `prints` names the printed values.
    """

    template: str
    number: str
    words: Said
    prints: Mapping[str, Source]
    when: Condition | None = None
    copies: str | None = None
    book: Literal["birth", "marriage", "death"] | None = None
    valid_months: int | None = None


@dataclass(frozen=True, slots=True)
class Writes:
    """The register that a decision writes an entry to, and what it writes."""

    book: Literal["birth", "marriage", "death"]
    content: Mapping[str, Source]


@dataclass(frozen=True, slots=True)
class Result:
    """What the person leaves with: the first paper whose condition holds."""

    papers: tuple[Paperwork, ...]
    writes: Writes | None = None
    notes: bool = False  # the decision adds a note to the picked entry
