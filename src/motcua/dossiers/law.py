"""Which article of which text an act rests on, as data: each language writes it in its own way."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What kind of text it is."""

    LAW = "law"
    DECREE = "decree"


@dataclass(frozen=True, slots=True)
class Article:
    """An article, or one clause of it: ``Article(15, 3)`` is Article 15(3), khoản 3 Điều 15."""

    number: int
    clause: int | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A text by its number and year, and the articles that are meant (none: the whole text).

    `core` is the earlier text whose articles this one keeps.
    """

    kind: Kind
    text: str
    articles: Sequence[Article] = ()
    core: "Citation | None" = None


Basis = tuple[Citation, ...]


def one_stop(*articles: Article) -> Basis:
    """The one-stop decree: 118/2025, whose core is that of 61/2018."""
    core = Citation(Kind.DECREE, "61/2018", articles) if articles else None
    return (Citation(Kind.DECREE, "118/2025", core=core),)


def law(text: str, *articles: Article) -> Citation:
    """A law and its articles."""
    return Citation(Kind.LAW, text, articles)


def decree(text: str, *articles: Article) -> Citation:
    """A decree and its articles."""
    return Citation(Kind.DECREE, text, articles)
