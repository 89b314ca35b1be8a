"""The server is killed while people hand in: what was acknowledged is there, once.

A sample of `python -m bench.kill`, and the proof that its ledger can bark.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bench.kill.house import House
from bench.kill.ledger import faults, ledger
from bench.kill.people import Told
from bench.kill.run import Plan, run, wait_for_the_worker

pytestmark = pytest.mark.xdist_group("serve")

ONE = "H38.99.01-260303-0001"
TWO = "H38.99.01-260303-0002"


@pytest.mark.slow
def test_what_was_acknowledged_survives_two_kills(tmp_path: Path) -> None:
    plan = Plan(submissions=120, kills=2, people=4)
    house = House(tmp_path / "data")
    try:
        told = run(house, plan)
        wait_for_the_worker(house, plan.kills)
    finally:
        house.kill()
    rows = house.facts("bench.kill.rows", "--later")
    journal = house.python("motcua.project.command", "verify-log")
    found = ledger(told, rows, journal.returncode)
    assert faults(found) == []
    assert found["acknowledged"] + found["abandoned"] == 120
    assert found["dossiers"] == found["acknowledged"] + found["abandoned_but_kept"]
    assert "the journal is whole" in journal.stdout


def books() -> dict[str, Any]:
    """Two dossiers as they should be: handed in once, told once."""
    return {
        "dossiers": {"a": ONE, "b": TWO},
        "came": {"a": 1.0, "b": 2.0},
        "acts": {"a": 1, "b": 1},
        "left_to_the_next_worker": 0,
        "waiting": 0,
        "stuck": 0,
        "messages": {"dossier:a": 1, "dossier:b": 1},
        "unsent": 0,
        "delivered": 2,
        "series": {"H38.99.01-260303": 2},
    }


def told() -> Told:
    """The one holds a receipt, the other lost the line and gave up."""
    return Told(numbers={"a": ONE}, abandoned=["b"], cut={"b": 3.0})


def test_a_ledger_that_adds_up_has_no_fault() -> None:
    found = ledger(told(), books(), 0)
    assert faults(found) == []
    assert (found["abandoned_but_kept"], found["of_them_kept_before_the_cut"]) == (1, 1)


def _lost(rows: dict[str, Any]) -> None:
    del rows["dossiers"]["a"]


def _renumbered(rows: dict[str, Any]) -> None:
    rows["dossiers"] = {"a": TWO, "b": ONE}


def _twice(rows: dict[str, Any]) -> None:
    rows["dossiers"]["b"] = ONE


def _gap(rows: dict[str, Any]) -> None:
    rows["dossiers"]["b"] = "H38.99.01-260303-0003"
    rows["series"]["H38.99.01-260303"] = 3


def _stranger(rows: dict[str, Any]) -> None:
    rows["dossiers"]["c"] = "H38.99.01-260303-0003"


def _two_acts(rows: dict[str, Any]) -> None:
    rows["acts"]["a"] = 2


def _told_twice(rows: dict[str, Any]) -> None:
    rows["messages"]["dossier:a"] = 2


def _not_told(rows: dict[str, Any]) -> None:
    rows["unsent"], rows["delivered"] = 1, 1


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (_lost, "acknowledged_but_lost"),
        (_renumbered, "acknowledged_with_another_number"),
        (_twice, "numbers_used_twice"),
        (_gap, "numbers_missing"),
        (_stranger, "dossiers_nobody_sent"),
        (_two_acts, "acts_missing_or_twice"),
        (_told_twice, "messages_missing_or_twice"),
        (_not_told, "messages_not_delivered"),
    ],
)
def test_each_broken_promise_is_named(spoil: Callable[[dict[str, Any]], None], fault: str) -> None:
    rows = books()
    spoil(rows)
    assert fault in faults(ledger(told(), rows, 0))


def test_a_journal_that_does_not_verify_is_named() -> None:
    assert faults(ledger(told(), books(), 1)) == ["journal_faults"]
