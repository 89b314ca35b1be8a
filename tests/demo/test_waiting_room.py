"""The hall has a queue for today."""

import pytest

from motcua.turns.models import State, Turn
from tests.demo.conftest import Loaded

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demo")]


def test_the_waiting_room_has_people_in_it(demo: Loaded) -> None:
    states = Turn.objects.order_by("id").values_list("shown", "state")
    assert dict(states) == {
        "A001": State.DONE,
        "A002": State.DONE,
        "A003": State.SERVING,
        "C001": State.CALLED,
        "A004": State.WAITING,
        "B001": State.WAITING,
        "A005": State.WAITING,
        "A006": State.WAITING,
        "C002": State.WAITING,
        "B002": State.WAITING,
    }
