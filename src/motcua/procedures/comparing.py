"""Two versions of a procedure side by side: what was added, removed and changed, part by part.

Pure: it compares the contents as they were kept. A question, paper or fee is the same one when its
name is the same; of it every key of the pack is compared by itself.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from motcua.procedures.vocabulary import LANGUAGES

Tree = Mapping[str, Any]
Kind = Literal["added", "removed", "changed"]
Part = Literal[
    "dates", "words", "basis", "form", "papers", "fees", "deadline", "route", "result", "marks"
]

# The keys of a row that say which it is, the first that it has.
_NAMES = ("name", "template", "step", "document", "rule")


@dataclass(frozen=True, slots=True)
class Detail:
    """One key of a row, dotted, and what stood and stands under it; "" for nothing."""

    key: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One row that differs; `what` is its name in the pack, `label` what people read of it."""

    kind: Kind
    what: str
    label: str
    details: Sequence[Detail] = ()


def compared(before: Tree, after: Tree, language: str) -> dict[Part, list[Change]]:
    """The changes of each part that has any, in the order in which a pack is written."""
    found: dict[Part, list[Change]] = {}
    for part, rows_of in _PARTS.items():
        changes = list(_changes(rows_of(before), rows_of(after), language))
        if changes:
            found[part] = changes
    return found


def _changes(
    before: Mapping[str, Tree], after: Mapping[str, Tree], language: str
) -> Iterator[Change]:
    for name in dict.fromkeys((*before, *after)):
        old, new = before.get(name), after.get(name)
        label = _label(new if new is not None else old or {}, language)
        if old is None:
            yield Change("added", name, label, _details({}, new or {}))
        elif new is None:
            yield Change("removed", name, label, _details(old, {}))
        elif old != new:
            yield Change("changed", name, label, _details(old, new))


def _details(before: Tree, after: Tree) -> list[Detail]:
    old, new = dict(_flat(before)), dict(_flat(after))
    keys = dict.fromkeys((*old, *new))
    return [
        Detail(key, old.get(key, ""), new.get(key, ""))
        for key in keys
        if old.get(key, "") != new.get(key, "")
    ]


def _flat(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Tables key by key, ``words.vi.label``; conditions and lists as they are written."""
    if isinstance(value, Mapping) and not _is_condition(value):
        for key, inner in value.items():
            yield from _flat(inner, f"{place}.{key}" if place else key)
    else:
        yield place, _written(value)


def _is_condition(value: Tree) -> bool:
    return ("field" in value and len(value) == 2) or set(value) in ({"all"}, {"any"})


def _written(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    return json.dumps(value, ensure_ascii=False)


def _label(row: Tree, language: str) -> str:
    words = row.get("words", {})
    said = words.get(language) or words.get("vi") or {} if isinstance(words, Mapping) else {}
    return str(said.get("label", "")) if isinstance(said, Mapping) else ""


def _dates(content: Tree) -> dict[str, Tree]:
    return {
        key: {key: content[key]}
        for key in ("valid_from", "valid_to", "online", "often")
        if key in content
    }


def _words(content: Tree) -> dict[str, Tree]:
    return {
        f"{language}.{key}": {key: text}
        for language in LANGUAGES
        for key, text in content["words"].get(language, {}).items()
    }


def _form(content: Tree) -> dict[str, Tree]:
    """Sections and questions by name, then the rules between answers."""
    rows: dict[str, Tree] = {}
    for section in content["form"]["sections"]:
        rows[section["name"]] = {key: value for key, value in section.items() if key != "fields"}
        for field in section["fields"]:
            rows[field["name"]] = {"section": section["name"], **field}
    for check in content["form"].get("checks", ()):
        rows[f"{check['rule']} {check['field']} {check.get('other', '')}".strip()] = check
    return rows


def _fees(content: Tree) -> dict[str, Tree]:
    fees = content.get("fees", {})
    rows: dict[str, Tree] = {key: {key: fees[key]} for key in ("copies", "pages") if key in fees}
    rows |= _named(fees.get("rules", ()))
    rows |= _named(fees.get("exemptions", ()))
    if "timely" in content:
        rows["timely"] = content["timely"]
    return rows


def _deadline(content: Tree) -> dict[str, Tree]:
    deadline = content["deadline"]
    parts = {key: value for key, value in deadline.items() if key not in ("extended", "cases")}
    rows: dict[str, Tree] = {"deadline": parts}
    if "extended" in deadline:
        rows["extended"] = deadline["extended"]
    rows |= {f"cases.{number}": one for number, one in enumerate(deadline.get("cases", ()), 1)}
    return rows


def _result(content: Tree) -> dict[str, Tree]:
    result = content["result"]
    rows = _named(result["papers"])
    return rows | {key: {key: result[key]} for key in ("writes", "picks", "notes") if key in result}


def _marks(content: Tree) -> dict[str, Tree]:
    return {part: {"mark": mark} for part, mark in content.get("marks", {}).items()}


def _named(rows: Sequence[Tree]) -> dict[str, Tree]:
    """Rows by what names them; of two that are named alike the second has a number."""
    found: dict[str, Tree] = {}
    for row in rows:
        name = next((str(row[key]) for key in _NAMES if key in row), "")
        found[name if name not in found else f"{name} {len(found) + 1}"] = row
    return found


_PARTS: Mapping[Part, Callable[[Tree], Mapping[str, Tree]]] = {
    "dates": _dates,
    "words": _words,
    "basis": lambda content: _named(
        [*content["legal_basis"], *content.get("news", ()), *content.get("instead", ())]
    ),
    "form": _form,
    "papers": lambda content: _named(content.get("papers", ())),
    "fees": _fees,
    "deadline": _deadline,
    "route": lambda content: _named(content["route"]),
    "result": _result,
    "marks": _marks,
}
