"""The papers of a decision as they will read, laid out as a page from the data that prints."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from motcua.counter.matching import day_shown
from motcua.counter.words import SEXES
from motcua.dossiers.models import Dossier
from motcua.procedures.lists import ethnic_names, nationality_names
from motcua.registers.kinds import book
from motcua.results.templates import shapes, template

_OFFICIAL = "vi"


@dataclass(frozen=True, slots=True)
class PaperPage:
    """One paper: its title, in how many copies, and its lines in the order of the layout."""

    title: str
    number: str
    copies: int
    lines: Sequence[tuple[str, str]]


def pages_of(dossier: Dossier, language: str) -> list[PaperPage]:
    """What the chair is asked to sign, its lines named in a language; empty before the check."""
    return [
        PaperPage(
            title=paper["title"],
            number=paper["number"] or paper["symbol"],
            copies=paper["copies"],
            lines=list(_lines(paper, language)),
        )
        for paper in dossier.finding.get("papers", [])
    ]


def _lines(paper: Mapping[str, Any], language: str) -> Iterator[tuple[str, str]]:
    layout = template(paper["template"])
    for name, field in layout.fields.items():
        value = paper["data"].get(name)
        if value in (None, "", []):
            continue
        label = layout.called[name][language]
        if field.many:
            for item in value:
                yield label, _row(field.kind, item)
        else:
            yield label, _written(field.kind, str(value))


def _row(shape: str, item: Mapping[str, str]) -> str:
    """One row of a list in a line."""
    kinds = shapes()[shape]
    return " · ".join(_written(kinds[name].kind, str(part)) for name, part in item.items())


def _written(kind: str, value: str) -> str:
    if kind == "date":
        return day_shown(value)
    if kind == "sex":
        return str(SEXES.get(value, value))
    if kind == "ethnic":
        return ethnic_names().get(value, value)
    if kind == "nation":
        return nationality_names(_OFFICIAL).get(value, value)
    return value


def terms_written(kind: str, content: Mapping[str, str]) -> list[tuple[str, str]]:
    """The terms of an entry in the order of its book, as people write them; blanks left out."""
    return [
        (term.words, _written(term.kind, content[term.key]))
        for term in book(kind).terms.values()
        if content.get(term.key)
    ]
