"""The line, the page, the browser or the server is taken away: what was kept is there, once.

A sample of `make kill-test` (`python -m bench.cuts`), and the proof that its ledger can bark.
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from bench.cuts.ledger import faults, ledger, stored
from bench.cuts.plan import Case, Fault, cases
from bench.cuts.run import Seen


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.xdist_group("serve")
def test_one_person_for_each_fault() -> None:
    """As a program of its own: another browser may be open in this one."""
    people = str(len(Fault))
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "bench.cuts", people, "7"],
        env={**os.environ, "PYTHONPATH": "src:."},
        capture_output=True,
        text=True,
        check=False,
        timeout=900,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith("every promise was kept\n")
    all_of_them = re.search(r"^all((?: +\d+)+)$", done.stdout, re.MULTILINE)
    assert all_of_them
    count, typed, stored_there, _kept, *zeros = map(int, all_of_them[1].split())
    assert (count, typed, stored_there) == (len(Fault), 9 * len(Fault), 9 * len(Fault))
    assert set(zeros) == {0}


ONE = Case(1, Fault.LINE, sending=False, after=3, wait=0.1, lasts=0.5, place=0.5)
FULL = replace(ONE, number=2, fault=Fault.FULL)


def told() -> list[Seen]:
    """Two who went on and have their number."""
    return [
        Seen(ONE, confirmed={"filer_name": ONE.typed["filer_name"]}, received=True),
        Seen(FULL, received=True, unkept=True),
    ]


def books() -> dict[str, Any]:
    """What the commune has of them."""
    return {"a": [(True, stored(ONE.typed))], "b": [(True, stored(FULL.typed))]}


def test_a_ledger_that_adds_up_has_no_fault() -> None:
    lines = ledger(told(), ["a", "b"], books())
    assert faults(lines) == []
    assert [(line["typed"], line["stored"], line["kept"]) for line in lines] == [
        (9, 9, 1),
        (9, 9, 0),
    ]


def _lost(seen: list[Seen], _rows: dict[str, Any]) -> None:
    seen[0].lost = {"filer_name": "Vàng"}


def _missing(_seen: list[Seen], rows: dict[str, Any]) -> None:
    rows["a"] = [(False, rows["a"][0][1])]


def _second(_seen: list[Seen], rows: dict[str, Any]) -> None:
    rows["a"].append((False, {}))


def _other(_seen: list[Seen], rows: dict[str, Any]) -> None:
    rows["a"][0][1]["copies"] = "7"


def _broken(seen: list[Seen], _rows: dict[str, Any]) -> None:
    seen[0].received = False


def _unsaid(seen: list[Seen], _rows: dict[str, Any]) -> None:
    seen[1].unkept = False


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (_lost, "the line breaks: lost"),
        (_missing, "the line breaks: missing"),
        (_second, "the line breaks: second"),
        (_other, "the line breaks: other"),
        (_broken, "the line breaks: broken"),
        (_unsaid, "the phone has no room left: unsaid"),
    ],
)
def test_each_broken_promise_is_named(
    spoil: Callable[[list[Seen], dict[str, Any]], None], fault: str
) -> None:
    seen, rows = told(), books()
    spoil(seen, rows)
    assert faults(ledger(seen, ["a", "b"], rows)) == [fault]


def test_the_same_seed_is_the_same_run() -> None:
    assert list(cases(40, 5)) == list(cases(40, 5))
    assert list(cases(40, 5)) != list(cases(40, 6))
    assert {one.fault for one in cases(10, 5)} == set(Fault)
