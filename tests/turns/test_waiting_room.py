"""Queue numbers: taken, called, served, shown on the screen."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from motcua.audit.models import JournalLine
from motcua.foundation.actor import SYSTEM
from motcua.foundation.clock import HANOI
from motcua.turns import actions, arrangement, errors, queries
from motcua.turns.models import Priority, State, Turn
from tests import cast
from tests.turns.room import AT, call, take, tiep, two_queues


@pytest.fixture(autouse=True)
def queues(db: None) -> None:
    two_queues()


def test_each_service_counts_from_one() -> None:
    shown = [take(key, service).shown for key, service in ("1A", "2B", "3A")]
    assert shown == ["A001", "B001", "A002"]


def test_the_same_press_is_one_number() -> None:
    assert take("k").pk == take("k").pk
    assert Turn.objects.count() == 1
    assert JournalLine.objects.filter(verb="take_turn").count() == 1


def test_numbers_begin_again_the_next_day_of_the_office() -> None:
    take("a")
    late = datetime(2026, 11, 23, 23, 59, tzinfo=HANOI)
    assert take("b", at=late).shown == "A002"
    assert take("c", at=late + timedelta(minutes=1)).shown == "A001"


def test_communes_count_apart() -> None:
    cast.other_commune()
    arrangement.offer_service(
        commune=cast.OTHER, prefix="A", words={"vi": "Hộ tịch"}, by=SYSTEM, at=AT
    )
    assert [take("a").shown, take("b", commune=cast.OTHER).shown] == ["A001", "A001"]


def test_a_queue_that_is_not_there_is_refused() -> None:
    with pytest.raises(errors.NoSuchService):
        take("k", "Z")
    assert Turn.objects.count() == 0


def test_a_closed_queue_gives_no_numbers_but_its_people_are_still_called() -> None:
    take("k", "B")
    admin = cast.acting(cast.administrator())
    arrangement.close_service(commune=cast.COC_SAN, prefix="B", by=admin, at=AT)
    with pytest.raises(errors.NoSuchService):
        take("k2", "B")
    assert [service.prefix for service in queries.services(cast.COC_SAN)] == ["A"]
    assert call().shown == "B001"


def test_first_come_first_called_across_services() -> None:
    for key, service in ("1A", "2B", "3A"):
        take(key, service)
    assert [call(desk).shown for desk in "123"] == ["A001", "B001", "A002"]


def test_the_old_the_disabled_and_the_pregnant_come_first() -> None:
    take("a")
    take("b", "B")
    take("c", priority=Priority.PREGNANT)
    take("d", priority=Priority.OLD)
    assert [call(desk).shown for desk in "1234"] == ["A002", "A003", "A001", "B001"]


def test_a_desk_may_call_some_services_only() -> None:
    take("a")
    take("b", "B")
    assert call(services=("B",)).shown == "B001"


def test_yesterdays_number_is_not_called_today() -> None:
    take("a")
    with pytest.raises(errors.NobodyWaits):
        call(at=AT + timedelta(days=1))


def test_from_called_to_done() -> None:
    turn = take("a")
    held: dict[str, Any] = {"turn_id": turn.pk, "desk": "1", "by": tiep(), "at": AT}
    call()
    assert actions.recall(**held).calls == 2
    actions.serve(**held)
    actions.note_dossier(turn_id=turn.pk, dossier="H38.99.01-261123-0001", by=tiep(), at=AT)
    actions.finish(**held)
    turn.refresh_from_db()
    assert (turn.state, turn.dossier) == (State.DONE, "H38.99.01-261123-0001")
    verbs = JournalLine.objects.filter(about=f"turn:{turn.pk}").order_by("number")
    assert list(verbs.values_list("verb", flat=True)) == [
        "take_turn",
        "call_next",
        "recall",
        "serve",
        "note_dossier",
        "finish",
    ]


def test_who_was_missed_comes_back_with_the_same_number_and_place() -> None:
    missed, _other = take("a"), take("b")
    call()
    actions.miss(turn_id=missed.pk, desk="1", by=tiep(), at=AT)
    assert [turn.shown for turn in queries.missed(by=tiep(), at=AT)] == ["A001"]
    actions.come_back(turn_id=missed.pk, by=tiep(), at=AT)
    assert call().shown == "A001"


def test_the_screen_shows_who_is_called_where_the_latest_first() -> None:
    for key, service in ("1A", "2A", "3B", "4B"):
        take(key, service)
    call("1")
    call("2", at=AT + timedelta(minutes=1))
    screen = queries.screen(cast.COC_SAN, AT)
    assert [(c.shown, c.desk, c.calls, c.serving) for c in screen.called] == [
        ("A002", "2", 1, False),
        ("A001", "1", 1, False),
    ]
    assert (screen.waiting, screen.waiting_by_service) == (2, {"B": 2})


def test_a_ticket_knows_how_many_are_before_it() -> None:
    first, second = take("a"), take("b")
    early = take("c", priority=Priority.DISABLED)
    assert [queries.ahead(turn) for turn in (first, second, early)] == [1, 2, 0]


def test_the_desk_sees_its_own_number() -> None:
    take("a")
    assert queries.at_desk("1", by=tiep(), at=AT) is None
    call()
    held = queries.at_desk("1", by=tiep(), at=AT)
    assert held is not None
    assert held.shown == "A001"


def test_the_screen_asks_the_database_twice(django_assert_num_queries: Any) -> None:
    for number in range(5):
        take(str(number))
    call()
    with django_assert_num_queries(2):
        queries.screen(cast.COC_SAN, AT)
