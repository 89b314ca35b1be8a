"""The templates that are known: their sheet, their headings in order, their codes."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from django.conf import settings

WAYS: Final = frozenset(
    {
        "text",
        "count",
        "date",
        "code",
        "sex",
        "ethnic",
        "nation",
        "paper",
        "words",
        "clock",
        "identity",
    }
)
# Facts of the entry itself, beside the terms of its book.
FACTS: Final = frozenset(
    {"row", "number", "volume", "page", "registered", "kind", "parents", "notes", "writer"}
)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading letter for letter, what fills it, and what it may hold."""

    heading: str
    source: str
    way: str
    codes: Mapping[str, str]
    must: bool
    mark: str

    @property
    def name(self) -> str:
        """The heading as people say it: its first line, without blanks at the ends."""
        return self.heading.split("\n")[0].strip()


@dataclass(frozen=True, slots=True)
class Late:
    """From the event of a term so many days may pass until it is registered late."""

    event: str
    days: int


@dataclass(frozen=True, slots=True)
class Legend:
    """A list of codes on the sheet that explains them: its first cell, title and codes."""

    cell: str
    title: str
    codes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Layout:
    """The template of one book. `mark` is verified where a file of the software was seen."""

    kind: str
    mark: str
    source: str
    sheet: str
    columns: tuple[Column, ...]
    late: Late | None
    legend_sheet: str
    legends: tuple[Legend, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        """The first row."""
        return tuple(column.heading for column in self.columns)


@cache
def layouts() -> Mapping[str, Layout]:
    """Every template by the book that it is for, in the order of their files."""
    folder = Path(settings.PACKS) / "vn" / "ministry158"
    found = sorted(folder.glob("*.toml"))
    return {one.stem: _layout(one.stem, tomllib.loads(one.read_text("utf-8"))) for one in found}


def _layout(kind: str, raw: Mapping[str, Any]) -> Layout:
    codes: Mapping[str, Mapping[str, str]] = raw.get("codes", {})
    legend = raw.get("legend", {"sheet": "", "lists": []})
    late = raw.get("late")
    return Layout(
        kind=kind,
        mark=raw["mark"],
        source=raw["source"],
        sheet=raw["sheet"],
        columns=tuple(_column(one, codes) for one in raw["columns"]),
        late=Late(late["event"], late["days"]) if late else None,
        legend_sheet=legend["sheet"],
        legends=tuple(
            Legend(one["at"], one["title"], codes[one["codes"]]) for one in legend["lists"]
        ),
    )


def _column(raw: Mapping[str, Any], codes: Mapping[str, Mapping[str, str]]) -> Column:
    return Column(
        heading=raw["heading"],
        source=raw.get("from", ""),
        way=raw.get("as", "text"),
        codes=codes[raw["codes"]] if "codes" in raw else {},
        must=raw.get("must", False),
        mark=raw.get("mark", "verified"),
    )
