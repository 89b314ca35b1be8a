"""The small parts that every table of a pack is made of."""

from collections.abc import Mapping
from typing import Any

from motcua.procedures.conditions import Condition, read
from motcua.procedures.outcome import Source
from motcua.procedures.wording import Basis, Said, Words

Raw = Mapping[str, Any]
_WORDS = ("label", "term", "help", "example")


def said(raw: Raw) -> Said:
    """The words of a thing by language; the term is the label where the pack gives none."""
    found = {}
    for language, words in raw["words"].items():
        known = {key: words[key] for key in _WORDS if key in words}
        known.setdefault("term", known["label"])
        found[language] = Words(**known)
    return found


def basis_of(raw: Raw) -> Basis:
    """A rule of law with the mark of who saw it."""
    return Basis(**raw)


def condition_of(raw: Raw) -> Condition | None:
    """The condition under `when`, when there is one."""
    return read(raw["when"]) if "when" in raw else None


def sources_of(raw: Mapping[str, str]) -> Mapping[str, Source]:
    """``{"child.name": "answer:child_name"}`` as sources."""
    return {name: source_of(text) for name, text in raw.items()}


def source_of(text: str) -> Source:
    """``answer:child_name`` as a source."""
    kind, _, key = text.partition(":")
    return Source(kind, key)  # type: ignore[arg-type]  # the loader checked the kind
