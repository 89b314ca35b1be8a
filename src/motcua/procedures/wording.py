"""What a pack says to people, and which rule of law it says it by."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Mark = Literal["verified", "memory", "unsure"]
Need = Literal["must", "advised", "optional"]


@dataclass(frozen=True, slots=True)
class Words:
    """What a field, section, paper, fee or step is called in one language.

    `label` is the plain question or name, `term` the word of the law (for the desk and the
    printed form; the label when the pack gives none).
    """

    label: str
    term: str = ""
    help: str = ""
    example: str = ""


Said = Mapping[str, Words]  # by language: vi, en, hi


@dataclass(frozen=True, slots=True)
class Title:
    """What the procedure is called in one language; `short` fits a button."""

    title: str
    short: str
    summary: str
    partial_reason: str = ""


@dataclass(frozen=True, slots=True)
class Basis:
    """A rule of law that something rests on; `source` says where it was seen."""

    document: str
    article: str = ""
    mark: Mark = "memory"
    source: str = ""

    @property
    def shown(self) -> str:
        """``Điều 11 Luật Hộ tịch 60/2014/QH13``, as a paper cites it."""
        return f"{self.article} {self.document}".strip()
