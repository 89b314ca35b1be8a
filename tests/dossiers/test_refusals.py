"""Each "no" of the desk: said by its own name, and nothing has changed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from motcua.dossiers import actions, errors
from motcua.dossiers.models import Dossier, DossierEvent
from motcua.dossiers.needs import Asked
from motcua.dossiers.press import Press
from motcua.dossiers.states import State, Step
from motcua.foundation.actor import SYSTEM, Actor, Role
from motcua.foundation.clock import HANOI
from motcua.foundation.money import Dong
from motcua.results.models import Document
from tests import cast
from tests.dossiers import story
from tests.unchanged import refused

pytestmark = pytest.mark.django_db

BIRTH_MISSING = [Asked("field:subject_birth", "Cần ngày sinh để tìm trong sổ")]


def at_desk() -> Actor:
    return cast.acting(cast.receptionist())


def officer() -> Actor:
    return cast.acting(cast.officer())


def chair() -> Actor:
    return cast.acting(cast.chair())


def test_what_the_law_demands_at_the_door_is_said_all_at_once() -> None:
    law = story.law()
    given = story.intake(law, answers={"filer_name": "", "copies": "0"})
    by = cast.acting(cast.resident())
    with refused(errors.AnswersMissing) as caught:
        actions.submit(given, by=by, at=cast.AT, verified=True)
    problems = caught.value.facts["problems"]
    assert isinstance(problems, list)
    assert {found.field for found in problems} == {"filer_name", "copies"}


def test_a_guest_whose_telephone_is_not_confirmed_hands_nothing_in() -> None:
    given = story.intake(story.law())
    with refused(errors.NotVerified):
        actions.submit(given, by=cast.guest(), at=cast.AT, verified=False)


def test_the_same_key_with_another_body_is_refused() -> None:
    law = story.law()
    first = story.submitted(law)
    other = story.intake(law, id=first.pk, answers={"copies": "3"})
    with refused(errors.KeyReused):
        actions.submit(other, by=cast.acting(cast.resident()), at=cast.AT, verified=True)


def test_the_same_key_from_another_person_is_refused() -> None:
    law = story.law()
    first = story.submitted(law)
    again = story.intake(law, id=first.pk)
    with refused(errors.KeyReused):
        actions.submit(again, by=cast.acting(cast.other_resident()), at=cast.AT, verified=True)


def test_what_is_still_unknown_is_not_accepted() -> None:
    dossier = story.submitted(story.law(), answers={"event": ""}, unknown=["event"])
    with refused(errors.AnswersMissing) as caught:
        actions.accept(story.press(dossier, at_desk()))
    assert [found.field for found in caught.value.facts["problems"]] == ["event"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("reason", ["", "   "])
def test_refusal_without_reason_is_refused(reason: str) -> None:
    dossier = story.submitted(story.law())
    with refused(errors.ReasonMissing):
        actions.refuse_intake(story.press(dossier, at_desk()), reason=reason)
    dossier = story.in_progress(story.law())
    for act in (actions.refuse, actions.halt):
        with refused(errors.ReasonMissing):
            act(story.press(dossier, officer()), reason=reason)


@pytest.mark.parametrize("asked", [[], [Asked("field:subject_birth", " ")], [Asked("", "x")]])
def test_asking_for_more_without_saying_what_and_why_is_refused(asked: list[Asked]) -> None:
    dossier = story.submitted(story.law())
    with refused(errors.ListMissing):
        actions.ask_for_more(story.press(dossier, at_desk()), asked=asked)


def supplemented() -> Dossier:
    dossier = story.in_progress(story.law(), answers={"subject_birth": "1991-05-21"})
    dossier = actions.ask_for_more(story.press(dossier, officer()), asked=BIRTH_MISSING)
    by = cast.acting(cast.resident())
    answers = {"subject_birth": "1991-05-12"}
    return actions.supplement(story.press(dossier, by), answers=answers, unknown=[])


def test_a_second_list_is_the_chairs_own_decision() -> None:
    dossier = supplemented()
    with refused(errors.SecondList):
        actions.ask_for_more(story.press(dossier, officer()), asked=BIRTH_MISSING)
    dossier = actions.ask_for_more(story.press(dossier, chair()), asked=BIRTH_MISSING)
    assert dossier.times_asked == 2


def test_a_supplement_changes_only_what_was_asked_for() -> None:
    dossier = story.in_progress(story.law())
    dossier = actions.ask_for_more(story.press(dossier, officer()), asked=BIRTH_MISSING)
    typed = {"subject_birth": "1991-05-13", "copies": "9"}
    by = cast.acting(cast.resident())
    dossier = actions.supplement(story.press(dossier, by), answers=typed, unknown=[])
    assert (dossier.answers["subject_birth"], dossier.answers["copies"]) == ("1991-05-13", "1")
    assert (dossier.where, dossier.at_step) == (State.IN_PROGRESS, Step.CHECK)


def test_intake_is_not_refused_while_the_person_still_has_time_to_supplement() -> None:
    dossier = story.submitted(story.law())
    dossier = actions.ask_for_more(story.press(dossier, at_desk()), asked=BIRTH_MISSING)
    with refused(errors.SupplementNotOverdue):
        actions.refuse_intake(story.press(dossier, at_desk()), reason="Không bổ sung")
    eight_days = 8 * 24 * 60
    late = story.press(dossier, at_desk(), minutes=eight_days)
    assert actions.refuse_intake(late, reason="Không bổ sung").where is State.NOT_ACCEPTED


@pytest.mark.parametrize("amount", [0, 7999, 8001, 16000])
def test_another_amount_than_the_one_that_is_due_is_refused(amount: int) -> None:
    dossier = story.in_progress(story.law())
    with refused(errors.AmountMissing):
        actions.take_fee(story.press(dossier, at_desk()), amount=Dong(amount))


def test_a_fee_is_taken_once_and_its_receipt_is_numbered() -> None:
    dossier = story.in_progress(story.law())
    dossier = actions.take_fee(story.press(dossier, at_desk()), amount=Dong(8000))
    assert dossier.fee_paid == 8000
    assert DossierEvent.objects.get(verb="take_fee").facts == {"receipt": "2026-000001"}
    with refused(errors.AmountMissing):
        actions.take_fee(story.press(dossier, at_desk()), amount=Dong(8000))


def test_a_paper_from_a_book_needs_its_entry() -> None:
    dossier = story.in_progress(story.law())
    with refused(errors.FindingMissing):
        actions.check(story.press(dossier, officer()))


def test_an_apology_needs_a_reason_a_later_working_day_and_happens_once() -> None:
    dossier = story.in_progress(story.law())
    friday = datetime(2026, 3, 6, 17, 0, tzinfo=HANOI)
    for until in (friday - timedelta(days=4), friday + timedelta(days=1)):
        with refused(errors.DateNotLater):
            actions.apologise(story.press(dossier, officer()), reason="Mất điện", until=until)
    with refused(errors.ReasonMissing):
        actions.apologise(story.press(dossier, officer()), reason="", until=friday)
    dossier = actions.apologise(story.press(dossier, officer()), reason="Mất điện", until=friday)
    assert dossier.due_at == friday
    monday = friday + timedelta(days=3)
    with refused(errors.SecondApology):
        actions.apologise(story.press(dossier, officer()), reason="Mất điện", until=monday)


def test_a_dossier_is_passed_only_to_an_officer_of_the_same_commune() -> None:
    dossier = story.in_progress(story.law())
    for account in (cast.receptionist(), cast.stranger_officer()):
        with refused(errors.ColleagueMissing):
            actions.pass_on(story.press(dossier, officer()), colleague=account.pk)
    second = cast.second_officer()
    dossier = actions.pass_on(story.press(dossier, officer()), colleague=second.pk)
    assert dossier.officer_id == second.pk


def test_a_stale_act_is_refused() -> None:
    dossier = story.submitted(story.law())
    seen = story.press(dossier, at_desk())
    actions.accept(story.press(dossier, at_desk()))
    with refused(errors.Stale):
        actions.refuse_intake(seen, reason="Trùng hồ sơ")


def test_the_second_officer_sees_who_has_it_and_writes_nothing() -> None:
    dossier = story.in_progress(story.law())
    actions.hold(dossier_id=dossier.pk, by=officer(), at=cast.AT)
    second = cast.acting(cast.second_officer())
    with refused(errors.Held) as caught:
        actions.hold(dossier_id=dossier.pk, by=second, at=cast.AT + timedelta(minutes=9))
    assert caught.value.facts == {"holder": "Hoàng Văn Xét", "until": "09:10"}
    with refused(errors.Held):
        actions.halt(story.press(dossier, second), reason="Chờ xác minh")
    later = cast.AT + timedelta(minutes=11)
    assert actions.hold(dossier_id=dossier.pk, by=second, at=later).holder_id is not None


def test_a_hold_by_an_officer_does_not_keep_the_person_from_withdrawing() -> None:
    dossier = story.in_progress(story.law())
    actions.hold(dossier_id=dossier.pk, by=officer(), at=cast.AT)
    dossier = actions.withdraw(story.press(dossier, cast.acting(cast.resident())))
    assert dossier.where is State.WITHDRAWN


STRANGERS: list[Callable[[], Actor]] = [
    lambda: cast.acting(cast.stranger_officer()),
    lambda: cast.acting(cast.other_resident()),
    lambda: cast.guest("+84990000009"),
]


@pytest.mark.parametrize("stranger", STRANGERS)
def test_to_a_stranger_the_dossier_is_not_there(stranger: Callable[[], Actor]) -> None:
    dossier = story.submitted(story.law())
    by = stranger()
    with refused(errors.NotFound):
        actions.accept(story.press(dossier, by))
    with refused(errors.NotFound):
        actions.withdraw(story.press(dossier, by))


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ADMINISTRATOR])
def test_who_watches_or_administers_does_not_act(role: Role) -> None:
    account = cast.auditor() if role is Role.AUDITOR else cast.administrator()
    dossier = story.submitted(story.law())
    with refused(errors.NotFound):
        actions.accept(story.press(dossier, cast.acting(account)))


def test_the_receptionist_neither_checks_nor_signs() -> None:
    dossier = story.in_progress(story.law())
    with refused(errors.NotYours):
        actions.check(story.press(dossier, at_desk()), entry=story.birth_entry().pk)
    dossier = actions.check(story.press(dossier, officer()), entry=story.birth_entry().pk)
    for by in (at_desk(), officer()):
        with refused(errors.NotYours):
            actions.sign(story.press(dossier, by))


def test_a_key_that_did_something_else_is_refused() -> None:
    dossier = story.submitted(story.law())
    used = uuid4()
    dossier = actions.accept(story.press(dossier, at_desk(), key=used))
    with refused(errors.KeyReused):
        actions.begin(story.press(dossier, officer(), key=used))


def test_pressing_three_times_is_one_act() -> None:
    dossier = story.submitted(story.law())
    press = story.press(dossier, at_desk())
    once = [actions.accept(replace(press)) for _ in range(3)]
    assert {row.revision for row in once} == {dossier.revision + 1}
    assert DossierEvent.objects.filter(dossier=dossier, verb="accept").count() == 1


def test_handing_in_three_times_is_one_dossier() -> None:
    law = story.law()
    given = story.intake(law)
    by = cast.acting(cast.resident())
    rows = [actions.submit(given, by=by, at=cast.AT, verified=True) for _ in range(3)]
    assert {row.number for row in rows} == {"H38.99.01-260303-0001"}
    assert Dossier.objects.count() == 1
    assert DossierEvent.objects.count() == 1


def test_a_number_is_given_only_with_the_act_that_takes_it() -> None:
    """A refused act gives its number back: the next dossier takes it, and no gap is left."""
    law = story.law()
    by = cast.acting(cast.resident())
    bad = story.intake(law, answers={"copies": "0"})
    with refused(errors.AnswersMissing):
        actions.submit(bad, by=by, at=cast.AT, verified=True)
    assert story.submitted(law).number == "H38.99.01-260303-0001"


def test_the_result_is_not_handed_over_before_the_fee_is_paid_or_without_a_receiver() -> None:
    dossier = actions.sign(story.press(story.checked(story.law()), chair()))
    Document.objects.filter(kind=Document.Kind.RESULT).update(state=Document.State.READY)
    loop = Press(dossier.pk, uuid4(), SYSTEM, cast.AT + timedelta(minutes=6))
    dossier = actions.issue(loop)
    by = story.press(dossier, at_desk())
    with refused(errors.FeeNotPaid):
        actions.hand_over(by, receiver="Vàng Thị Thử", proof="signature")
    dossier = actions.take_fee(story.press(dossier, at_desk()), amount=Dong(8000))
    with refused(errors.ReceiverMissing):
        actions.hand_over(story.press(dossier, at_desk()), receiver=" ", proof="signature")
    press: Press = story.press(dossier, at_desk())
    dossier = actions.hand_over(press, receiver="Vàng Thị Thử", proof="signature")
    assert dossier.where is State.HANDED_OVER
