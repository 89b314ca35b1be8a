"""Fees: both sides of every rule of the packs, and of every limit that a rule may have."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from motcua.foundation.money import Dong
from motcua.people.models import Ground
from motcua.procedures.fees import Charge, charge, timely
from motcua.procedures.pack import Basis, Exemption, FeeRule, Fees, Procedure, Tier
from motcua.procedures.vocabulary import GROUNDS
from motcua.procedures.wording import Words
from tests.procedures.packs import BIRTH, CHANGE, COPY, DEATH, EXTRACT, MARITAL, TODAY, procedure

SAID = {language: Words("Phí") for language in ("vi", "en", "hi")}
BASIS = Basis("Luật", "Điều 1", "verified")


def charged(
    code: str, *, on: date = TODAY, grounds: tuple[str, ...] = (), **answers: str
) -> Charge:
    return charge(
        procedure(code),
        channel="counter",
        grounds=frozenset(grounds),
        answers=answers,
        on=on,
    )


@pytest.mark.parametrize(("copies", "amount"), [("1", 8000), ("2", 16000), ("50", 400000)])
def test_an_extract_copy_costs_8000_each(copies: str, amount: int) -> None:
    due = charged(EXTRACT, copies=copies)
    assert due.amount == amount
    assert due.sure
    assert due.lines[0].rule.basis.shown == "Điều 4 Thông tư 281/2016/TT-BTC"


def test_until_the_number_of_copies_is_known_nothing_is_sure() -> None:
    assert charged(EXTRACT) == Charge(Dong(0), (), sure=False)


@pytest.mark.parametrize("ground", ["merit", "poor", "disabled"])
def test_a_ground_of_the_law_takes_the_fee_away_and_says_why(ground: str) -> None:
    due = charged(EXTRACT, grounds=(ground,), copies="2")
    assert due.amount == 0
    (line,) = due.lines
    assert (line.full, line.amount) == (16000, 0)
    assert line.exempted_by is not None
    assert line.exempted_by.basis.shown == "Điều 11 Luật Hộ tịch 60/2014/QH13"


def test_another_ground_takes_nothing_away() -> None:
    assert charged(EXTRACT, grounds=("near_poor",), copies="2").amount == 16000


@pytest.mark.parametrize(
    ("pages", "copies", "amount"),
    [
        ("1", "1", 2000),
        ("2", "1", 4000),
        ("3", "1", 5000),
        ("2", "3", 12000),
        ("198", "1", 200000),
        ("199", "1", 200000),
        ("1000", "2", 400000),
    ],
)
def test_a_certified_copy_is_paid_by_the_page_up_to_its_cap(
    pages: str, copies: str, amount: int
) -> None:
    assert charged(COPY, pages=pages, copy_form="paper", copies=copies).amount == amount


@given(some.integers(1, 400), some.integers(1, 9))
def test_certified_copies_cost_what_the_circular_says(pages: int, copies: int) -> None:
    each = min(2000 * min(pages, 2) + 1000 * max(pages - 2, 0), 200_000)
    asked = {"pages": str(pages), "copies": str(copies)}
    assert charged(COPY, copy_form="paper", **asked).amount == each * copies
    # A file costs its pages once, beside the copies on paper.
    assert charged(COPY, copy_form="both", **asked).amount == each * (copies + 1)
    assert charged(COPY, copy_form="electronic", **asked).amount == each


def test_the_charge_is_sure_once_it_is_known_in_which_form_the_copy_is() -> None:
    assert not charged(COPY, pages="1").sure
    assert not charged(COPY, pages="1", copy_form="both").sure
    assert charged(COPY, pages="1", copy_form="electronic").sure


@pytest.mark.parametrize(
    ("code", "field", "last"),
    [(BIRTH, "child_birth", date(2026, 3, 2)), (DEATH, "death_day", date(2026, 1, 16))],
)
def test_in_time_is_free_and_a_day_later_is_not(code: str, field: str, last: date) -> None:
    answers = {field: "2026-01-01", "extra_copies": "0"}
    in_time = charged(code, on=last, **answers)
    late = charged(code, on=date.fromordinal(last.toordinal() + 1), **answers)
    assert (in_time.amount, in_time.sure) == (0, True)
    assert (late.amount, late.sure) == (8000, True)
    assert late.lines[0].rule.basis.mark == "unsure"
    assert "chờ đối chiếu" in late.lines[0].rule.note["vi"]


def test_a_death_of_which_only_the_year_is_known_is_not_sure() -> None:
    one = procedure(DEATH)
    assert timely(one, {"death_day": "1960"}, on=TODAY) is None
    assert not charged(DEATH, death_day="1960", extra_copies="0").sure


@pytest.mark.parametrize(("code", "amount"), [(MARITAL, 15000), (CHANGE, 10000)])
def test_the_province_sets_the_other_fees_and_the_law_exempts_from_them(
    code: str, amount: int
) -> None:
    assert charged(code, extra_copies="0").amount == amount
    assert charged(code, grounds=("poor",), extra_copies="0").amount == 0


def rule(**limits: object) -> FeeRule:
    return FeeRule("fee", SAID, BASIS, "case", (Tier(1, Dong(5000)),), **limits)  # type: ignore[arg-type]


def with_fees(*rules: FeeRule, exemptions: tuple[Exemption, ...] = ()) -> Procedure:
    return replace(procedure(EXTRACT), fees=Fees(rules, exemptions))


def due(one: Procedure, *, channel: str = "counter", on: date = TODAY) -> int:
    return charge(one, channel=channel, grounds=frozenset(), answers={}, on=on).amount


def test_a_fee_may_hold_for_some_channels_only() -> None:
    one = with_fees(rule(channels=frozenset({"counter", "post"})))
    assert (due(one, channel="counter"), due(one, channel="post")) == (5000, 5000)
    assert due(one, channel="online") == 0


def test_an_exemption_may_hold_for_some_channels_and_some_fees_only() -> None:
    free = Exemption("online", SAID, BASIS, frozenset({"fee"}), channels=frozenset({"online"}))
    other = replace(rule(), name="copy")
    one = with_fees(rule(), other, exemptions=(free,))
    assert due(one, channel="counter") == 10000
    assert due(one, channel="online") == 5000


@pytest.mark.parametrize(
    ("on", "amount"),
    [
        (date(2025, 12, 31), 0),
        (date(2026, 1, 1), 5000),
        (date(2026, 12, 31), 5000),
        (date(2027, 1, 1), 0),
    ],
)
def test_a_fee_is_due_from_its_first_day_to_its_last(on: date, amount: int) -> None:
    one = with_fees(rule(valid_from=date(2026, 1, 1), valid_to=date(2026, 12, 31)))
    assert due(one, on=on) == amount
    free = Exemption("year", SAID, BASIS, valid_from=date(2026, 1, 1), valid_to=date(2026, 12, 31))
    assert due(with_fees(rule(), exemptions=(free,)), on=on) == 5000 - amount


def test_every_ground_that_the_register_knows_is_one_that_packs_know() -> None:
    assert {ground.value for ground in Ground} <= GROUNDS
