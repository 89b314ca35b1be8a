"""Which papers there are and what each must be told: read from the pack, never from code."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from motcua.procedures.labels import labels
from motcua.results.errors import UnknownTemplate


def folder() -> Path:
    """Where the papers of the pack lie."""
    return Path(settings.PACKS) / "vn" / "papers"


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a paper shows: its kind, or the name of a shape, and whether it must be there."""

    kind: str
    must: bool
    many: bool


@dataclass(frozen=True, slots=True)
class Template:
    """A paper of the pack: the Typst file that lays it out, the fields that it is fed with, and
    what each of them is called on a screen, by language."""

    code: str
    title: str
    file: str
    fields: Mapping[str, Field]
    called: Mapping[str, Mapping[str, str]]


@cache
def shapes() -> Mapping[str, Mapping[str, Field]]:
    """What one row of a list holds, such as a paper handed in."""
    return {name: _fields(body) for name, body in _pack()["shapes"].items()}


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """How the codes of sex, ethnic group and nationality are written on a paper."""
    return _read("words.toml")


def template(code: str) -> Template:
    """The template of that code; raises UnknownTemplate."""
    found = _templates().get(code)
    if not found:
        raise UnknownTemplate(template=code)
    return found


def codes() -> tuple[str, ...]:
    """Every template of the pack, in its order."""
    return tuple(_templates())


@cache
def _templates() -> Mapping[str, Template]:
    return {code: _template(code, body) for code, body in _pack()["papers"].items()}


def _template(code: str, body: Mapping[str, Any]) -> Template:
    fields = _fields(body["fields"])
    said = labels(body.get("words", ""))
    called = {name: said[name] for name in fields if name in said}
    return Template(code, body["title"], body["file"], fields, called)


@cache
def _pack() -> Mapping[str, Any]:
    return _read("papers.toml")


def _read(name: str) -> Mapping[str, Any]:
    return tomllib.loads((folder() / name).read_text(encoding="utf-8"))


def _fields(body: Mapping[str, str]) -> Mapping[str, Field]:
    return {name: _field(text) for name, text in body.items()}


def _field(text: str) -> Field:
    """``text!`` must be there, ``paper*`` is a list of the shape ``paper``."""
    return Field(kind=text.rstrip("!*"), must="!" in text, many="*" in text)
