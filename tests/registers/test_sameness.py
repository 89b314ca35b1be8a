"""Which two entries are suspected to be one event, and which are not. Without a database."""

from datetime import date

import pytest

from motcua.registers.agreeing import Agreement, days_agree, names_agree
from motcua.registers.kinds import Twice, book
from motcua.registers.sameness import LIKELY, WEAK, Alike, Event, alike

CHILD = {
    "child.name": "Vàng Thị Lan",
    "child.birth": "1991-05-12",
    "child.sex": "female",
    "mother.name": "Nông Thị Mẹ",
    "mother.birth": "1965",
    "father.name": "Vàng Văn Cha",
    "father.birth": "1963",
}
DEAD = {"deceased.name": "Sùng A Páo", "deceased.birth": "1940-02-03", "death.date": "2001-07-09"}
WED = {
    "husband.name": "Lù Văn Bạn",
    "husband.birth": "1968-02-03",
    "wife.name": "Vàng Thị Thử",
    "wife.birth": "1971-05-12",
}
TWINS = {"child.name": "Vàng Văn Hải"}
BARE = {key: "" for key in CHILD if key.startswith(("mother", "father"))}


def judged(kind: str, content: dict[str, str], changes: dict[str, str], **facts: object) -> object:
    first = Event(content, date(1991, 6, 3), **facts.get("first", {}))  # type: ignore[arg-type]
    day = facts.get("day", date(1993, 8, 2))
    second = Event({**content, **changes}, day)  # type: ignore[arg-type]
    found = alike(first, second, twice(kind))
    assert found == alike(second, first, twice(kind))
    return found.weight if found else None


def twice(kind: str) -> Twice:
    found = book(kind).twice
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("changes", "weight"),
    [
        ({}, LIKELY),
        ({"child.name": "Vàng Thị Lam"}, LIKELY),
        ({"child.name": "Vàng Lan"}, LIKELY),
        ({"child.name": "Vang Thi Lan", "mother.name": "Nông Mẹ"}, LIKELY),
        ({"child.birth": "1991-12-05"}, LIKELY),
        ({"child.birth": "1991-05-13"}, LIKELY),
        ({"child.birth": "1991"}, LIKELY),
        ({"child.birth": "1991-09-30"}, LIKELY),
        ({"child.sex": "male"}, LIKELY),
        ({**BARE}, LIKELY),
        ({**BARE, "child.name": "Vàng Thị Lam"}, WEAK),
        ({**BARE, "child.birth": "1991-05-13"}, WEAK),
        ({**BARE, "child.birth": "1991"}, None),
        ({"father.name": "Lò Văn Khác"}, LIKELY),
        ({"mother.name": "Lò Thị Khác", "father.name": "Lò Văn Khác"}, None),
        ({"mother.birth": "1950", "father.birth": "1940"}, LIKELY),
        ({"child.birth": "1994-05-20"}, None),
    ],
)
def test_a_birth_written_twice(changes: dict[str, str], weight: int | None) -> None:
    assert judged("birth", CHILD, changes) == weight


@pytest.mark.parametrize(
    ("changes", "day", "weight"),
    [
        (TWINS, date(1991, 6, 3), None),
        (TWINS, date(1992, 6, 3), WEAK),
        ({**TWINS, "child.sex": "male"}, date(1992, 6, 3), None),
        ({"child.name": "Vàng Thị Lam"}, date(1991, 6, 3), WEAK),
        ({"child.name": "Vàng Thị Lam", "child.sex": "male"}, date(1991, 6, 3), None),
        ({**TWINS, "child.birth": "1991-05-13"}, date(1992, 6, 3), None),
        ({**TWINS, "child.birth": "1991-09-13"}, date(1992, 6, 3), WEAK),
        ({**TWINS, "child.birth": "1992-09-13"}, date(1992, 10, 3), None),
    ],
)
def test_twins_and_sisters_are_two(changes: dict[str, str], day: date, weight: int | None) -> None:
    assert judged("birth", CHILD, changes, day=day) == weight


def test_a_birth_that_was_registered_again_stands_beside_the_old_one_by_right() -> None:
    again = {"again": "Đăng ký lại; trước đây số 27/1991"}
    assert judged("birth", CHILD, again) is None
    # Registered again twice is once too often.
    assert judged("birth", {**CHILD, **again}, {}) == LIKELY
    # The first writing was the one that was lost: what came after it is no registration again.
    assert judged("birth", {**CHILD, **again}, {"again": ""}) == LIKELY


@pytest.mark.parametrize(
    ("changes", "weight"),
    [
        ({}, LIKELY),
        ({"deceased.name": "Sùng A Sáo"}, LIKELY),
        ({"death.date": "2004-01-01"}, LIKELY),
        ({"deceased.birth": "1940"}, LIKELY),
        ({"deceased.birth": "1940", "death.date": "2001-07-19"}, WEAK),
        ({"deceased.birth": "1940", "death.date": "2003-02-19"}, None),
        ({"deceased.birth": "1955-06-06"}, WEAK),
        ({"deceased.birth": "1955-06-06", "death.date": "2003-02-19"}, None),
        ({"deceased.name": "Giàng A Chống"}, None),
    ],
)
def test_nobody_dies_twice(changes: dict[str, str], weight: int | None) -> None:
    assert judged("death", DEAD, changes) == weight


@pytest.mark.parametrize(
    ("changes", "weight"),
    [
        ({}, LIKELY),
        ({"wife.name": "Vàng Thử", "wife.birth": "1971"}, LIKELY),
        ({"wife.birth": "1975-01-01"}, WEAK),
        ({"wife.name": "Sần Thị Mẩy", "wife.birth": "1975-01-01"}, None),
        ({"wife.name": "Sần Thị Mẩy"}, WEAK),
    ],
)
def test_a_couple_is_married_once(changes: dict[str, str], weight: int | None) -> None:
    assert judged("marriage", WED, changes) == weight


def test_a_couple_that_was_divorced_may_marry_again() -> None:
    assert judged("marriage", WED, {}, first={"notes": frozenset({"divorce"})}) is None


def test_on_one_day_one_spouse_is_enough_to_look() -> None:
    other = {"wife.name": "Sần Thị Mẩy", "wife.birth": "1975-01-01"}
    assert judged("marriage", WED, other, day=date(1991, 6, 3)) == WEAK


def test_a_number_says_more_than_a_name_and_two_numbers_speak_against_it() -> None:
    one = {**CHILD, "child.identity": "000191000001"}
    assert judged("birth", one, {"child.name": "Vàng Văn Sáng"}) == LIKELY
    assert judged("birth", one, {"child.identity": "000191000002"}) == WEAK
    other = {**BARE, "child.name": "Vàng Thị Lam", "child.identity": "000191000002"}
    assert judged("birth", one, other) is None


def test_the_grounds_are_said() -> None:
    first = Event(CHILD, date(1991, 6, 3))
    later = Event({**CHILD, "child.name": "Vàng Lan", "child.birth": "1991"}, date(1992, 6, 3))
    assert alike(first, later, twice("birth")) == Alike(LIKELY, ("near_name", "vague_birth", "kin"))


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("Vàng Thị Lan", "VÀNG  THỊ LÀN", Agreement.SAME),
        ("Giàng A Chống", "Dàng A Trống", Agreement.NEAR),
        ("Bùi Xuân Một", "bùi xuwn mo6t5", Agreement.NEAR),
        ("Lan Vàng Thị", "Vàng Thị Lan", Agreement.NEAR),
        ("Vàng Thị Lan", "Vàng Văn Lan", Agreement.OTHER),
        ("Lan", "Vàng Lan", Agreement.OTHER),
        ("Vàng Lan", "Vàng Thị Ngọc Lan", Agreement.OTHER),
        ("", "Vàng Lan", Agreement.UNKNOWN),
    ],
)
def test_how_far_two_names_agree(one: str, other: str, agree: Agreement) -> None:
    assert names_agree(one, other) is agree
    assert names_agree(other, one) is agree


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("1990-01-02", "1990-01-02", Agreement.SAME),
        ("1990-01-02", "1990", Agreement.WITHIN),
        ("1990-01-02", "1990-02-01", Agreement.NEAR),
        ("1990-01-02", "1990-01-12", Agreement.NEAR),
        ("1990-01-31", "1990-02-01", Agreement.NEAR),
        ("1990-01-12", "1990-01-21", Agreement.NEAR),
        ("1990-01-02", "1990-09-22", Agreement.OTHER),
        ("1962", "1963", Agreement.OTHER),
        ("", "1963", Agreement.UNKNOWN),
    ],
)
def test_how_far_two_days_agree(one: str, other: str, agree: Agreement) -> None:
    assert days_agree(one, other) is agree
    assert days_agree(other, one) is agree
