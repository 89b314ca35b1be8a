"""What becomes of messages: codes are not kept, news of delivery, sending again, the box."""

from datetime import timedelta
from typing import Any

import pytest

from motcua.audit.models import JournalLine
from motcua.foundation.refusal import Refusal
from motcua.notifications import actions, errors, queries
from motcua.notifications.loop import Round, send_due
from motcua.notifications.models import Message, State
from tests import cast
from tests.notifications.post import ABOUT, AT, Broken, Recorder, code, queue

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def commune() -> None:
    cast.coc_san()


def test_a_code_is_not_kept_once_it_was_sent() -> None:
    message = code()
    assert "123456" in message.text
    send_due(AT)
    message.refresh_from_db()
    assert message.text == ""
    assert "123456" in queries.rehearsal_box(commune=cast.COC_SAN)[0].text


def test_a_code_is_not_kept_when_it_failed() -> None:
    message = code()
    send_due(AT, through=Broken(permanent=True))
    message.refresh_from_db()
    assert (message.state, message.text) == (State.FAILED, "")


def test_a_code_that_comes_too_late_is_not_sent() -> None:
    message, recorder = code(), Recorder()
    send_due(AT + timedelta(minutes=5, seconds=1), through=recorder)
    message.refresh_from_db()
    assert (message.state, message.text, recorder.given) == (State.FAILED, "", [])


def test_an_ordinary_text_is_kept_as_proof() -> None:
    message = queue()
    text = message.text
    send_due(AT)
    message.refresh_from_db()
    assert message.text == text


def test_the_provider_says_later_that_it_arrived() -> None:
    message = queue()
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
    message = queue()
    send_due(AT, through=Recorder())
    actions.record_nondelivery(provider="recorder", reference="r-k", trouble="off", at=AT)
    message.refresh_from_db()
    assert (message.state, message.trouble) == (State.FAILED, "off")


@pytest.mark.parametrize("reference", ["", "r-unknown"])
def test_news_of_a_message_that_is_not_ours_is_refused(reference: str) -> None:
    queue()
    with pytest.raises(errors.NoSuchMessage):
        actions.record_delivery(provider="recorder", reference=reference, at=AT)


def test_a_failed_message_is_sent_again_by_hand() -> None:
    message, by = queue(to="+84912340404"), cast.acting(cast.receptionist())
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
    message = queue()
    if refusal is not errors.NotFailed:
        send_due(AT, through=Broken(permanent=True))
    before = Message.objects.values().get(pk=message.pk)
    with pytest.raises(refusal):
        actions.send_again(message_id=message.pk, by=cast.acting(who()), at=AT)
    assert Message.objects.values().get(pk=message.pk) == before
    assert JournalLine.objects.count() == 0


def test_a_code_is_not_sent_again() -> None:
    message = code()
    send_due(AT, through=Broken(permanent=True))
    with pytest.raises(errors.SecretIsGone):
        actions.send_again(message_id=message.pk, by=cast.acting(cast.receptionist()), at=AT)


def test_the_box_of_a_number_and_of_a_commune() -> None:
    cast.other_commune()
    for key, more in {"a": {}, "b": {"to": "0987654321"}, "c": {"commune": cast.OTHER}}.items():
        queue(key, **more)
    send_due(AT)
    assert queries.rehearsing()
    assert [row.key for row in queries.rehearsal_box(commune=cast.COC_SAN)] == ["b", "a"]
    [row] = queries.rehearsal_box(commune=cast.COC_SAN, to="+84912345678")
    assert row.key == "a"
    newest = queries.rehearsal_box(commune=cast.COC_SAN, limit=1)[0]
    assert [r.key for r in queries.rehearsal_box(commune=cast.COC_SAN, before=newest.pk)] == ["a"]


def test_what_was_said_about_a_dossier_and_what_waits() -> None:
    by = cast.acting(cast.officer())
    queue("a")
    queue("b", about="")
    assert [message.key for message in queries.messages_about(ABOUT, by=by)] == ["a"]
    assert (queries.outbox().waiting, queries.outbox().oldest) == (2, AT)
