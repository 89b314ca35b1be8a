"""When the result of each procedure is due: counted by hand in its worked cases, on both sides of
the cut-off, over a weekend and over a holiday. That they come true is checked with the packs."""

import shutil
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from motcua.foundation.clock import HANOI
from motcua.procedures.calendar_pack import shipped
from motcua.procedures.loader import check
from motcua.procedures.pack import Deadline, Procedure, Timed
from motcua.procedures.result import deadline_for
from tests.procedures.packs import EXTRACT, editions, procedure, six_copied

MINUTE = timedelta(minutes=1)
BOTH = [pytest.param(one, id=f"{one.code} {one.valid_from}") for one in editions()]


def counted(one: Procedure, term: Deadline) -> list[Timed]:
    """The times of the cases to which a term of the procedure applies."""
    cases = [case for case in one.examples if deadline_for(one, case.answers) == term]
    return [row for case in cases for row in case.times]


def over(row: Timed) -> set[str]:
    """What lies between the reception at the cut-off and the day on which it counts."""
    calendar, first = shipped(), row.received.date()
    next_one = calendar.working_day_after(first)
    between = [first + timedelta(days=n) for n in range(1, (next_one - first).days)]
    return {"weekend" if day.weekday() > 4 else "holiday" for day in between}


@pytest.mark.parametrize("one", BOTH)
def test_each_term_is_counted_a_minute_before_the_cut_off_and_at_it(one: Procedure) -> None:
    for term in (one.deadline, *(other for _when, other in one.deadline.cases)):
        rows = counted(one, term)
        assert term.cutoff is not None
        late = {row.received: row for row in rows if row.received.time() == term.cutoff}
        before = {row.received + MINUTE: row for row in rows if row.received not in late}
        assert late.keys() == before.keys()
        assert set().union(*map(over, late.values())) == {"weekend", "holiday"}
        assert all(before[at].due < row.due for at, row in late.items())
        assert all((row.longer is None) == (term.extended is None) for row in rows)


@pytest.mark.parametrize("one", BOTH)
def test_each_case_runs_on_a_day_on_which_its_edition_holds(one: Procedure) -> None:
    last = one.valid_to or date.max
    days = [case.on for case in one.examples]
    days += [row.received.date() for case in one.examples for row in case.times]
    assert [day for day in days if not one.valid_from <= day <= last] == []


def test_the_law_of_2027_is_tried_with_all_the_cases_of_the_law_before() -> None:
    for later in (one for one in editions() if one.valid_from == date(2027, 3, 1)):
        before = procedure(later.code)
        assert [one.name for one in later.examples] == [one.name for one in before.examples]
        assert min(one.on for one in later.examples) == later.valid_from


def test_the_law_of_2027_says_what_it_brings_as_the_resolution_does() -> None:
    """Where to hand in is not said of what is registered at home or at the border."""
    at_home, border = {"1.003583", "1.000419", "1.000593"}, {"1.000110"}
    for one in editions():
        told = {news.name: news.basis for news in one.news}
        if one.valid_from < date(2027, 3, 1):
            assert told == {}
            continue
        assert ("any_commune" in told) == (one.code not in at_home | border)
        assert {"data_count", "told_once"} <= told.keys()
        sources = {(basis.mark, basis.source) for basis in told.values()}
        assert sources == {("verified", "NQ 31/2026/QH16")}


def test_a_case_is_counted_by_the_calendar_of_its_packs(tmp_path: Path) -> None:
    """Where they have none, by the product's own."""
    packs = six_copied(tmp_path / "packs")
    days = packs / "vn" / "calendar" / "days.toml"
    text = days.read_text(encoding="utf-8")
    gone = '  { day = 2026-02-16, name = "tet", mark = "verified", source = "n9441" },\n'
    assert gone in text
    days.write_text(text.replace(gone, ""), encoding="utf-8")
    found = {(one.file, one.key) for one in check(packs)}
    place = f"vn/procedures/{EXTRACT}/examples.toml"
    assert (place, "a copy of one's own birth paper.times.4.due") in found
    assert all(".times." in key for _file, key in found)
    shutil.rmtree(days.parent)
    assert check(packs) == []


def test_a_time_is_that_of_the_clock_in_the_office() -> None:
    first = procedure(EXTRACT).examples[0].times[0]
    assert first.received == datetime(2026, 11, 13, 14, 59, tzinfo=HANOI)
    assert first.due == datetime(2026, 11, 13, 17, 0, tzinfo=HANOI)
