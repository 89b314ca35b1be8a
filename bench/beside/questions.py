"""The questions of our extract copy as the other product is told them: a form definition.

The words are those of our pack, in Vietnamese, so that both sides carry the same letters; the
questions are those that our form asks for these answers, the ones that may stay empty too.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_DNS, uuid5

from motcua.procedures.conditions import holds
from motcua.procedures.form import Field, Form, Section
from tests.portal.forms import TYPED

_KINDS = {
    "date": "DatePartsField",
    "partial_date": "DatePartsField",
    "number": "NumberField",
    "phone": "TelephoneNumberField",
    "choice": "RadiosField",
}
# What the other's own check of telephones holds for one: ours is of a range for rehearsals.
_PHONE = "+84 912 345 678"


@dataclass(frozen=True, slots=True)
class Asked:
    """A page of the other's form; where it asks one thing alone, that is its title."""

    path: str
    title: str
    fields: tuple[Field, ...]

    @property
    def first(self) -> str:
        """The name of the first box on the page."""
        return next(iter(self.typed(blank=True)))

    def typed(self, blank: bool = False) -> dict[str, str]:
        """What a person types, by the name of the box; the boxes that stay empty with `blank`."""
        boxes = {name: value for field in self.fields for name, value in _boxes(field)}
        return {name: value for name, value in boxes.items() if value or blank}


def one_by_one(form: Form) -> tuple[Asked, ...]:
    """A page for each question, as the other's makers advise."""
    return tuple(
        Asked(f"/{_letters(field.name)}", "", (field,))
        for _section, fields in _asked(form)
        for field in fields
    )


def by_groups(form: Form) -> tuple[Asked, ...]:
    """A page for each of our groups: as few as that product is still itself with."""
    return tuple(
        Asked(f"/{_letters(section.name)}", section.words["vi"].label, fields)
        for section, fields in _asked(form)
    )


def definition(name: str, pages: tuple[Asked, ...]) -> dict[str, Any]:
    """The form as the other product reads it (its schema 2), with its check of the answers."""
    asked = [field for page in pages for field in page.fields]
    summary = {"title": "", "path": "/summary", "controller": "SummaryPageController"}
    return {
        "name": name,
        "engine": "V2",
        "schema": 2,
        "startPage": pages[0].path,
        "pages": [*(_page(page) for page in pages), {**summary, "id": _id("summary")}],
        "lists": [_list(field) for field in asked if field.choices],
        "conditions": [],
        "sections": [],
        "options": {"showReferenceNumber": True},
    }


def _asked(form: Form) -> Iterator[tuple[Section, tuple[Field, ...]]]:
    """The groups of our form with the questions that these answers meet."""
    for section in form.sections:
        fields = tuple(field for field in section.fields if holds(field.when, TYPED))
        if fields:
            yield section, fields


def _page(page: Asked) -> dict[str, Any]:
    return {
        "id": _id(page.path),
        "title": page.title,
        "path": page.path,
        "components": [_component(field) for field in page.fields],
        "next": [],
    }


def _component(field: Field) -> dict[str, Any]:
    words = field.words["vi"]
    found = {
        "id": _id(field.name),
        "type": _KINDS.get(field.kind, "TextField"),
        "name": _letters(field.name),
        "title": words.label,
        "shortDescription": words.term or words.label,
        "hint": " ".join(part for part in (words.help, words.example) if part),
        "options": {"required": field.need == "must" and field.name in TYPED},
        "schema": {},
    }
    return {**found, "list": _id(f"{field.name} list")} if found["type"] == "RadiosField" else found


def _list(field: Field) -> dict[str, Any]:
    return {
        "id": _id(f"{field.name} list"),
        "name": _letters(field.name),
        "title": field.words["vi"].label,
        "type": "string",
        "items": [
            {"id": _id(f"{field.name} {one.value}"), "text": one.words["vi"], "value": one.value}
            for one in field.choices
        ],
    }


def _boxes(field: Field) -> Iterator[tuple[str, str]]:
    """The boxes of a question and what is typed into each."""
    value = _PHONE if field.kind == "phone" else TYPED.get(field.name, "")
    if _KINDS.get(field.kind) != "DatePartsField":
        yield _letters(field.name), value
        return
    parts = value.split("/") if value else ("", "", "")
    for part, number in zip(("day", "month", "year"), parts, strict=True):
        yield f"{_letters(field.name)}__{part}", number


def _letters(name: str) -> str:
    """A name in that product holds letters alone."""
    return name.replace("_", "")


def _id(of: str) -> str:
    return str(uuid5(NAMESPACE_DNS, of))
