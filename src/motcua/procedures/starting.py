"""Beginning a pack: a folder in which only that is missing which a person must write.

The files to begin with stand in ``packs/blank``; or those of another procedure are taken over.
"""

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from string import Template
from typing import Any

import motcua
from motcua.procedures import loader
from motcua.procedures.checking.books import FILE as BOOKS
from motcua.procedures.checking.books import books_of
from motcua.procedures.checking.papers import layouts_of
from motcua.procedures.checking.shape import is_code
from motcua.procedures.edition import LAW, SHARED, Tree, content_of, shared_of
from motcua.procedures.errors import CodeUnreadable, PackExists, PackUnknown
from motcua.procedures.problems import Report
from motcua.procedures.vocabulary import LANGUAGES
from motcua.procedures.writing import files_of

OURS = Path(motcua.__file__).parent / "packs"
# Who does which station of a route.
ROLES: Mapping[str, str] = {"check": "officer", "sign": "chair"}
_FACTS = ("signer.name", "signer.title")
# What a folder of packs needs beside its procedures.
_AROUND = (f"procedures/{SHARED}", "papers/papers.toml", "papers/labels.toml", BOOKS)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is known of the new procedure; `book` and `result` are "" where nothing is."""

    code: str
    day: date
    title: str = ""
    field: str = "civil_status"
    route: Sequence[str] = ("check", "sign")
    book: str = ""
    result: str = ""


def begin(folder: Path, wish: Wish, *, like: str = "") -> list[Path]:
    """Write the files of a new pack into a folder of packs; with `like` as another one is made.

    CodeUnreadable, PackExists, PackUnknown; nothing that is there is written over.
    """
    if not is_code(wish.code):
        raise CodeUnreadable(code=wish.code)
    place = folder / loader.COUNTRY / "procedures" / wish.code
    if place.exists():
        raise PackExists(code=wish.code)
    files = files_of(_like(folder, like, wish)) if like else _blank(folder, wish)
    _bring_around(folder / loader.COUNTRY)
    place.mkdir(parents=True)
    for name, text in files.items():
        (place / name).write_text(text, encoding="utf-8")
    return [place / name for name in files]


def _bring_around(country: Path) -> None:
    """The shared questions, the books and the layouts, where the folder has none of its own."""
    for name in _AROUND:
        source, target = OURS / loader.COUNTRY / name, country / name
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            (shutil.copytree if source.is_dir() else shutil.copyfile)(source, target)


def _like(folder: Path, like: str, wish: Wish) -> Tree:
    """Another procedure with its own name, law and dates taken out."""
    places = [packs / loader.COUNTRY / "procedures" for packs in (folder, OURS)]
    place = next((one for one in places if like and (one / like / LAW).is_file()), None)
    if place is None:
        raise PackUnknown(code=like)
    made, _own = content_of(place / like, shared_of(place, Report("")), Report(""))
    made |= {"code": wish.code, "valid_from": wish.day.isoformat()}
    made["legal_basis"] = [{"document": "", "article": "", "mark": "memory"}]
    for key in ("valid_to", "often"):
        made.pop(key, None)
    for words in made["words"].values():
        words.update(title="", short="", summary="")
    made["words"]["vi"]["title"] = wish.title
    made["marks"] = dict.fromkeys(made.get("marks", {}), "memory")
    _doubted(made)
    return made


def _doubted(value: Any) -> None:
    """Nothing of it was compared with the text of the new law yet."""
    for one in value.values() if isinstance(value, dict) else value:
        if isinstance(one, dict):
            if "document" in one:
                one.update(document="", mark="memory")
                one.pop("source", None)
            if one.get("mark"):
                one["mark"] = "memory"
        if isinstance(one, dict | list):
            _doubted(one)


def _blank(folder: Path, wish: Wish) -> dict[str, str]:
    said = {
        "code": wish.code,
        "field": wish.field,
        "day": wish.day.isoformat(),
        "title": wish.title or wish.code,
        "quoted": json.dumps(wish.title, ensure_ascii=False),
        "route": "".join(map(_station, wish.route)),
        "result": _result(folder, wish),
        "results": f'\n[results.{wish.result}]\nlabel = ""' if wish.result else "",
    }
    names = ("procedure", "examples", *LANGUAGES)
    blanks = {name: (OURS / "blank" / f"{name}.toml").read_text("utf-8") for name in names}
    return {
        f"{name}.toml": f"{Template(blank).substitute(said).rstrip()}\n"
        for name, blank in blanks.items()
    }


def _station(step: str) -> str:
    return f'[[route]]\nstep = "{step}"\nrole = "{ROLES[step]}"\n\n'


def _result(folder: Path, wish: Wish) -> str:
    """The paper and the entry, with a place for each term that they cannot do without."""
    country = folder / loader.COUNTRY
    around = country if (country / BOOKS).exists() else OURS / loader.COUNTRY
    layout = layouts_of(around / "papers", Report("")).get(wish.result, {}).get("fields", {})
    prints = ['"*" = "entry:*"'] if wish.book else _open(layout)
    lines = ["[[result.papers]]", f'template = "{wish.result}"', 'number = "{n}"']
    lines += ["[result.papers.prints]", *prints]
    if wish.book:
        terms = books_of(around, Report("")).get(wish.book, {})
        lines += ["", "[[result.writes]]", f'book = "{wish.book}"', "[result.writes.content]"]
        lines += _open(terms)
    return "\n".join(lines)


def _open(kinds: Mapping[str, str]) -> list[str]:
    """A line for each term that must be there; the source is left to be written."""
    must = [name for name, kind in kinds.items() if "!" in kind]
    signed = [name for name in _FACTS if name in kinds]
    sources = {**dict.fromkeys(must, ""), **{name: f"fact:{name}" for name in signed}}
    return [f'"{name}" = "{source}"' for name, source in sources.items()]
