"""The pack's calendar, held against a program that we did not write."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import holidays
import pytest

from motcua.procedures import calendar_pack, loader
from motcua.procedures.calendar import Calendar, CalendarError

PACK = calendar_pack.read()
CALENDAR = Calendar(
    (PACK.season,),
    frozenset(day.day for day in PACK.days if day.hours_of is None),
    {day.day: day.hours_of for day in PACK.days if day.hours_of is not None},
)
# Letter 12729/VPCP-KGVX swapped Friday 2 January 2026 for Saturday the 10th; the other program
# has not heard of it.
ONLY_OURS = {date(2026, 1, 2), date(2026, 1, 10)}


def _days(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]


@pytest.mark.parametrize("year", [2024, 2025, 2026, 2027])
def test_the_days_agree_with_the_holidays_package(year: int) -> None:
    theirs = holidays.country_holidays("VN", years=year)
    differ = {day for day in _days(year) if CALENDAR.works(day) != theirs.is_working_day(day)}
    assert differ == {day for day in ONLY_OURS if day.year == year}


def test_the_other_program_can_disagree() -> None:
    theirs = holidays.country_holidays("VN", years=2026)
    assert not theirs.is_working_day(date(2026, 2, 16))
    assert theirs.is_working_day(date(2026, 8, 22))


def test_24_november_is_a_holiday_from_2026() -> None:
    assert [CALENDAR.works(date(year, 11, 24)) for year in (2025, 2026, 2027)] == [
        True,
        False,
        False,
    ]


def test_every_day_has_a_source_and_says_how_sure_it_is() -> None:
    assert {day.mark for day in PACK.days} == {"verified", "memory"}
    assert all(day.source and set(day.words) == {"vi", "en", "hi"} for day in PACK.days)
    assert PACK.hours_mark == "unsure"


def test_a_swap_day_has_the_hours_of_the_day_it_stands_for() -> None:
    swaps = {day.day: day.hours_of for day in PACK.days if day.hours_of is not None}
    assert swaps == {
        date(2024, 5, 4): 0,
        date(2025, 4, 26): 4,
        date(2026, 1, 10): 4,
        date(2026, 8, 22): 0,
    }


def test_the_terms_that_bind_every_office() -> None:
    assert {name: (str(rule.unit), rule.amount) for name, rule in PACK.terms.items()} == {
        "answer_online": ("working_hours", 8),
        "ask_for_more": ("working_days", 3),
        "supplement": ("days", 7),
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the pack's calendar, to be spoilt."""
    return Path(shutil.copytree(calendar_pack.FOLDER, tmp_path / "vn" / "calendar"))


FAULTS = [
    ("days.toml", "day = 2026-01-02", "day = 2025-01-02", "days.2026.2025-01-02.day"),
    ("days.toml", 'name = "culture"', 'name = "party"', "days.2026.2026-11-24.name"),
    ("days.toml", 'hours_of = "monday"', 'hours_of = "noon"', "days.2024.2024-05-04.hours_of"),
    ("days.toml", 'mark = "memory"', 'mark = "maybe"', "days.2027.2027-04-16.mark"),
    ("days.toml", 'source = "q28"', 'source = "x"', "days.2026.2026-11-24.source"),
    ("days.toml", "2026-02-17", "2026-02-16", "days"),
    ("days.toml", 'hi = "नव वर्ष"', 'hi = ""', "names.new_year"),
    ("hours.toml", "07:00-11:30", "11:30-07:00", "week"),
    ("hours.toml", 'mark = "unsure"', "", "mark"),
    ("terms.toml", "amount = 8", "amount = 0", "answer_online"),
    ("terms.toml", 'mark = "memory"', "", "answer_online.mark"),
    ("terms.toml", "[ask_for_more]", "[ask_for_more", ""),
]


@pytest.mark.parametrize(("file", "good", "bad", "key"), FAULTS)
def test_a_fault_is_named(folder: Path, file: str, good: str, bad: str, key: str) -> None:
    text = (folder / file).read_text("utf-8")
    assert good in text
    (folder / file).write_text(text.replace(good, bad, 1), "utf-8")
    problems = calendar_pack.check(folder)
    assert [(problem.file, problem.key) for problem in problems] == [(f"vn/calendar/{file}", key)]
    with pytest.raises(CalendarError, match=file):
        calendar_pack.read(folder)


def test_checking_the_packs_checks_their_calendar(tmp_path: Path) -> None:
    packs = Path(shutil.copytree(calendar_pack.FOLDER.parent.parent, tmp_path / "packs"))
    (packs / "vn" / "calendar" / "hours.toml").unlink()
    assert [(problem.file, problem.code) for problem in loader.check(packs)] == [
        ("vn/calendar/hours.toml", "unreadable")
    ]


def test_a_term_that_nobody_stated_is_a_mistake_of_the_program() -> None:
    assert calendar_pack.office_term("answer_online").amount == 8
    with pytest.raises(KeyError):
        calendar_pack.office_term("tea")
