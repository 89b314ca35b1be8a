"""The papers of a decision as they will read, laid out as a page from the data that prints."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.counter.answers_shown import label_of
from motcua.counter.matching import day_shown
from motcua.counter.words import SEXES
from motcua.dossiers.models import Dossier
from motcua.procedures.lists import ethnic_names, nationality_names
from motcua.procedures.pack import Procedure
from motcua.registers.content import TERMS
from motcua.results.templates import template

_OFFICIAL = "vi"
_STANDING: dict[str, str | Promise] = {
    "register.number": _("Number in the book"),
    "register.volume": _("Volume of the book"),
    "register.date": _("Date of registration in the book"),
}
_TERMS = {term.key: term.words for terms in TERMS.values() for term in terms}


@dataclass(frozen=True, slots=True)
class PaperPage:
    """One paper: its title, in how many copies, and its lines in the order of the layout."""

    title: str
    number: str
    copies: int
    lines: Sequence[tuple[str | Promise, str]]


def pages_of(dossier: Dossier, procedure: Procedure) -> list[PaperPage]:
    """What the chair is asked to sign; empty before the check."""
    return [
        PaperPage(
            title=paper["title"],
            number=paper["number"] or paper["symbol"],
            copies=paper["copies"],
            lines=list(_lines(paper, procedure)),
        )
        for paper in dossier.finding.get("papers", [])
    ]


def _lines(paper: Mapping[str, Any], procedure: Procedure) -> Iterator[tuple[str | Promise, str]]:
    labels = _labels(paper["template"], procedure)
    for name, field in template(paper["template"]).fields.items():
        value = paper["data"].get(name)
        if value in (None, "", []):
            continue
        if field.many:
            for item in value:
                yield labels.get(name, name), " · ".join(str(part) for part in item.values())
        else:
            yield labels.get(name, name), _written(field.kind, str(value))


def _labels(code: str, procedure: Procedure) -> dict[str, str | Promise]:
    """The words of the books; where a paper has its own names, those of the form's fields."""
    labels: dict[str, str | Promise] = {**_STANDING, **_TERMS}
    for paper in procedure.result.papers:
        if paper.template != code:
            continue
        for name, source in paper.prints.items():
            field = _field(procedure, source.kind, source.key)
            if field is not None:
                labels.setdefault(name, label_of(field, _OFFICIAL))
    return labels


def _field(procedure: Procedure, kind: str, key: str) -> Any:
    if kind == "answer":
        return procedure.form.by_name.get(key)
    fields = procedure.form.by_name.values()
    return next((one for one in fields if kind == "means" and one.means == key), None)


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


_KIND_OF = {
    "birth": "date",
    "date": "date",
    "sex": "sex",
    "ethnic": "ethnic",
    "nationality": "nation",
}


def term_written(key: str, value: str) -> str:
    """A term of a book (``child.birth``) as people write it."""
    return _written(_KIND_OF.get(key.rpartition(".")[2], ""), value)
