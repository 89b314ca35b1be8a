"""What the waiting room refuses; after each refusal nothing has changed."""

from datetime import timedelta
from typing import Any

import pytest

from motcua.foundation.refusal import Refusal
from motcua.turns import actions, arrangement, errors, queries
from motcua.turns.models import State
from tests import cast
from tests.turns.room import AT, call, state, take, tiep, two_queues


@pytest.fixture(autouse=True)
def queues(db: None) -> None:
    two_queues()


def test_nobody_waits() -> None:
    with pytest.raises(errors.NobodyWaits):
        call()


def test_a_desk_serves_one_person_at_a_time() -> None:
    take("a")
    waiting = take("b")
    call()
    with pytest.raises(errors.DeskBusy, match="A001"):
        call()
    assert state(waiting) == (State.WAITING, "")


def test_a_desk_has_a_name() -> None:
    waiting = take("a")
    with pytest.raises(errors.DeskMissing):
        call(" ")
    assert state(waiting) == (State.WAITING, "")


@pytest.mark.parametrize("who", [cast.auditor, cast.administrator, cast.resident])
def test_only_those_who_serve_call(who: Any) -> None:
    waiting = take("a")
    with pytest.raises(errors.NotAtADesk):
        call(by=cast.acting(who()))
    assert state(waiting) == (State.WAITING, "")


def test_another_commune_sees_and_calls_nobody_of_ours() -> None:
    turn = take("a")
    stranger = cast.acting(cast.stranger_officer())
    with pytest.raises(errors.NobodyWaits):
        call(by=stranger)
    call()
    with pytest.raises(errors.NoSuchTurn):
        actions.finish(turn_id=turn.pk, desk="1", by=stranger, at=AT)
    assert queries.line(by=stranger, at=AT) == []
    with pytest.raises(errors.NoSuchTurn):
        queries.ticket(turn.pk, commune=cast.OTHER)
    assert state(turn) == (State.CALLED, "1")


@pytest.mark.parametrize("verb", ["recall", "serve", "finish", "miss"])
def test_a_number_that_waits_is_called_first(verb: str) -> None:
    turn = take("a")
    with pytest.raises(errors.NotNow):
        getattr(actions, verb)(turn_id=turn.pk, desk="1", by=tiep(), at=AT)
    assert state(turn) == (State.WAITING, "")


@pytest.mark.parametrize("verb", ["recall", "serve", "finish", "miss"])
def test_a_number_belongs_to_the_desk_that_called_it(verb: str) -> None:
    turn = take("a")
    call()
    with pytest.raises(errors.AnotherDesk):
        getattr(actions, verb)(turn_id=turn.pk, desk="2", by=tiep(), at=AT)
    assert state(turn) == (State.CALLED, "1")


def test_who_is_being_served_cannot_be_missed() -> None:
    turn = take("a")
    call()
    held: dict[str, Any] = {"turn_id": turn.pk, "desk": "1", "by": tiep(), "at": AT}
    actions.serve(**held)
    with pytest.raises(errors.NotNow):
        actions.miss(**held)
    assert state(turn) == (State.SERVING, "1")


def test_only_who_was_missed_today_comes_back() -> None:
    turn = take("a")
    with pytest.raises(errors.NotNow):
        actions.come_back(turn_id=turn.pk, by=tiep(), at=AT)
    call()
    actions.miss(turn_id=turn.pk, desk="1", by=tiep(), at=AT)
    with pytest.raises(errors.NotNow):
        actions.come_back(turn_id=turn.pk, by=tiep(), at=AT + timedelta(days=1))
    assert state(turn) == (State.GONE, "1")


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"prefix": "AB"}, errors.NotALetter),
        ({"prefix": "Đ"}, errors.NotALetter),
        ({"words": {"en": "Civil status"}}, errors.NameMissing),
        ({"commune": cast.OTHER}, errors.NotAtADesk),
    ],
)
def test_a_queue_that_is_refused_is_not_opened(
    change: dict[str, Any], refusal: type[Refusal]
) -> None:
    admin = cast.acting(cast.administrator())
    facts = {"commune": cast.COC_SAN, "prefix": "C", "words": {"vi": "Đất đai"}}
    with pytest.raises(refusal):
        arrangement.offer_service(**{**facts, **change}, by=admin, at=AT)
    assert len(queries.services(cast.COC_SAN)) == 2
