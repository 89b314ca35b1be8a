"""What of a procedure is changed without a pack: each place by its path, and what stands there.

A path goes by names: ``("fees", "rules", "copy", "amount")``. Pure.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from motcua.procedures.vocabulary import LANGUAGES

Path = tuple[str, ...]
Tree = Mapping[str, Any]
Kind = Literal["money", "day", "text", "long_text", "need", "mark", "count", "flag"]
FEES: Final = "fees"
PAPERS: Final = "papers"
WORDS: Final = "words"
SECTION: Final = "section-"
# The keys by which the rows of a list are told apart.
NAMES: Final = ("name", "template", "step", "start")

_SPOKEN: Mapping[str, Sequence[str]] = {
    "procedure": ("title", "short", "summary"),
    "sections": ("label", "help"),
    "fields": ("label", "term", "help", "example"),
    "papers": ("label", "help"),
    "rules": ("label", "note"),
}
_LONG = frozenset({"summary", "help", "note", "replaced_by", "partial_reason"})


@dataclass(frozen=True, slots=True)
class Place:
    """One value that can be changed. `group` are the names of the row that it belongs to."""

    path: Path
    kind: Kind
    group: Path = ()


def parts_of(content: Tree) -> list[str]:
    """The parts of a procedure that are changed one at a time: fees, papers, words, sections."""
    sections = [f"{SECTION}{one['name']}" for one in content["form"]["sections"]]
    return [FEES, PAPERS, WORDS, *sections]


def places(content: Tree, part: str) -> list[Place]:
    """The places of one part in their order; none for a part that there is not."""
    if part not in parts_of(content):
        return []
    if part.startswith(SECTION):
        return list(_section(content, part.removeprefix(SECTION)))
    return list({FEES: _fees, PAPERS: _papers, WORDS: _words}[part](content))


def every_place(content: Tree) -> dict[Path, Place]:
    """All places of a procedure by their path."""
    return {one.path: one for part in parts_of(content) for one in places(content, part)}


def _fees(content: Tree) -> Iterator[Place]:
    for rule in content.get("fees", {}).get("rules", ()):
        group = ("fees", "rules", rule["name"])
        for tier in rule.get("tiers", ()):
            yield Place((*group, "tiers", str(tier["start"]), "amount"), "money", group)
        if "tiers" not in rule:
            yield Place((*group, "amount"), "money", group)
        if "cap" in rule:
            yield Place((*group, "cap"), "money", group)
        yield from _dated(group)
        for key in ("document", "article", "source"):
            yield Place((*group, "basis", key), "text", group)
        yield Place((*group, "basis", "mark"), "mark", group)
        yield from _said(group, _SPOKEN["rules"])
    for one in content.get("fees", {}).get("exemptions", ()):
        group = ("fees", "exemptions", one["name"])
        yield from _dated(group)
        yield from _said(group, ("label",))


def _dated(group: Path) -> Iterator[Place]:
    for key in ("valid_from", "valid_to"):
        yield Place((*group, key), "day", group)


def _papers(content: Tree) -> Iterator[Place]:
    for paper in content.get("papers", ()):
        group = ("papers", paper["name"])
        yield Place((*group, "need"), "need", group)
        for key in ("originals", "certified", "copies"):
            yield Place((*group, key), "count", group)
        yield Place((*group, "replaceable_by_data"), "flag", group)
        yield from _said(group, (*_SPOKEN["papers"], "replaced_by"))


def _words(content: Tree) -> Iterator[Place]:
    keys = _SPOKEN["procedure"]
    if content["online"] == "partial":
        keys = (*keys, "partial_reason")
    for language in LANGUAGES:
        for key in keys:
            yield Place((WORDS, language, key), "long_text" if key in _LONG else "text", (WORDS,))
    for step in content["route"]:
        yield from _said(("route", step["step"]), ("label",))
    for template in dict.fromkeys(one["template"] for one in content["result"]["papers"]):
        yield from _said(("result", "papers", template), ("label",))
    if "extended" in content["deadline"]:
        yield from _said(("deadline", "extended"), ("label",))


def _section(content: Tree, name: str) -> Iterator[Place]:
    above = ("form", "sections")
    section = next(one for one in content["form"]["sections"] if one["name"] == name)
    yield from _said((*above, name), _SPOKEN["sections"])
    for field in section["fields"]:
        group = (*above, name, "fields", field["name"])
        yield from _said(group, _SPOKEN["fields"])
        for language in LANGUAGES:
            for value in field.get("choices", ()):
                yield Place((*group, "words", language, "choices", value), "text", group)


def _said(group: Path, keys: Sequence[str]) -> Iterator[Place]:
    for language in LANGUAGES:
        for key in keys:
            kind: Kind = "long_text" if key in _LONG else "text"
            yield Place((*group, "words", language, key), kind, group)
