"""Who holds a telephone: six digits, five minutes, five tries."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from motcua.foundation.actor import Role
from motcua.people import actions
from motcua.people.errors import NotAPhone, PhoneAskedTooOften, PhoneCheckOver, WrongPhoneCode
from motcua.people.models import PhoneCheck
from tests import cast

pytestmark = pytest.mark.django_db


def other_than(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


def test_right_digits_make_a_guest_of_that_telephone() -> None:
    check, code = actions.begin_phone_check(phone="0912 345 678", at=cast.AT)
    actor = actions.confirm_phone_check(check_id=check.pk, code=code, at=cast.AT)
    assert (actor.id, actor.roles) == ("phone:+84912345678", frozenset({Role.GUEST}))
    assert len(code) == 6
    assert code not in check.digest


def test_digits_work_once() -> None:
    check, code = actions.begin_phone_check(phone="0912345678", at=cast.AT)
    actions.confirm_phone_check(check_id=check.pk, code=code, at=cast.AT)
    with pytest.raises(PhoneCheckOver):
        actions.confirm_phone_check(check_id=check.pk, code=code, at=cast.AT)


def test_the_same_press_within_seconds_is_the_same_and_wrong_digits_then_are_wrong() -> None:
    check, code = actions.begin_phone_check(phone="0912345678", at=cast.AT)
    how: Any = {"check_id": check.pk, "again": timedelta(seconds=30)}
    first = actions.confirm_phone_check(code=code, at=cast.AT, **how)
    soon, late = cast.AT + timedelta(seconds=29), cast.AT + timedelta(seconds=30)
    assert actions.confirm_phone_check(code=code, at=soon, **how) == first
    assert PhoneCheck.objects.get().tries == 1
    with pytest.raises(WrongPhoneCode):
        actions.confirm_phone_check(code=other_than(code), at=soon, **how)
    with pytest.raises(PhoneCheckOver):
        actions.confirm_phone_check(code=code, at=late, **how)


def test_digits_end_after_five_minutes() -> None:
    check, code = actions.begin_phone_check(phone="0912345678", at=cast.AT)
    late = cast.AT + timedelta(minutes=5)
    with pytest.raises(PhoneCheckOver):
        actions.confirm_phone_check(check_id=check.pk, code=code, at=late)
    assert PhoneCheck.objects.get().confirmed_at is None
    early = late - timedelta(seconds=1)
    assert actions.confirm_phone_check(check_id=check.pk, code=code, at=early)


def test_after_five_wrong_tries_even_the_right_digits_are_refused() -> None:
    check, code = actions.begin_phone_check(phone="0912345678", at=cast.AT)
    for left in (4, 3, 2, 1, 0):
        with pytest.raises(WrongPhoneCode) as refusal:
            actions.confirm_phone_check(check_id=check.pk, code=other_than(code), at=cast.AT)
        assert refusal.value.facts == {"left": left}
    with pytest.raises(PhoneCheckOver):
        actions.confirm_phone_check(check_id=check.pk, code=code, at=cast.AT)


def test_an_unknown_check_is_refused() -> None:
    with pytest.raises(PhoneCheckOver):
        actions.confirm_phone_check(check_id=uuid4(), code="123456", at=cast.AT)


def test_a_new_code_ends_the_one_before() -> None:
    first, code = actions.begin_phone_check(phone="0912345678", at=cast.AT)
    actions.begin_phone_check(phone="0912345678", at=cast.AT + timedelta(seconds=30))
    with pytest.raises(PhoneCheckOver):
        actions.confirm_phone_check(
            check_id=first.pk, code=code, at=cast.AT + timedelta(seconds=31)
        )


def test_a_telephone_is_not_rung_more_than_three_times_in_ten_minutes() -> None:
    for second in range(3):
        actions.begin_phone_check(phone="0912345678", at=cast.AT + timedelta(seconds=second))
    with pytest.raises(PhoneAskedTooOften) as refusal:
        actions.begin_phone_check(phone="+84 912 345 678", at=cast.AT + timedelta(minutes=4))
    assert refusal.value.facts == {"minutes": 6}
    assert PhoneCheck.objects.count() == 3
    actions.begin_phone_check(phone="0987654321", at=cast.AT + timedelta(minutes=4))
    actions.begin_phone_check(phone="0912345678", at=cast.AT + timedelta(minutes=10))


def test_a_telephone_is_not_rung_more_than_ten_times_a_day() -> None:
    for hour in range(10):
        actions.begin_phone_check(phone="0912345678", at=cast.AT + timedelta(hours=hour))
    with pytest.raises(PhoneAskedTooOften):
        actions.begin_phone_check(phone="0912345678", at=cast.AT + timedelta(hours=23))


@pytest.mark.parametrize("typed", ["", "12", "0214 3123 456", "+1 202 555 0100x", "chín một hai"])
def test_what_receives_no_message_is_refused(typed: str) -> None:
    with pytest.raises(NotAPhone):
        actions.begin_phone_check(phone=typed, at=cast.AT)
    assert not PhoneCheck.objects.exists()


@pytest.mark.parametrize("typed", ["0912345678", "091 234 5678", "+84 912.345.678", "84912345678"])
def test_one_telephone_is_one_text(typed: str) -> None:
    check, _ = actions.begin_phone_check(phone=typed, at=cast.AT)
    assert check.phone == "+84912345678"
