"""What a killed worker, a telephone without messages and a late payment leave behind: nothing."""

from datetime import timedelta

import pytest

from motcua.consequences import loop
from motcua.consequences.models import Stuck
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State, Step
from motcua.foundation.money import Dong
from motcua.notifications.models import Message
from motcua.results import press
from motcua.results.models import Document
from tests import cast
from tests.dossiers import story

pytestmark = pytest.mark.django_db

LATER = cast.AT + timedelta(minutes=10)


def work() -> None:
    for _ in range(10):
        if not loop.round_once(LATER):
            return
    raise AssertionError("the loop never rests")


def now(dossier: Dossier) -> Dossier:
    return Dossier.objects.get(pk=dossier.pk)


def signed(**changes: object) -> Dossier:
    dossier = story.checked(story.law(), **changes)
    return actions.sign(story.press(dossier, cast.acting(cast.chair())))


def test_a_worker_killed_between_the_paper_and_the_issue_is_followed_by_one_that_issues() -> None:
    dossier = signed()
    press.produce(Document.objects.get(kind=Document.Kind.RESULT).pk, LATER)
    assert now(dossier).at_step is Step.PRESS
    work()
    assert now(dossier).where is State.DONE


def test_a_worker_killed_after_a_paper_failed_is_followed_by_one_that_tells_the_chair() -> None:
    dossier = signed()
    papers = Document.objects.filter(kind=Document.Kind.RESULT)
    papers.update(state=Document.State.FAILED, fault="Không có chữ cho ký tự này")
    work()
    assert (now(dossier).where, now(dossier).at_step) == (State.IN_PROGRESS, Step.SIGN)


@pytest.mark.parametrize("phone", ["+842143800000", "+12025550123", "0912", "+84 gọi con tôi"])
def test_a_telephone_that_takes_no_messages_holds_no_slip_up(phone: str) -> None:
    dossier = story.submitted(story.law())
    Dossier.objects.filter(pk=dossier.pk).update(filer_phone=phone)
    actions.accept(story.press(dossier, cast.acting(cast.receptionist())))
    work()
    assert not Stuck.objects.exists()
    assert not Message.objects.exists()
    assert Document.objects.get().template == "slip_receipt"


def test_an_electronic_result_that_waited_for_its_fee_goes_out_with_the_fee() -> None:
    dossier = signed(answers={"delivery": "electronic"})
    work()
    assert now(dossier).where is State.DONE
    desk = cast.acting(cast.receptionist())
    actions.take_fee(story.press(now(dossier), desk), amount=Dong(8000))
    work()
    assert now(dossier).where is State.HANDED_OVER


def test_a_result_is_not_delivered_to_a_browser_that_nobody_confirmed() -> None:
    dossier = signed(answers={"delivery": "electronic"})
    Dossier.objects.filter(pk=dossier.pk).update(owner="browser:x", fee_paid=8000)
    work()
    assert now(dossier).where is State.DONE
