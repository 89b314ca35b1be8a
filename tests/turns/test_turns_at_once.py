"""Presses of the same moment, by threads on both databases."""

from functools import partial
from pathlib import Path

import pytest

from motcua.turns import errors
from motcua.turns.models import State, Turn
from tests.parallel import one_database, together
from tests.turns.room import call, take, tiep, two_queues

pytestmark = pytest.mark.django_db(transaction=True)


def test_forty_people_take_forty_numbers(tmp_path: Path) -> None:
    two_queues()
    with one_database(tmp_path):
        turns = together([partial(take, f"k{n}") for n in range(40)])
        assert sorted(turn.number for turn in turns) == list(range(1, 41))


def test_three_presses_at_once_are_one_number(tmp_path: Path) -> None:
    two_queues()
    with one_database(tmp_path):
        turns = together([partial(take, "same") for _ in range(3)])
        assert len({turn.pk for turn in turns}) == 1
        assert take("next").shown == "A002"


def test_two_desks_never_get_the_same_number(tmp_path: Path) -> None:
    two_queues()
    for number in range(8):
        take(str(number))
    clerk = tiep()
    with one_database(tmp_path):
        turns = together([partial(call, f"desk {n}", by=clerk) for n in range(8)])
        assert sorted(turn.number for turn in turns) == list(range(1, 9))


def test_two_presses_at_one_desk_call_one_number(tmp_path: Path) -> None:
    two_queues()
    for number in range(4):
        take(str(number))
    clerk = tiep()
    with one_database(tmp_path):
        outcomes = together([partial(call, "1", by=clerk) for _ in range(4)])
        called = [turn for turn in outcomes if isinstance(turn, Turn)]
        refused = [error for error in outcomes if isinstance(error, errors.DeskBusy)]
        assert (len(called), len(refused)) == (1, 3)
        assert Turn.objects.filter(state=State.WAITING).count() == 3
