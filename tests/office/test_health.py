"""What the machine could not do stands with its reason, and is tried again by one press."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.audit.models import JournalLine
from motcua.consequences.models import Stuck
from motcua.dossiers.models import DossierEvent
from motcua.notifications.models import Message
from motcua.results.models import Document
from tests import cast
from tests.dossiers import story
from tests.notifications import post
from tests.office.visits import At, words
from tests.results.test_mending import given_up
from tests.unchanged import everything

pytestmark = pytest.mark.django_db
NOW = cast.AT + timedelta(hours=1)


@pytest.fixture(autouse=True)
def english(settings: object) -> None:
    settings.LANGUAGE_CODE = "en"  # type: ignore[attr-defined]


def stuck() -> Stuck:
    story.submitted(story.law())
    event = DossierEvent.objects.get(verb="submit")
    fault = "ValueError: no such template"
    return Stuck.objects.create(event=event, tries=3, next_try_at=NOW, fault=fault)


def failed(**more: object) -> Message:
    cast.coc_san()
    message = post.queue(about="", **more)
    Message.objects.filter(pk=message.pk).update(
        state="failed", failed_at=NOW, tries=1, trouble="REHEARSAL: no such number"
    )
    return message


def test_a_stuck_act_stands_with_its_reason_and_is_tried_again() -> None:
    row, desk = stuck(), At(cast.administrator(), NOW)
    page = words(desk.get("health"))
    assert row.event.dossier.number in page
    assert "ValueError: no such template" in page
    assert "tried 3 times" in page
    answer = desk.post("again", "try_now", str(row.pk))
    assert answer["Location"] == "/desk/health?did=try_now"
    row.refresh_from_db()
    assert row.next_try_at == NOW
    assert "It is tried again now" in words(desk.get("health", did="try_now"))


def test_naming_a_dossier_is_a_line_of_the_journal_and_naming_none_is_none() -> None:
    desk = At(cast.administrator(), NOW)
    desk.get("health")
    assert not JournalLine.objects.filter(verb="read.health").exists()
    row = stuck()
    desk.get("health")
    read = JournalLine.objects.get(verb="read.health")
    assert (read.about, read.why) == (f"dossier:{row.event.dossier_id}", "/desk/health")


def test_a_failed_message_is_sent_again_and_neither_number_nor_text_is_shown() -> None:
    message, desk = failed(to="0912 345 678"), At(cast.administrator(), NOW)
    page = words(desk.get("health"))
    assert "REHEARSAL: no such number" in page
    assert "678" in page
    assert "345678" not in page
    assert message.text not in page
    desk.post("again", "send_again", str(message.pk))
    message.refresh_from_db()
    assert (message.state, message.tries) == ("created", 0)


def test_a_code_that_failed_is_told_and_not_offered() -> None:
    cast.coc_san()
    message = post.code(about="")
    Message.objects.update(state="failed", failed_at=NOW)
    desk = At(cast.administrator(), NOW)
    page = words(desk.get("health"))
    assert "A code is not kept. The person asks for a new one." in page
    assert "send_again" not in page
    before = everything()
    assert desk.post("again", "send_again", str(message.pk)).status_code == 422
    assert everything() == before


def test_a_paper_that_was_given_up_is_made_again_and_a_result_is_with_the_chair() -> None:
    paper, desk = given_up(), At(cast.administrator(), NOW)
    assert "TypstError: no ink" in words(desk.get("health"))
    desk.post("again", "make_again", str(paper.pk))
    paper.refresh_from_db()
    assert paper.state == Document.State.ASKED
    Document.objects.update(state="failed", kind="result")
    page = words(desk.get("health"))
    assert "It went back to the chair, to be signed again." in page
    assert "make_again" not in page


@pytest.mark.parametrize(
    ("verb", "key", "status"),
    [
        ("try_now", "999", 404),
        ("try_now", "nothing", 404),
        ("send_again", "999", 404),
        ("make_again", "00000000-0000-4000-8000-000000000000", 404),
        ("make_again", "nothing", 404),
        ("burn", "1", 404),
    ],
)
def test_what_is_not_there_is_not_tried(verb: str, key: str, status: int) -> None:
    desk, before = At(cast.administrator(), NOW), everything()
    assert desk.post("again", verb, key).status_code == status
    assert everything() == before


def test_the_page_costs_the_same_however_much_has_failed() -> None:
    desk = At(cast.administrator(), NOW)
    story.law()
    desk.get("health")
    counts = []
    for start in (0, 10):
        for number in range(start, start + 10):
            failed(key=f"k{number}")
        with CaptureQueriesContext(connection) as asked:
            assert words(desk.get("health")).count("REHEARSAL: no such number") == start + 10
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 40
