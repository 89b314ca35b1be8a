"""Somebody who cannot finish a form is called: asked for once, noted once, never by strangers."""

from datetime import datetime, timedelta

import pytest

from motcua.audit.models import JournalLine
from motcua.dossiers import actions
from motcua.dossiers.calling.actions import Wish, ask_for_call, note_call
from motcua.dossiers.calling.errors import CallMoved, CallsSpent, CallUnknown, PhoneUnreadable
from motcua.dossiers.calling.models import Call, CallTry
from motcua.dossiers.calling.queries import PAGE, call_that_waits, waiting
from motcua.dossiers.errors import NotFound, NotNow
from motcua.dossiers.models import Dossier
from motcua.foundation.actor import Actor
from motcua.procedures.pack import Procedure
from tests import cast
from tests.dossiers import story
from tests.unchanged import refused

pytestmark = pytest.mark.django_db

AT = cast.AT
# The next working day, when the office closes.
PROMISED = "2026-03-04"


@pytest.fixture
def law() -> Procedure:
    cast.coc_san()
    return story.law()


def thu() -> Actor:
    return cast.acting(cast.resident())


def tiep() -> Actor:
    return cast.acting(cast.receptionist())


def draft(law: Procedure) -> Dossier:
    return actions.keep(story.intake(law), by=thu(), at=AT)


def asked(dossier: Dossier, *, at: datetime = AT, **wish: str) -> Call:
    said = Wish(**{"phone": "0990 000 001", "question": "register_office", **wish})
    return ask_for_call(said, dossier_id=dossier.pk, by=thu(), at=at, origin="10.0.0.1")


def test_asking_puts_the_draft_on_the_list_with_a_promise(law: Procedure) -> None:
    call = asked(draft(law), convenient="morning")
    assert (call.phone, call.question, call.convenient) == (
        "+84990000001",
        "register_office",
        "morning",
    )
    assert call.promised_by.date().isoformat() == PROMISED
    assert [one.pk for one in waiting(by=tiep(), at=AT)[0]] == [call.pk]
    assert (
        JournalLine.objects.filter(verb="ask_for_call", about=f"dossier:{call.dossier_id}").count()
        == 1
    )


def test_asked_three_times_it_is_one_call_with_what_was_said_last(law: Procedure) -> None:
    dossier = draft(law)
    first = asked(dossier)
    asked(dossier, phone="0990000002", at=AT + timedelta(hours=1))
    last = asked(dossier, phone="0990000002", question="no such", at=AT + timedelta(days=2))
    assert last.pk == first.pk
    assert (last.phone, last.question, last.promised_by) == ("+84990000002", "", first.promised_by)
    assert Call.objects.count() == 1
    assert JournalLine.objects.filter(verb="ask_for_call").count() == 1


def test_what_is_no_telephone_is_refused(law: Procedure) -> None:
    dossier = draft(law)
    for typed in ("", "0990", "gọi tôi nhé"):
        with refused(PhoneUnreadable) as said:
            asked(dossier, phone=typed)
        assert said.value.field == "phone"


def test_only_who_owns_the_draft_asks_and_only_while_it_is_one(law: Procedure) -> None:
    dossier = draft(law)
    other = cast.acting(cast.other_resident())
    with refused(NotFound):
        ask_for_call(Wish("0990000001"), dossier_id=dossier.pk, by=other, at=AT, origin="x")
    handed_in = story.submitted(law)
    with refused(NotNow):
        ask_for_call(
            Wish("0990000001"),
            dossier_id=handed_in.pk,
            by=Actor(handed_in.owner, "", frozenset()),
            at=AT,
            origin="x",
        )


def test_one_telephone_is_called_about_three_forms_an_hour(law: Procedure) -> None:
    for _ in range(3):
        asked(draft(law))
    fourth = draft(law)
    with refused(CallsSpent):
        asked(fourth)
    asked(fourth, at=AT + timedelta(hours=1))


def test_no_answer_stays_on_the_list_and_the_history_says_who_tried(law: Procedure) -> None:
    call = asked(draft(law))
    note_call(call_id=call.pk, outcome="no_answer", seen=0, by=tiep(), at=AT)
    [row] = waiting(by=tiep(), at=AT)[0]
    assert row.tries == 1
    note_call(call_id=call.pk, outcome="done", seen=1, by=tiep(), at=AT)
    assert waiting(by=tiep(), at=AT)[0] == []
    assert call_that_waits(call.dossier_id) is None
    tried = CallTry.objects.order_by("pk").values_list("outcome", "by_name")
    assert list(tried) == [("no_answer", "Nông Thị Tiếp"), ("done", "Nông Thị Tiếp")]


def test_the_same_press_twice_is_one_try_and_a_stale_page_is_refused(law: Procedure) -> None:
    call = asked(draft(law))
    for _ in range(2):
        note_call(call_id=call.pk, outcome="no_answer", seen=0, by=tiep(), at=AT)
    assert CallTry.objects.count() == 1
    with refused(CallMoved):
        note_call(call_id=call.pk, outcome="done", seen=0, by=cast.acting(cast.officer()), at=AT)


def test_strangers_see_and_note_nothing(law: Procedure) -> None:
    call = asked(draft(law))
    stranger = cast.acting(cast.stranger_officer())
    assert waiting(by=stranger, at=AT) == ([], None)
    for by, outcome in ((stranger, "done"), (thu(), "done"), (tiep(), "whatever")):
        with refused(CallUnknown):
            note_call(call_id=call.pk, outcome=outcome, seen=0, by=by, at=AT)


def test_the_list_goes_on_where_it_stopped(
    law: Procedure, django_assert_num_queries: object
) -> None:
    for number in range(PAGE + 2):
        asked(draft(law), phone=f"09900001{number:02}")
    first, after = waiting(by=tiep(), at=AT)
    assert after is not None
    second, over = waiting(by=tiep(), at=AT, after=after)
    assert (len(first), len(second), over) == (PAGE, 2, None)
    assert not {one.pk for one in first} & {one.pk for one in second}
    assert JournalLine.objects.filter(verb="read.calls").count() == 2
