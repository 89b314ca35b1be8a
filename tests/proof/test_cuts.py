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
    # Nine fields each, and the photographs of two of them.
    assert (count, typed, stored_there) == (len(Fault), 9 * len(Fault) + 2, 9 * len(Fault) + 2)
    assert set(zeros) == {0}


ONE = Case(1, Fault.LINE, sending=False, after=3, wait=0.1, lasts=0.5, place=0.5)
FULL = replace(ONE, number=2, fault=Fault.FULL)
PICTURED = replace(ONE, number=5, fault=Fault.SILENT)
KEPT = "5e" * 32


def told() -> list[Seen]:
    """One with an account, a guest, one with a photograph: they went on and have their number."""
    return [
        Seen(ONE, confirmed={"filer_name": ONE.typed["filer_name"]}, received=True),
        Seen(FULL, received=True, unkept=True),
        Seen(PICTURED, confirmed={"photograph": "kept"}, received=True, photograph=KEPT),
    ]


def books() -> dict[str, Any]:
    """What the commune has of them."""
    return {
        "a": [(True, stored(ONE.typed), [])],
        FULL.typed["filer_name"]: [(True, stored(FULL.typed), [])],
        "c": [(True, stored(PICTURED.typed), [(KEPT, 300_000)])],
    }


def test_a_ledger_that_adds_up_has_no_fault() -> None:
    lines = ledger(told(), ["a", "b", "c"], books())
    assert faults(lines) == []
    assert [(line["typed"], line["stored"], line["kept"]) for line in lines] == [
        (9, 9, 1),
        (10, 10, 1),
        (9, 9, 0),
    ]


def _lost(seen: list[Seen], _rows: dict[str, Any]) -> None:
    seen[0].lost = {"filer_name": "Vàng"}


def _missing(_seen: list[Seen], rows: dict[str, Any]) -> None:
    rows["a"] = [(False, *rows["a"][0][1:])]


def _second(_seen: list[Seen], rows: dict[str, Any]) -> None:
    rows["a"].append((False, {}, []))


def _guests_second(_seen: list[Seen], rows: dict[str, Any]) -> None:
    rows[FULL.typed["filer_name"]].append((False, {}, []))


def _other(_seen: list[Seen], rows: dict[str, Any]) -> None:
    rows["a"][0][1]["copies"] = "7"


def _no_photograph(_seen: list[Seen], rows: dict[str, Any]) -> None:
    rows["c"][0][2].clear()


def _another_photograph(_seen: list[Seen], rows: dict[str, Any]) -> None:
    rows["c"][0][2][0] = ("0a" * 32, 300_000)


def _photograph_twice(_seen: list[Seen], rows: dict[str, Any]) -> None:
    rows["c"][0][2].append(("0a" * 32, 300_000))


def _never_made_smaller(_seen: list[Seen], rows: dict[str, Any]) -> None:
    rows["c"][0][2][0] = (KEPT, 30_000_000)


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
        (_guests_second, "the phone has no room left: second"),
        (_no_photograph, "the line falls silent: other"),
        (_another_photograph, "the line falls silent: other"),
        (_photograph_twice, "the line falls silent: other"),
        (_never_made_smaller, "the line falls silent: other"),
        (_broken, "the line breaks: broken"),
        (_unsaid, "the phone has no room left: unsaid"),
    ],
)
def test_each_broken_promise_is_named(
    spoil: Callable[[list[Seen], dict[str, Any]], None], fault: str
) -> None:
    seen, rows = told(), books()
    spoil(seen, rows)
    assert faults(ledger(seen, ["a", "b", "c"], rows)) == [fault]


def test_the_same_seed_is_the_same_run() -> None:
    assert list(cases(40, 5)) == list(cases(40, 5))
    assert list(cases(40, 5)) != list(cases(40, 6))
    assert {one.fault for one in cases(10, 5)} == set(Fault)


def test_each_fault_befalls_guests_and_accounts_with_and_without_a_photograph() -> None:
    found = {(one.fault, one.guest, one.photograph) for one in cases(300, 5)}
    assert len(found) == len(Fault) * 4
    assert sum(one.guest for one in cases(300, 5)) == 150
    assert sum(one.photograph for one in cases(300, 5)) == 60
