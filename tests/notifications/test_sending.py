"""Messages: queued once, sent once, tried again, failed aloud."""

from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from motcua.notifications import queries
from motcua.notifications.adapters.base import Handed, Outgoing, messenger
from motcua.notifications.adapters.rehearsal import RehearsalMessenger
from motcua.notifications.loop import LEASE, Round, send_due
from motcua.notifications.models import Message, Rehearsed, State
from motcua.notifications.schedule import LAST_TRY, LONGEST_WAIT, wait_after
from motcua.people.errors import NotAPhone
from motcua.places.errors import UnknownPlace
from tests import cast
from tests.notifications.post import AT, CODE, Recorder, queue
from tests.parallel import one_database, together

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def commune() -> None:
    cast.coc_san()


def test_a_message_is_written_for_a_person_and_waits() -> None:
    message = queue()
    assert message.text == (
        "Xã Cốc San: hồ sơ 482 177 306 đã được tiếp nhận. Hẹn trả kết quả: 17:00 23/11/2026."
    )
    assert (message.to, message.state, message.parts) == ("+84912345678", State.CREATED, 2)
    assert Rehearsed.objects.count() == 0


def test_the_same_key_is_one_message() -> None:
    assert queue().pk == queue(facts={"code": "other", "due": AT}).pk
    assert Message.objects.count() == 1


@pytest.mark.parametrize("to", ["", "12345", "0214 3820 001", "+33612345678"])
def test_a_number_that_cannot_receive_is_refused(to: str) -> None:
    with pytest.raises(NotAPhone):
        queue(to=to)
    assert Message.objects.count() == 0


def test_a_commune_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownPlace):
        queue(commune="00000")


def test_a_kind_or_fact_that_is_not_there_is_a_mistake_of_the_program() -> None:
    with pytest.raises(KeyError, match="gossip"):
        queue(kind="gossip")
    with pytest.raises(KeyError, match="due"):
        queue(facts={"code": CODE})
    assert Message.objects.count() == 0


def test_what_is_due_is_sent_once() -> None:
    message = queue()
    assert send_due(AT) == Round(sent=1)
    assert send_due(AT) == Round()
    message.refresh_from_db()
    assert (message.state, message.provider, message.tries) == (State.DELIVERED, "rehearsal", 1)
    assert (message.sent_at, message.claimed_until) == (AT, None)
    assert [row.text for row in queries.rehearsal_box(commune=cast.COC_SAN)] == [message.text]


def test_the_oldest_goes_first_and_a_round_has_an_end() -> None:
    for number in range(12):
        queue(f"k{number}", at=AT - timedelta(minutes=number))
    recorder = Recorder()
    assert send_due(AT, through=recorder, limit=3) == Round(sent=3)
    assert [message.key for message in recorder.given] == ["k11", "k10", "k9"]
    assert send_due(AT, through=recorder, limit=1000) == Round(sent=9)


def test_after_the_first_try_it_is_tried_again_at_once_then_more_and_more_seldom() -> None:
    waits = [wait_after(tries) for tries in range(1, 10)]
    seconds = [wait.total_seconds() for wait in waits if wait is not None]
    assert seconds == [0, 30, 60, 120, 240, 480, 900, 900, 900]
    assert wait_after(LAST_TRY - 1) == LONGEST_WAIT
    assert wait_after(LAST_TRY) is None


def test_a_number_out_of_reach_is_tried_for_hours_then_fails_where_it_is_seen() -> None:
    message, at = queue(to="+84912340503"), AT
    while message.state == State.CREATED:
        send_due(at)
        message.refresh_from_db()
        at = max(at, message.next_try_at)
    assert (message.state, message.tries) == (State.FAILED, LAST_TRY)
    assert timedelta(hours=3) < at - AT < timedelta(hours=5)
    assert message.trouble == "REHEARSAL: the network does not answer"
    seen = queries.failed(by=cast.acting(cast.receptionist()))
    assert [row.pk for row in seen] == [message.pk]
    assert queries.failed(by=cast.acting(cast.stranger_officer())) == []


def test_a_number_that_does_not_exist_fails_at_the_first_try() -> None:
    message = queue(to="+84912340404")
    assert send_due(AT) == Round(failed=1)
    message.refresh_from_db()
    assert (message.state, message.tries, message.failed_at) == (State.FAILED, 1, AT)


def test_a_number_that_is_busy_twice_is_reached_at_the_third_try() -> None:
    message = queue(to="+84912340303")
    assert send_due(AT) == Round(waiting=2)
    assert send_due(AT + timedelta(seconds=29)) == Round()
    assert send_due(AT + timedelta(seconds=30)) == Round(sent=1)
    message.refresh_from_db()
    assert (message.state, message.tries, message.trouble) == (State.DELIVERED, 3, "")


def test_a_worker_that_dies_leaves_a_claim_that_runs_out_and_the_same_key_goes_again() -> None:
    message = queue()
    claimed = {"claim": "dead", "claimed_until": AT + LEASE}
    Message.objects.filter(pk=message.pk).update(**claimed)
    recorder = Recorder()
    assert send_due(AT + LEASE / 2, through=recorder) == Round()
    assert send_due(AT + LEASE, through=recorder) == Round(sent=1)
    assert [given.key for given in recorder.given] == ["k"]


def test_a_message_that_kills_every_worker_is_given_up() -> None:
    message, at = queue(), AT

    class Deadly(Recorder):
        def send(self, message: Outgoing) -> Handed:
            super().send(message)
            raise KeyboardInterrupt

    deadly = Deadly()
    for _ in range(LAST_TRY):
        with pytest.raises(KeyboardInterrupt):
            send_due(at, through=deadly)
        at += LEASE
    assert send_due(at, through=deadly) == Round(failed=1)
    message.refresh_from_db()
    assert (message.state, message.trouble) == (State.FAILED, "no try came to an end")
    assert len(deadly.given) == LAST_TRY


def test_a_worker_that_was_too_slow_does_not_overwrite_the_one_that_took_over() -> None:
    message = queue()

    class Slow(Recorder):
        def send(self, message: Outgoing) -> Handed:
            Message.objects.filter(key=message.key).update(claim="other", reference="theirs")
            return super().send(message)

    send_due(AT, through=Slow())
    message.refresh_from_db()
    assert (message.claim, message.reference, message.state) == ("other", "theirs", State.CREATED)


@pytest.mark.django_db(transaction=True)
def test_two_workers_never_send_one_message_twice(tmp_path: Path) -> None:
    cast.coc_san()
    for number in range(20):
        queue(f"k{number}")
    recorder = Recorder()
    with one_database(tmp_path):
        rounds = together([partial(send_due, AT, through=recorder) for _ in range(4)])
        assert sum(each.sent for each in rounds) == 20
        assert len({given.key for given in recorder.given}) == len(recorder.given) == 20


@pytest.mark.django_db(transaction=True)
def test_the_same_message_queued_at_the_same_moment_is_one(tmp_path: Path) -> None:
    cast.coc_san()
    with one_database(tmp_path):
        messages = together([partial(queue, "same") for _ in range(4)])
        assert len({message.pk for message in messages}) == 1


def test_the_provider_of_the_settings_is_the_rehearsal() -> None:
    assert isinstance(messenger(), RehearsalMessenger)


def test_a_round_with_nothing_to_send_only_reads(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        assert send_due(AT) == Round()
