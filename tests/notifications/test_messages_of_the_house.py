"""Messages: queued once, sent once, tried again, failed aloud."""

from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from motcua.audit.models import JournalLine
from motcua.foundation.clock import HANOI
from motcua.foundation.refusal import Refusal
from motcua.notifications import actions, errors, queries
from motcua.notifications.adapters.base import Handed, Outgoing, SendingError, messenger
from motcua.notifications.adapters.rehearsal import RehearsalMessenger
from motcua.notifications.loop import LEASE, Round, send_due
from motcua.notifications.models import Message, Rehearsed, State
from motcua.notifications.schedule import LAST_TRY, LONGEST_WAIT, wait_after
from motcua.people.errors import NotAPhone
from motcua.places.errors import UnknownPlace
from tests import cast
from tests.parallel import one_database, together

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 23, 9, 0, tzinfo=HANOI)
CODE = "H38.99.01-261123-0001"
ABOUT = "dossier:2f0c7a34-9d0c-4f3e-8a5b-000000000001"


def _queue(key: str = "k", **more: Any) -> Message:
    facts: dict[str, Any] = {
        "commune": cast.COC_SAN,
        "to": "0912 345 678",
        "kind": "accept",
        "facts": {"code": CODE, "due": AT + timedelta(hours=8)},
        "language": "vi",
        "key": key,
        "at": AT,
        "about": ABOUT,
    }
    return actions.queue(**{**facts, **more})


def _code(key: str = "k", **more: Any) -> Message:
    return _queue(key, kind="phone_code", facts={"number": "123456", "minutes": 5}, **more)


class Recorder:
    """A provider for the tests: keeps what it was given, in the order in which it came."""

    name = "recorder"
    rehearsal = True

    def __init__(self) -> None:
        self.given: list[Outgoing] = []

    def send(self, message: Outgoing) -> Handed:
        self.given.append(message)
        return Handed(reference=f"r-{message.key}")


class Broken(Recorder):
    """A provider that never takes anything."""

    def __init__(self, *, permanent: bool) -> None:
        super().__init__()
        self.permanent = permanent

    def send(self, message: Outgoing) -> Handed:
        super().send(message)
        raise SendingError("it rained", permanent=self.permanent)


@pytest.fixture(autouse=True)
def commune() -> None:
    cast.coc_san()


def test_a_message_is_written_for_a_person_and_waits() -> None:
    message = _queue()
    assert message.text == (
        "Xã Cốc San: hồ sơ H38.99.01-261123-0001 đã được tiếp nhận. "
        "Hẹn trả kết quả: 17:00 23/11/2026."
    )
    assert (message.to, message.state, message.parts) == ("+84912345678", State.CREATED, 2)
    assert Rehearsed.objects.count() == 0


def test_the_same_key_is_one_message() -> None:
    assert _queue().pk == _queue(facts={"code": "other", "due": AT}).pk
    assert Message.objects.count() == 1


@pytest.mark.parametrize("to", ["", "12345", "0214 3820 001", "+33612345678"])
def test_a_number_that_cannot_receive_is_refused(to: str) -> None:
    with pytest.raises(NotAPhone):
        _queue(to=to)
    assert Message.objects.count() == 0


def test_a_commune_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownPlace):
        _queue(commune="00000")


def test_a_kind_or_fact_that_is_not_there_is_a_mistake_of_the_program() -> None:
    with pytest.raises(KeyError, match="gossip"):
        _queue(kind="gossip")
    with pytest.raises(KeyError, match="due"):
        _queue(facts={"code": CODE})
    assert Message.objects.count() == 0


def test_what_is_due_is_sent_once() -> None:
    message = _queue()
    assert send_due(AT) == Round(sent=1)
    assert send_due(AT) == Round()
    message.refresh_from_db()
    assert (message.state, message.provider, message.tries) == (State.DELIVERED, "rehearsal", 1)
    assert (message.sent_at, message.claimed_until) == (AT, None)
    assert [row.text for row in queries.rehearsal_box(commune=cast.COC_SAN)] == [message.text]


def test_the_oldest_goes_first_and_a_round_has_an_end() -> None:
    for number in range(12):
        _queue(f"k{number}", at=AT - timedelta(minutes=number))
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
    message, at = _queue(to="+84912340503"), AT
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
    message = _queue(to="+84912340404")
    assert send_due(AT) == Round(failed=1)
    message.refresh_from_db()
    assert (message.state, message.tries, message.failed_at) == (State.FAILED, 1, AT)


def test_a_number_that_is_busy_twice_is_reached_at_the_third_try() -> None:
    message = _queue(to="+84912340303")
    assert send_due(AT) == Round(waiting=2)
    assert send_due(AT + timedelta(seconds=29)) == Round()
    assert send_due(AT + timedelta(seconds=30)) == Round(sent=1)
    message.refresh_from_db()
    assert (message.state, message.tries, message.trouble) == (State.DELIVERED, 3, "")


def test_a_worker_that_dies_leaves_a_claim_that_runs_out_and_the_same_key_goes_again() -> None:
    message = _queue()
    claimed = {"claim": "dead", "claimed_until": AT + LEASE}
    Message.objects.filter(pk=message.pk).update(**claimed)
    recorder = Recorder()
    assert send_due(AT + LEASE / 2, through=recorder) == Round()
    assert send_due(AT + LEASE, through=recorder) == Round(sent=1)
    assert [given.key for given in recorder.given] == ["k"]


def test_a_worker_that_was_too_slow_does_not_overwrite_the_one_that_took_over() -> None:
    message = _queue()

    class Slow(Recorder):
        def send(self, message: Outgoing) -> Handed:
            Message.objects.filter(key=message.key).update(claim="other", reference="theirs")
            return super().send(message)

    send_due(AT, through=Slow())
    message.refresh_from_db()
    assert (message.claim, message.reference, message.state) == ("other", "theirs", State.CREATED)


def test_a_code_is_not_kept_once_it_was_sent() -> None:
    message = _code()
    assert "123456" in message.text
    send_due(AT)
    message.refresh_from_db()
    assert message.text == ""
    assert "123456" in queries.rehearsal_box(commune=cast.COC_SAN)[0].text


def test_a_code_is_not_kept_when_it_failed() -> None:
    message = _code()
    send_due(AT, through=Broken(permanent=True))
    message.refresh_from_db()
    assert (message.state, message.text) == (State.FAILED, "")


def test_a_code_that_comes_too_late_is_not_sent() -> None:
    message, recorder = _code(), Recorder()
    send_due(AT + timedelta(minutes=5, seconds=1), through=recorder)
    message.refresh_from_db()
    assert (message.state, message.text, recorder.given) == (State.FAILED, "", [])


def test_an_ordinary_text_is_kept_as_proof() -> None:
    message = _queue()
    text = message.text
    send_due(AT)
    message.refresh_from_db()
    assert message.text == text


def test_the_provider_says_later_that_it_arrived() -> None:
    message = _queue()
    send_due(AT, through=Recorder())
    message.refresh_from_db()
    assert message.state == State.SENT
    said: dict[str, Any] = {"provider": "recorder", "reference": "r-k"}
    later = AT + timedelta(seconds=9)
    actions.record_delivery(**said, at=later)
    actions.record_delivery(**said, at=later + timedelta(days=1))
    actions.record_nondelivery(**said, trouble="late news", at=later)
    message.refresh_from_db()
    assert (message.state, message.delivered_at, message.trouble) == (State.DELIVERED, later, "")


def test_the_provider_says_later_that_it_never_arrived() -> None:
    message = _queue()
    send_due(AT, through=Recorder())
    actions.record_nondelivery(provider="recorder", reference="r-k", trouble="off", at=AT)
    message.refresh_from_db()
    assert (message.state, message.trouble) == (State.FAILED, "off")


@pytest.mark.parametrize("reference", ["", "r-unknown"])
def test_news_of_a_message_that_is_not_ours_is_refused(reference: str) -> None:
    _queue()
    with pytest.raises(errors.NoSuchMessage):
        actions.record_delivery(provider="recorder", reference=reference, at=AT)


def test_a_failed_message_is_sent_again_by_hand() -> None:
    message, by = _queue(to="+84912340404"), cast.acting(cast.receptionist())
    send_due(AT)
    actions.send_again(message_id=message.pk, by=by, at=AT)
    assert send_due(AT, through=Recorder()) == Round(sent=1)
    line = JournalLine.objects.get(verb="send_again")
    assert (line.about, line.actor_name) == (ABOUT, "Nông Thị Tiếp")


@pytest.mark.parametrize(
    ("who", "refusal"),
    [
        (cast.resident, errors.NotYourMessages),
        (cast.auditor, errors.NotYourMessages),
        (cast.stranger_officer, errors.NoSuchMessage),
        (cast.receptionist, errors.NotFailed),
    ],
)
def test_sending_again_is_refused(who: Any, refusal: type[Refusal]) -> None:
    message = _queue()
    if refusal is not errors.NotFailed:
        send_due(AT, through=Broken(permanent=True))
    before = Message.objects.values().get(pk=message.pk)
    with pytest.raises(refusal):
        actions.send_again(message_id=message.pk, by=cast.acting(who()), at=AT)
    assert Message.objects.values().get(pk=message.pk) == before
    assert JournalLine.objects.count() == 0


def test_a_code_is_not_sent_again() -> None:
    message = _code()
    send_due(AT, through=Broken(permanent=True))
    with pytest.raises(errors.SecretIsGone):
        actions.send_again(message_id=message.pk, by=cast.acting(cast.receptionist()), at=AT)


def test_the_box_of_a_number_and_of_a_commune() -> None:
    cast.other_commune()
    for key, more in {"a": {}, "b": {"to": "0987654321"}, "c": {"commune": cast.OTHER}}.items():
        _queue(key, **more)
    send_due(AT)
    assert queries.rehearsing()
    assert [row.key for row in queries.rehearsal_box(commune=cast.COC_SAN)] == ["b", "a"]
    [row] = queries.rehearsal_box(commune=cast.COC_SAN, to="+84912345678")
    assert row.key == "a"
    newest = queries.rehearsal_box(commune=cast.COC_SAN, limit=1)[0]
    assert [r.key for r in queries.rehearsal_box(commune=cast.COC_SAN, before=newest.pk)] == ["a"]


def test_what_was_said_about_a_dossier_and_what_waits() -> None:
    by = cast.acting(cast.officer())
    _queue("a")
    _queue("b", about="")
    assert [message.key for message in queries.messages_about(ABOUT, by=by)] == ["a"]
    assert (queries.outbox().waiting, queries.outbox().oldest) == (2, AT)


@pytest.mark.django_db(transaction=True)
def test_two_workers_never_send_one_message_twice(tmp_path: Path) -> None:
    cast.coc_san()
    for number in range(20):
        _queue(f"k{number}")
    recorder = Recorder()
    with one_database(tmp_path):
        rounds = together([partial(send_due, AT, through=recorder) for _ in range(4)])
        assert sum(each.sent for each in rounds) == 20
        assert len({given.key for given in recorder.given}) == len(recorder.given) == 20


@pytest.mark.django_db(transaction=True)
def test_the_same_message_queued_at_the_same_moment_is_one(tmp_path: Path) -> None:
    cast.coc_san()
    with one_database(tmp_path):
        messages = together([partial(_queue, "same") for _ in range(4)])
        assert len({message.pk for message in messages}) == 1


def test_the_provider_of_the_settings_is_the_rehearsal() -> None:
    assert isinstance(messenger(), RehearsalMessenger)
