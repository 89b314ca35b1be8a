"""The chair: each paper read first, many signed in one go, one that fails stops no other."""

from datetime import timedelta
from uuid import uuid4

import pytest

from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Step
from motcua.people.models import Account
from tests import cast
from tests.counter.visits import At, words
from tests.dossiers import story

pytestmark = pytest.mark.django_db
LATER = cast.AT + timedelta(minutes=10)


def waiting(number: int) -> list[Dossier]:
    """So many dossiers that wait for the signature."""
    law, entry = story.law(), story.birth_entry()
    officer = cast.acting(cast.officer())
    begun = [story.in_progress(law) for _ in range(number)]
    return [actions.check(story.press(one, officer), entry=entry.pk) for one in begun]


def test_a_batch_signs_what_was_read_and_one_that_fails_stops_no_other() -> None:
    first, stale, unread = waiting(3)
    chair = At(cast.chair(), LATER)
    for one in (first, stale):
        page = words(chair.get("to_sign", open=str(one.pk)))
        assert "Lò Thị Mẹ" in page
    actions.recall(story.press(stale, cast.acting(cast.officer()), 11))
    ticked = [f"{one.pk}~{one.revision}" for one in (first, stale, unread)]
    answer = chair.post("sign_batch", press=str(uuid4()), sign=ticked)
    assert answer.status_code == 302
    steps = {one.pk: one.step for one in Dossier.objects.all()}
    assert steps == {first.pk: Step.PRESS, stale.pk: Step.CHECK, unread.pk: Step.SIGN}
    page = words(chair.client.get(answer["Location"]))
    assert page.count("data-row>") == 3
    assert "Đã ký 1/3, 2 hồ sơ chưa ký được, 1 hồ sơ đang in và ký số" in page


def test_the_same_batch_again_signs_nothing_twice() -> None:
    (one,) = waiting(1)
    chair, key = At(cast.chair(), LATER), str(uuid4())
    chair.get("to_sign", open=str(one.pk))
    for _ in range(3):
        chair.post("sign_batch", press=key, sign=[f"{one.pk}~{one.revision}"])
    assert one.events.filter(verb="sign").count() == 1


def test_the_chair_sends_back_with_a_reason_and_only_so() -> None:
    (one,) = waiting(1)
    chair = At(cast.chair(), LATER)
    assert chair.press(one, "send_back").status_code == 422
    assert Dossier.objects.get().step == Step.SIGN
    given = {"send_back-reason": "Xem lại tên mẹ", "back": "sign"}
    assert chair.press(one, "send_back", **given).status_code == 302
    assert Dossier.objects.get().step == Step.CHECK


def test_the_chairs_own_paper_is_not_theirs_to_tick() -> None:
    dossier = story.checked(story.law())
    account = cast.chair()
    Account.objects.filter(pk=account.pk).update(resident=cast.thu())
    desk = At(Account.objects.get(pk=account.pk), LATER)
    page = words(desk.get("to_sign", open=str(dossier.pk)))
    assert "để người khác ký" in page
    assert f'value="{dossier.pk}~' not in page
