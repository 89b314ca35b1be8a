"""The ethnic groups by code, from the pack. Plain Python."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from motcua.places.pack import FOLDER


@dataclass(frozen=True, slots=True)
class EthnicGroup:
    """A group with its code (two digits) and its name; 55 and 56 have words per language."""

    code: str
    names: Mapping[str, str]

    def name(self, language: str = "vi") -> str:
        """The group's own name, or the words of a language where it is none."""
        return self.names.get(language, self.names["vi"])


@cache
def groups() -> Mapping[str, EthnicGroup]:
    """All groups, in the order of their codes."""
    content = tomllib.loads((FOLDER / "ethnic-groups.toml").read_text(encoding="utf-8"))
    return {
        raw["code"]: EthnicGroup(
            raw["code"],
            {"vi": raw["name"], **{lang: raw[lang] for lang in ("en", "hi") if lang in raw}},
        )
        for raw in content["group"]
    }


def code_of(name: str) -> str | None:
    """The code of a group that is written by its Vietnamese name; None when it is no such name."""
    wanted = name.casefold().strip()
    found = (code for code, group in groups().items() if group.name().casefold() == wanted)
    return next(found, None)
