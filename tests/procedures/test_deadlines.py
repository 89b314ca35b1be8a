"""Deadlines: the published vectors, and what must hold for every calendar and every moment."""

from typing import Any

import pytest

from motcua.procedures.deadlines import (
    NotLaterError,
    Rule,
    RuleError,
    Unit,
    after_wait,
    apology_by,
    due,
    late_by,
    reappointed,
    remaining,
    spoken,
)
from tests.procedures.vectors import PAGE, VECTORS, calendar_of, moment, with_tables


def _named(kind: str) -> Any:
    return pytest.mark.parametrize("row", VECTORS[kind], ids=lambda row: row["says"])


@_named("due")
def test_due(row: dict[str, Any]) -> None:
    term, calendar = Rule.read(row["term"]), calendar_of(row)
    assert due(term, received=moment(row["received"]), calendar=calendar) == moment(row["due"])


@_named("wait")
def test_after_a_wait(row: dict[str, Any]) -> None:
    moments = {name: moment(row[name]) for name in ("due", "paused", "resumed")}
    term, calendar = Rule.read(row["term"]), calendar_of(row)
    change = after_wait(row["policy"], term, calendar=calendar, **moments)
    assert (change.due, change.pause) == (moment(row["new"]), row["pause"])
    assert (change.policy, change.before) == (row["policy"], moments["due"])


@_named("left")
def test_what_is_left_and_how_late(row: dict[str, Any]) -> None:
    moments = {"due": moment(row["due"]), "at": moment(row["at"])}
    assert remaining(**moments, calendar=calendar_of(row)) == row["left"]
    assert late_by(**moments, calendar=calendar_of(row)) == row["late"]


@_named("apology")
def test_an_apology_is_due_one_working_day_before(row: dict[str, Any]) -> None:
    assert apology_by(moment(row["due"]), calendar=calendar_of(row)) == moment(row["by"])


@_named("again")
def test_a_new_appointment(row: dict[str, Any]) -> None:
    moments = {"due": moment(row["due"]), "wanted": moment(row["wanted"])}
    assert reappointed(**moments, calendar=calendar_of(row)) == moment(row["new"])


def test_a_new_appointment_that_is_not_later_is_refused() -> None:
    old = moment("Thu 2026-11-26 17:00")
    with pytest.raises(NotLaterError):
        reappointed(due=old, wanted=old, calendar=calendar_of({}))


def test_the_page_shows_the_vectors() -> None:
    page = PAGE.read_text("utf-8")
    assert page == with_tables(page), "run python -m tests.procedures.vectors"
    assert all(row["says"] in page for row in VECTORS["due"])


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ({"unit": "weeks", "amount": 1}, "unit"),
        ({"unit": "working_days"}, "amount"),
        ({"unit": "working_days", "amount": -1}, "amount"),
        ({"unit": "working_days", "amount": 1.5}, "amount"),
        ({"unit": "working_days", "amount": True}, "amount"),
        ({"unit": "same_day", "amount": 2}, "amount"),
        ({"unit": "same_day", "cutoff": "3 pm"}, "cutoff"),
    ],
)
def test_a_rule_that_counts_nothing_is_refused(table: dict[str, object], key: str) -> None:
    with pytest.raises(RuleError, match=f"^{key}: "):
        Rule.read(table)


def test_a_policy_that_nobody_knows_is_refused() -> None:
    at = moment("Thu 2026-11-26 17:00")
    with pytest.raises(ValueError, match="stretch"):
        after_wait(
            "stretch", Rule(Unit.SAME_DAY), due=at, paused=at, resumed=at, calendar=calendar_of({})
        )


def test_working_time_is_spoken_in_days_of_eight_hours() -> None:
    assert spoken(0) == (0, 0, 0)
    assert spoken(2 * 480 + 3 * 60 + 5) == (2, 3, 5)
