"""Numbers come without gaps and are never used again."""

import pytest
from django.db import transaction

from motcua.foundation.numbers import let_pass, take_number

pytestmark = pytest.mark.django_db


def test_numbers_count_from_one_in_each_series() -> None:
    taken = [take_number("a"), take_number("a"), take_number("b"), take_number("a")]
    assert taken == [1, 2, 1, 3]


def test_the_number_of_an_act_that_failed_goes_to_the_next() -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        assert take_number("a") == 1
        raise ZeroDivisionError
    assert take_number("a") == 1


@pytest.mark.django_db(transaction=True)
def test_a_number_is_not_taken_outside_an_act() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        take_number("a")


def test_a_series_goes_on_after_a_number_that_was_given_out_elsewhere() -> None:
    let_pass("a", 7)
    assert take_number("a") == 8
    let_pass("a", 3)
    assert take_number("a") == 9


@pytest.mark.django_db(transaction=True)
def test_a_series_is_not_moved_outside_an_act() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        let_pass("a", 7)
