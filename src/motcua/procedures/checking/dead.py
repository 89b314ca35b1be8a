"""Conditions that no answers can ever meet: what hangs on them would never be asked or due."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from motcua.procedures.conditions import Condition, Group, fields_of, holds, read
from motcua.procedures.edition import LAW, Tree
from motcua.procedures.problems import Report

# More ways than this are not walked: the condition then passes as one that can be met.
_MOST = 20_000
# Stands for any answer that no condition names.
_OTHER = "\0"


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question: under which conditions it is asked, and what it can be answered with."""

    when: tuple[Condition, ...]
    offered: tuple[str, ...]


def check_dead(content: Tree, report: Report) -> None:
    """Each condition that never holds. Runs once every field that is named is there."""
    asked = _asked(content)
    for place, conditions in _places(content):
        if conditions and not _can_hold(conditions, asked):
            wrong = "no answers meet this condition, so that it never holds"
            cure = "Mend it, or take out what hangs on it"
            report.add(LAW, f"{place}.when", "dead_condition", wrong, cure)


def _asked(content: Tree) -> dict[str, _Asked]:
    found = {}
    for section in content["form"]["sections"]:
        for field in section["fields"]:
            offered = ("yes", "no") if field["kind"] == "yes_no" else field.get("choices", ())
            found[field["name"]] = _Asked(_read(section, field), tuple(offered))
    return found


def _places(content: Tree) -> Iterator[tuple[str, tuple[Condition, ...]]]:
    """Every place with a condition, with all that must hold for it to count."""
    for section in content["form"]["sections"]:
        yield f"form.{section['name']}", _read(section)
        for field in section["fields"]:
            yield f"fields.{field['name']}", _read(section, field) if "when" in field else ()
    result = content["result"]
    groups: tuple[tuple[str, str, Iterable[Tree]], ...] = (
        ("papers", "name", content.get("papers", ())),
        ("fees", "name", content["fees"].get("rules", ())),
        ("exemptions", "name", content["fees"].get("exemptions", ())),
        ("results", "template", result["papers"]),
        ("writes", "book", result.get("writes", ())),
    )
    for group, key, rows in groups:
        yield from ((f"{group}.{row[key]}", _read(row)) for row in rows)
    numbered = (
        ("deadline.cases", content["deadline"].get("cases", ())),
        ("notes.changes", result.get("notes", {}).get("changes", ())),
    )
    for group, rows in numbered:
        yield from ((f"{group}.{number}", _read(row)) for number, row in enumerate(rows, 1))


def _read(*tables: Tree) -> tuple[Condition, ...]:
    return tuple(read(table["when"]) for table in tables if "when" in table)


def _can_hold(conditions: Sequence[Condition], asked: Mapping[str, _Asked]) -> bool:
    names = _concerned(conditions, asked)
    answers = _answers(names, conditions, asked)
    steps = [0]
    return _walk(names, answers, {}, conditions, asked, steps)


def _concerned(conditions: Sequence[Condition], asked: Mapping[str, _Asked]) -> list[str]:
    """The fields that decide, with those on which they hang, in the order of the form."""
    found: set[str] = set()
    open_ones = {name for one in conditions for name in fields_of(one)}
    while open_ones:
        name = open_ones.pop()
        found.add(name)
        above = {other for one in asked[name].when for other in fields_of(one)}
        open_ones |= above - found
    return [name for name in asked if name in found]


def _answers(
    names: Sequence[str], conditions: Sequence[Condition], asked: Mapping[str, _Asked]
) -> dict[str, tuple[str, ...]]:
    """What each field may be answered with: its choices, or the values that are asked about."""
    every = [*conditions, *(one for name in names for one in asked[name].when)]
    tests = [test for one in every for test in (one.tests if isinstance(one, Group) else (one,))]
    named = {
        name: tuple(value for test in tests if test.field == name for value in test.values)
        for name in names
    }
    return {
        name: tuple(dict.fromkeys((*(asked[name].offered or (*named[name], _OTHER)), "")))
        for name in names
    }


def _walk(
    left: Sequence[str],
    offered: Mapping[str, tuple[str, ...]],
    given: dict[str, str],
    conditions: Sequence[Condition],
    asked: Mapping[str, _Asked],
    steps: list[int],
) -> bool:
    """Whether some way of answering what is left meets all the conditions."""
    steps[0] += 1
    if steps[0] > _MOST:
        return True
    if not left:
        return all(holds(one, given) for one in conditions)
    name, rest = left[0], left[1:]
    shown = all(holds(one, given) for one in asked[name].when)
    # A question that is hidden counts as blank, whatever was answered before.
    return any(
        _walk(rest, offered, {**given, name: value}, conditions, asked, steps)
        for value in (offered[name] if shown else ("",))
    )
