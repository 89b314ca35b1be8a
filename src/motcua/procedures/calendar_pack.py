"""The calendar that a pack carries: days without work, swap days, the hours to begin with."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

import motcua
from motcua.procedures.calendar import Calendar, CalendarError, Season, Span, Week, minute_of
from motcua.procedures.deadlines import Rule, RuleError
from motcua.procedures.problems import Problem, Report

FOLDER = Path(motcua.__file__).parent / "packs" / "vn" / "calendar"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LANGUAGES = ("vi", "en", "hi")
Mark = Literal["verified", "memory", "unsure"]
Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PackDay:
    """One day that differs; `hours_of` is the weekday (0 is Monday) that it is worked as."""

    day: date
    hours_of: int | None
    words: Mapping[str, str]
    mark: Mark
    source: str


@dataclass(frozen=True, slots=True)
class PackCalendar:
    """What a commune's calendar begins with, and the terms that bind every office."""

    days: tuple[PackDay, ...]
    season: Season
    hours_mark: Mark
    hours_source: str
    terms: Mapping[str, Rule]

    def counting(self) -> Calendar:
        """The calendar of an office that has changed nothing in it."""
        return Calendar(
            (self.season,),
            closed=frozenset(one.day for one in self.days if one.hours_of is None),
            swaps={one.day: one.hours_of for one in self.days if one.hours_of is not None},
        )


def read(folder: Path = FOLDER) -> PackCalendar:
    """The calendar of a pack; CalendarError with every problem when it is not sound."""
    report = Report(f"{folder.parent.name}/{folder.name}")
    found = _calendar(folder, report)
    if report.problems or found is None:
        raise CalendarError("; ".join(str(problem) for problem in report.problems))
    return found


@cache
def office_term(name: str) -> Rule:
    """A term that binds every office, such as ``answer_online``; KeyError when there is none."""
    return read().terms[name]


@cache
def shipped() -> Calendar:
    """The calendar of the product's own pack, by which worked cases are counted elsewhere."""
    return read().counting()


def check(folder: Path = FOLDER) -> list[Problem]:
    """Every problem of a pack's calendar; [] when it is sound."""
    report = Report(f"{folder.parent.name}/{folder.name}")
    _calendar(folder, report)
    return report.problems


def _calendar(folder: Path, report: Report) -> PackCalendar | None:
    tables = {name: _table(folder / name, report) for name in ("days", "hours", "terms")}
    if report.problems:
        return None
    days = _days(tables["days"], report)
    season = _season(tables["hours"], report)
    terms = {name: _term(name, table, report) for name, table in tables["terms"].items()}
    if season is None or report.problems:
        return None
    hours = tables["hours"]
    sound = {name: rule for name, rule in terms.items() if rule}
    return PackCalendar(days, season, hours["mark"], hours["source"], sound)


def _table(path: Path, report: Report) -> Table:
    path = path.with_suffix(".toml")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        report.add(path.name, "", "unreadable", str(error), "Give a file of TOML in UTF-8.")
        return {}


def _days(table: Table, report: Report) -> tuple[PackDay, ...]:
    for name, words in table.get("names", {}).items():
        missing = [language for language in LANGUAGES if not words.get(language)]
        if missing:
            wrong = f"no name in {', '.join(missing)}"
            report.add("days.toml", f"names.{name}", "words", wrong, "Name it in vi, en and hi.")
    found = []
    for year, rows in table.get("days", {}).items():
        for row in rows:
            found.append(_day(table, year, row, report))
    days = [day for day in found if day is not None]
    dates = [day.day for day in days]
    if dates != sorted(set(dates)):
        report.add("days.toml", "days", "order", "days twice or out of order", "Sort them.")
    return tuple(days)


def _day(table: Table, year: str, row: Table, report: Report) -> PackDay | None:
    key = f"days.{year}.{row.get('day')}"
    words = table["names"].get(row.get("name"))
    source = table["sources"].get(row.get("source"))
    instead = row.get("hours_of")
    faults = {
        "day": not isinstance(row.get("day"), date) or str(row["day"].year) != year,
        "name": words is None,
        "source": source is None,
        "mark": row.get("mark") not in get_args(Mark),
        "hours_of": instead is not None and instead not in WEEKDAYS,
    }
    for name in (name for name, wrong in faults.items() if wrong):
        report.add("days.toml", f"{key}.{name}", name, f"{row.get(name)!r}", "See its head.")
    if any(faults.values()):
        return None
    hours_of = WEEKDAYS.index(instead) if instead else None
    return PackDay(row["day"], hours_of, words, row["mark"], source)


def _season(table: Table, report: Report) -> Season | None:
    if table.get("mark") not in get_args(Mark):
        report.add("hours.toml", "mark", "mark", f"{table.get('mark')!r}", "Say how sure it is.")
    if not table.get("source"):
        report.add("hours.toml", "source", "source", "none", "Say where the hours come from.")
    try:
        return Season(table["since"], week_of(table["week"]))
    except (KeyError, ValueError) as error:
        cure = 'Give since and, under week, every weekday as ["07:30-11:30", …].'
        report.add("hours.toml", "week", "week", str(error), cure)
        return None


def week_of(table: Mapping[str, list[str]]) -> Week:
    """A week from ``{"monday": ["07:30-11:30", …], …}``; KeyError or ValueError when it is none."""
    return tuple(tuple(span_of(text) for text in table[weekday]) for weekday in WEEKDAYS)


def span_of(text: str) -> Span:
    """``07:30-11:30``; ValueError when it is none."""
    opens, _, closes = text.partition("-")
    return Span(*(minute_of(time.fromisoformat(part.strip())) for part in (opens, closes)))


def _term(name: str, table: Table, report: Report) -> Rule | None:
    if table.get("mark") not in get_args(Mark):
        report.add("terms.toml", f"{name}.mark", "mark", f"{table.get('mark')!r}", "Say it.")
    try:
        return Rule.read(table)
    except RuleError as error:
        report.add("terms.toml", name, "term", str(error), "See docs/reference/deadlines.md.")
        return None
