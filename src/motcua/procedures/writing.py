"""A procedure written as the files of a pack: what `edition.content_of` reads, it gives back.

Shared questions and the province's fees stand in it in full, so that it needs no other folder.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date, datetime
from typing import Any

import tomli_w

from motcua.procedures.checking.keys import SHAPES, Key
from motcua.procedures.edition import CASES, LAW, Tree
from motcua.procedures.vocabulary import LANGUAGES

# Every file of an archive bears one moment: the same procedure is the same archive.
_MOMENT = (2025, 7, 1, 0, 0, 0)
_HEAD = {
    LAW: "# {title}\n# docs/how-to/pack.md says how to read and change it.\n",
    CASES: "# Worked cases: each is run by `motcua packs check`.\n",
}


def files_of(content: Mapping[str, Any]) -> dict[str, str]:
    """The text of each file by its name; `content` is sound, as the loader keeps it."""
    law: Tree = deepcopy(dict(content))
    said: dict[str, Tree] = {language: {} for language in LANGUAGES}
    for language, words in law.pop("words").items():
        said[language]["procedure"] = words
    for group, name, table in _spoken(law):
        for language, words in table.pop("words").items():
            if words:
                said[language].setdefault(group, {})[name] = words
    cases = {"examples": law.pop("examples", [])}
    title = content["words"]["vi"].get("title") or content["code"]
    tables = {LAW: _ordered("procedure", law), CASES: _ordered("procedure", cases)}
    tables |= {f"{language}.toml": said[language] for language in LANGUAGES}
    return {
        name: _HEAD.get(name, "").format(title=title) + tomli_w.dumps(table, indent=2)
        for name, table in tables.items()
    }


def archive_of(content: Mapping[str, Any]) -> bytes:
    """The same as a ZIP, in the folders in which a country's packs stand."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files_of(content).items():
            place = zipfile.ZipInfo(f"vn/procedures/{content['code']}/{name}", _MOMENT)
            place.compress_type = zipfile.ZIP_DEFLATED
            place.external_attr = 0o644 << 16
            archive.writestr(place, text.encode())
    return packed.getvalue()


def _spoken(law: Tree) -> Iterator[tuple[str, str, Tree]]:
    """Each table that has words, with the group and the name that the language files have."""
    sections = law["form"]["sections"]
    rows = (
        ("news", "name", law.get("news", [])),
        ("instead", "name", law.get("instead", [])),
        ("sections", "name", sections),
        ("fields", "name", [field for one in sections for field in one["fields"]]),
        ("papers", "name", law.get("papers", [])),
        ("fees", "name", law["fees"].get("rules", [])),
        ("exemptions", "name", law["fees"].get("exemptions", [])),
        ("steps", "step", law["route"]),
        ("results", "template", law["result"]["papers"]),
    )
    for group, key, tables in rows:
        yield from ((group, table[key], table) for table in tables)
    if "extended" in law["deadline"]:
        yield "deadline", "extended", law["deadline"]["extended"]


def _ordered(shape: str, table: Tree) -> Tree:
    """The keys in the order in which a pack is written: a database may have mixed them."""
    keys = SHAPES[shape]
    known = {name: _written(key, table[name]) for name, key in keys.items() if name in table}
    # What stands alone comes before the tables, as TOML wants it.
    return dict(sorted(known.items(), key=lambda item: isinstance(item[1], dict | list)))


def _written(key: Key, value: Any) -> Any:
    if key.kind == "table" and isinstance(value, dict):
        return _ordered(key.shape, value)
    if key.kind == "tables" and isinstance(value, list):
        return [_ordered(key.shape, one) for one in value]
    if key.kind == "day":
        return date.fromisoformat(value)
    if key.kind == "moment":
        return datetime.fromisoformat(value)
    return value
