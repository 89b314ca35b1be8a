"""The published vectors, read and shown.

``python -m tests.procedures.vectors`` writes their tables into docs/reference/deadlines.md.
"""

import re
import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any

from motcua.foundation.clock import HANOI
from motcua.procedures.calendar import Calendar, Season, Span

HERE = Path(__file__).parent
PAGE = HERE.parent.parent / "docs" / "reference" / "deadlines.md"
VECTORS: dict[str, Any] = tomllib.loads((HERE / "deadline_vectors.toml").read_text("utf-8"))
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def moment(text: str) -> datetime:
    """``Fri 2026-11-20 14:59`` by Vietnam's clock; the weekday must be right."""
    found = datetime.fromisoformat(text[4:]).replace(tzinfo=HANOI)
    if WEEKDAYS[found.weekday()][:3].title() != text[:3]:
        raise ValueError(text)
    return found


def calendar(name: str) -> Calendar:
    """One of the calendars that the vectors are counted in."""
    table = VECTORS["calendars"][name]
    week = (_spans(table["monday_to_friday"]),) * 5 + (_spans(table["saturday"]), ())
    swaps = {date.fromisoformat(d): WEEKDAYS.index(w) for d, w in table.get("swaps", {}).items()}
    return Calendar((Season(date(2025, 1, 1), week),), frozenset(table["closed"]), swaps)


def _spans(texts: list[str]) -> tuple[Span, ...]:
    return tuple(Span(*(_minute(part) for part in text.split("-"))) for text in texts)


def _minute(text: str) -> int:
    hour, minute = text.split(":")
    return int(hour) * 60 + int(minute)


CALENDARS = {name: calendar(name) for name in VECTORS["calendars"]}


def calendar_of(row: dict[str, Any]) -> Calendar:
    """The calendar that a vector names."""
    return CALENDARS[row.get("calendar", "weekdays")]


def _term(row: dict[str, Any]) -> str:
    unit, amount = row["term"]["unit"].replace("_", " "), row["term"].get("amount", 0)
    cutoff = f", cut-off {row['term']['cutoff']}" if "cutoff" in row["term"] else ""
    return (f"{amount} {unit}" if amount else unit) + cutoff


COLUMNS = {
    "due": ("term", "received", "due"),
    "wait": ("term", "due", "paused", "resumed", "pause", "new"),
    "left": ("due", "at", "left", "late"),
    "apology": ("due", "by"),
    "again": ("due", "wanted", "new"),
}


def table(kind: str) -> str:
    """One kind of vector as a table of the page."""
    columns = COLUMNS[kind]
    lines = ["| case | " + " | ".join(columns) + " |", "| --- " * (len(columns) + 1) + "|"]
    for row in VECTORS[kind]:
        shown = {**row, "term": _term(row) if "term" in row else ""}
        lines.append(f"| {row['says']} | " + " | ".join(str(shown[c]) for c in columns) + " |")
    return "\n".join(lines)


def with_tables(page: str) -> str:
    """The page with every table between its marks made anew."""
    for kind in COLUMNS:
        marks = f"(<!-- vectors: {kind} -->\n).*?(\n<!-- end -->)"
        page = re.sub(marks, lambda m, k=kind: m[1] + table(k) + m[2], page, flags=re.DOTALL)
    return page


if __name__ == "__main__":
    PAGE.write_text(with_tables(PAGE.read_text("utf-8")), "utf-8")
