"""Another office is asked about its books: a term of its own, and one answer."""

from datetime import timedelta

import pytest

from motcua.audit.models import JournalLine
from motcua.consequences.loop import follow_events
from motcua.dossiers import actions
from motcua.dossiers.asked_elsewhere import waiting
from motcua.dossiers.errors import (
    InquiryClosed,
    NotNow,
    NotYours,
    OfficeMissing,
    OutcomeMissing,
    ReasonMissing,
)
from motcua.dossiers.models import Dossier, DossierEvent, Inquiry
from motcua.dossiers.press import Press
from motcua.foundation.actor import Actor
from motcua.foundation.refusal import Refusal
from motcua.results.models import Document
from tests import cast
from tests.dossiers import story
from tests.unchanged import refused

pytestmark = pytest.mark.django_db
OFFICE, QUESTION = "UBND xã Bên Cạnh", "Sổ đăng ký khai sinh: Vàng Thị Thử, sinh 12/05/1991."


def officer() -> Actor:
    return cast.acting(cast.officer())


def press(dossier: Dossier, *, by: Actor | None = None, minutes: int = 5) -> Press:
    return story.press(dossier, by or officer(), minutes=minutes)


def asked() -> Dossier:
    dossier = story.in_progress(story.law())
    return actions.inquire(press(dossier), office=f" {OFFICE} ", question=QUESTION)


def test_the_term_of_the_other_office_runs_beside_that_of_the_dossier() -> None:
    dossier = asked()
    before = Dossier.objects.get()
    row = Inquiry.objects.get()
    assert (row.office, row.question, row.outcome) == (OFFICE, QUESTION, "")
    assert row.asked_by_name == "Hoàng Văn Xét"
    # Asked on a Tuesday morning: three working days end on Friday at closing time.
    assert row.due_at.date().isoformat() == "2026-03-06"
    assert (dossier.state, dossier.step, dossier.due_at) == (before.state, "check", before.due_at)
    event = DossierEvent.objects.get(verb="inquire")
    assert event.facts == {"office": OFFICE, "until": "2026-03-06T17:00:00+07:00"}
    assert JournalLine.objects.filter(verb="inquire").count() == 1


def test_a_letter_is_made_for_it() -> None:
    asked()
    follow_events(cast.AT + timedelta(minutes=6))
    letter = Document.objects.get(template="letter_inquiry")
    assert letter.data["office"] == OFFICE
    assert letter.data["question"] == QUESTION
    assert "123/2015" in letter.data["basis"]


def test_the_answer_is_written_down_once() -> None:
    dossier, row = asked(), Inquiry.objects.get()
    done = actions.note_reply(
        press(dossier), inquiry=row.pk, outcome="confirmed", reply=" Số 12/1991, quyển 01 "
    )
    row.refresh_from_db()
    assert (row.outcome, row.reply) == ("confirmed", "Số 12/1991, quyển 01")
    assert row.noted_by_name == "Hoàng Văn Xét"
    assert waiting(by=officer(), at=cast.AT) == []
    with refused(InquiryClosed):
        actions.note_reply(press(done), inquiry=row.pk, outcome="absent", reply="Không có")


@pytest.mark.parametrize(
    ("office", "question", "refusal"),
    [(" ", QUESTION, OfficeMissing), (OFFICE, " ", ReasonMissing)],
)
def test_without_the_office_or_the_question_nothing_is_asked(
    office: str, question: str, refusal: type[Refusal]
) -> None:
    dossier = story.in_progress(story.law())
    with refused(refusal):
        actions.inquire(press(dossier), office=office, question=question)


@pytest.mark.parametrize(
    ("outcome", "reply"), [("confirmed", " "), ("", "Có"), ("maybe", "Có"), ("silent", "")]
)
def test_an_answer_has_words_and_silence_its_time(outcome: str, reply: str) -> None:
    dossier, row = asked(), Inquiry.objects.get()
    with refused(OutcomeMissing):
        actions.note_reply(press(dossier), inquiry=row.pk, outcome=outcome, reply=reply)


def test_silence_can_be_noted_when_the_term_is_over() -> None:
    dossier, row = asked(), Inquiry.objects.get()
    late = 4 * 24 * 60
    actions.note_reply(press(dossier, minutes=late), inquiry=row.pk, outcome="silent", reply="")
    assert Inquiry.objects.get().outcome == "silent"


def test_the_inquiry_of_another_dossier_is_not_answered_here() -> None:
    asked()
    row, other = Inquiry.objects.get(), story.in_progress(story.law())
    with refused(InquiryClosed):
        actions.note_reply(press(other), inquiry=row.pk, outcome="absent", reply="Không")


def test_only_the_officer_asks_and_only_while_it_is_checked() -> None:
    dossier = story.in_progress(story.law())
    for who in (cast.receptionist, cast.chair):
        with refused(NotYours):
            by = cast.acting(who())
            actions.inquire(press(dossier, by=by), office=OFFICE, question=QUESTION)
    done = actions.check(press(dossier), entry=story.birth_entry().pk)
    with refused(NotNow):
        actions.inquire(press(done), office=OFFICE, question=QUESTION)


def test_the_same_press_again_asks_once() -> None:
    dossier = story.in_progress(story.law())
    one = press(dossier)
    for _time in range(3):
        actions.inquire(one, office=OFFICE, question=QUESTION)
    assert Inquiry.objects.count() == DossierEvent.objects.filter(verb="inquire").count() == 1


def test_what_is_owed_is_the_communes_own_and_the_first_due_first() -> None:
    dossier = asked()
    actions.inquire(press(dossier, minutes=2 * 24 * 60), office="Xã Khác", question=QUESTION)
    assert [one.office for one in waiting(by=officer(), at=cast.AT)] == [OFFICE, "Xã Khác"]
    first = Inquiry.objects.order_by("pk")[0]
    assert [one.office for one in waiting(by=officer(), at=cast.AT, after=first.pk)] == ["Xã Khác"]
    assert waiting(by=cast.acting(cast.stranger_officer()), at=cast.AT) == []
    assert JournalLine.objects.filter(verb="read.inquiries").count() == 3
