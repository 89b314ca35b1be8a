"""Questions and papers from the content of a pack."""

from datetime import date
from typing import Any

from motcua.procedures.assembly.wording import Raw, condition_of, said
from motcua.procedures.form import Check, Choice, Field, Form, Paper, Section


def form_of(raw: Raw) -> Form:
    """The form, with its fields by name in the order in which they are asked."""
    sections = tuple(_section(section) for section in raw["sections"])
    by_name = {field.name: field for section in sections for field in section.fields}
    return Form(sections, tuple(map(_check, raw.get("checks", ()))), by_name)


def paper_of(raw: Raw) -> Paper:
    """A paper; `replaced_by` is its `replaced_by` sentence in each language."""
    return Paper(
        name=raw["name"],
        words=said(raw),
        need=raw["need"],
        replaceable_by_data=raw["replaceable_by_data"],
        replaced_by={
            language: words["replaced_by"]
            for language, words in raw["words"].items()
            if "replaced_by" in words
        },
        looks=raw.get("looks", "sheet"),
        accepts=frozenset(raw.get("accepts", ("photo", "pdf"))),
        when=condition_of(raw),
        originals=raw.get("originals", 0),
        certified=raw.get("certified", 0),
        copies=raw.get("copies", 0),
        mark=raw.get("mark", "memory"),
    )


def _check(raw: Raw) -> Check:
    day = {"day": date.fromisoformat(raw["day"])} if "day" in raw else {}
    return Check(**{**raw, **day})


def _section(raw: Raw) -> Section:
    fields = tuple(_field(field) for field in raw["fields"])
    return Section(raw["name"], said(raw), fields, condition_of(raw))


def _field(raw: Raw) -> Field:
    return Field(
        name=raw["name"],
        kind=raw["kind"],
        need=raw["need"],
        words=said(raw),
        choices=tuple(_choice(value, raw["words"]) for value in raw.get("choices", ())),
        when=condition_of(raw),
        means=raw.get("means"),
        least=raw.get("least"),
        most=raw.get("most"),
        default=raw.get("default", ""),
        mark=raw.get("mark", "memory"),
    )


def _choice(value: str, words: Any) -> Choice:
    return Choice(value, {language: said["choices"][value] for language, said in words.items()})
