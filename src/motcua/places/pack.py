"""Reading the pack of places: units and how one became another, each fact with its mark.

Plain Python. A pack with faults is refused whole, with every fault, its place and its cure.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

LEVELS = ("province", "commune", "village")
CHANGES = ("merge", "split", "rename")
MARKS = ("verified", "memory", "unsure", "placeholder")
FOLDER = Path(__file__).resolve().parent.parent / "packs" / "places"
_UNIT = {"level", "key", "name", "marks"}
_STEP = {"level", "unit", "successor", "change", "on", "basis", "marks"}


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of one level; `parent` is the key of the unit above it."""

    level: str
    key: str
    code: str
    name: str
    parent: str
    agency_code: str
    address: str
    phone: str
    valid_from: date | None
    valid_to: date | None
    marks: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Step:
    """From `on`, `unit` is part of `successor`."""

    level: str
    unit: str
    successor: str
    change: str
    on: date
    basis: str
    marks: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Pack:
    """All units, provinces before communes before villages, and all steps."""

    units: tuple[Unit, ...]
    steps: tuple[Step, ...]


class PackFaultsError(ValueError):
    """Every fault of the pack, one a line."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def read(folder: Path = FOLDER) -> Pack:
    """The pack of a folder: all its files; faults: PackFaultsError."""
    units: list[Unit] = []
    steps: list[Step] = []
    faults: list[str] = []
    for path in sorted(folder.glob("*.toml")):
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        for raw in content.get("unit", []):
            faults += _faults(path.name, raw, _UNIT)
            units.append(_unit(raw))
        for raw in content.get("succession", []):
            faults += _faults(path.name, raw, _STEP)
            steps.append(_step(raw))
    faults += _loose_ends(units, steps)
    if faults:
        raise PackFaultsError(faults)
    order = sorted(units, key=lambda unit: (LEVELS.index(unit.level), unit.key))
    return Pack(tuple(order), tuple(steps))


def _unit(raw: Mapping[str, Any]) -> Unit:
    texts = ("agency_code", "address", "phone", "parent")
    return Unit(
        level=raw.get("level", ""),
        key=raw.get("key", ""),
        code=raw.get("code", raw.get("key", "")),
        name=raw.get("name", ""),
        valid_from=raw.get("valid_from"),
        valid_to=raw.get("valid_to"),
        marks=raw.get("marks", {}),
        **{name: raw.get(name, "") for name in texts},
    )


def _step(raw: Mapping[str, Any]) -> Step:
    given = {name: raw.get(name, "") for name in ("level", "unit", "successor", "change", "basis")}
    return Step(on=raw.get("on", date.min), marks=raw.get("marks", {}), **given)


def _faults(file: str, raw: Mapping[str, Any], must: set[str]) -> Iterator[str]:
    where = f"{file}: {raw.get('key', raw.get('unit', '?'))}"
    for key in sorted(must - set(raw)):
        yield f"{where}: {key} is missing; add it"
    if raw.get("level", LEVELS[0]) not in LEVELS:
        yield f"{where}: level is {raw['level']!r}; write one of {', '.join(LEVELS)}"
    if raw.get("change", CHANGES[0]) not in CHANGES:
        yield f"{where}: change is {raw['change']!r}; write one of {', '.join(CHANGES)}"
    for fact, mark in raw.get("marks", {}).items():
        if mark not in MARKS:
            yield f"{where}: the mark of {fact} is {mark!r}; write one of {', '.join(MARKS)}"
    for fact in ("code", "name", "basis"):
        if fact in raw and fact not in raw.get("marks", {}):
            yield f"{where}: {fact} has no mark; say in marks how far it is known"


def _loose_ends(units: list[Unit], steps: list[Step]) -> Iterator[str]:
    known = {(unit.level, unit.key) for unit in units}
    for unit in units:
        above = LEVELS[max(LEVELS.index(unit.level) - 1, 0)] if unit.level in LEVELS else ""
        if unit.level != LEVELS[0] and (above, unit.parent) not in known:
            yield f"{unit.key}: parent {unit.parent!r} is no {above}; write the key of one"
    for step in steps:
        for end in (step.unit, step.successor):
            if (step.level, end) not in known:
                yield f"{step.unit} → {step.successor}: {end!r} is no {step.level}; add the unit"
